import type { Envelope, MediaRef } from '../../api/messages.ts'

/** A header's media, at the place where the server holds it if it says so; `fetched` is for what came by a link. */
export function heldMedia(
  ref: MediaRef | undefined,
  media: Envelope['media'],
  fetched?: Envelope['fetched'],
): MediaRef | undefined {
  if (media) return { filename: media.filename, ...ref, url: media.url }
  const url = ref?.link === undefined ? undefined : fetched?.[ref.link]
  return url === undefined ? ref : { ...ref, url }
}

/** Where the bytes of something in a message are: on this server if it holds them, else where the business points. */
export function mediaUrl(ref: MediaRef | undefined, media?: Envelope['media']): string | undefined {
  if (media?.url) return media.url
  if (ref?.url) return ref.url
  if (ref?.id) return `/control/media/${encodeURIComponent(ref.id)}/content`
  return ref?.link && /^https?:\/\//i.test(ref.link) ? ref.link : undefined
}
