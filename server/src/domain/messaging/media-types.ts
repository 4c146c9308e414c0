import { FileTypeNotAllowed } from '../catalogue.ts'
import type { Refusal } from '../refusals.ts'

/**
 * What may be sent as what, and how big.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
 */
export type MediaKind = 'audio' | 'document' | 'image' | 'sticker' | 'video'

/** Bytes. The pages say MB and KB without saying which; binary ones never refuse a file that Meta takes. */
export const KILOBYTE = 1024
export const MEGABYTE = 1024 * KILOBYTE

/** No upload is larger than this, whatever its kind. */
export const MAX_UPLOAD = 100 * MEGABYTE

/** A moving sticker; one that stands still has the limit below. */
const MAX_ANIMATED_STICKER = 500 * KILOBYTE
export const MAX_STATIC_STICKER = 100 * KILOBYTE

export const MAX_SIZE: Record<MediaKind, number> = {
  audio: 16 * MEGABYTE,
  document: MAX_UPLOAD,
  image: 5 * MEGABYTE,
  sticker: MAX_ANIMATED_STICKER,
  video: 16 * MEGABYTE,
}

interface MediaType {
  mime: string
  kind: MediaKind
}

/** In the order in which an upload of another type is refused. */
export const MEDIA_TYPES: readonly MediaType[] = [
  { mime: 'audio/aac', kind: 'audio' },
  { mime: 'audio/mp4', kind: 'audio' },
  { mime: 'audio/mpeg', kind: 'audio' },
  { mime: 'audio/amr', kind: 'audio' },
  { mime: 'audio/ogg', kind: 'audio' },
  { mime: 'audio/opus', kind: 'audio' },
  { mime: 'application/vnd.ms-powerpoint', kind: 'document' },
  { mime: 'application/msword', kind: 'document' },
  {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    kind: 'document',
  },
  {
    mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    kind: 'document',
  },
  { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', kind: 'document' },
  { mime: 'application/pdf', kind: 'document' },
  { mime: 'application/vnd.ms-excel', kind: 'document' },
  { mime: 'text/plain', kind: 'document' },
  { mime: 'video/mp4', kind: 'video' },
  { mime: 'video/3gpp', kind: 'video' },
  { mime: 'image/jpeg', kind: 'image' },
  { mime: 'image/png', kind: 'image' },
  { mime: 'image/webp', kind: 'sticker' },
]

const BY_MIME = new Map(MEDIA_TYPES.map(type => [type.mime, type]))

/** `audio/ogg; codecs=opus` is `audio/ogg`. */
export const bareMime = (mime: string): string => mime.split(';', 1)[0]!.trim().toLowerCase()

/** What a file of this type is sent as; undefined when it cannot be sent. */
export const mediaKind = (mime: string): MediaKind | undefined => BY_MIME.get(bareMime(mime))?.kind

/** As the platform lists them to whoever sends something else. Observed for audio and images. */
const SENDABLE: Record<Exclude<MediaKind, 'document'>, readonly string[]> = {
  audio: ['audio/ogg; codecs=opus', 'audio/mpeg', 'audio/amr', 'audio/mp4', 'audio/aac'],
  image: ['image/png', 'image/jpeg'],
  sticker: ['image/webp'],
  video: ['video/mp4', 'video/3gpp'],
}

/**
 * The types that a message of a kind carries. `audio/opus` can be uploaded and not be sent.
 * NOTE: pages differ on documents: the table has office and text files, older ones say any type. Any that can be
 * uploaded is taken here, so that nothing is refused that the platform takes.
 */
export const sendableTypes = (kind: MediaKind): readonly string[] =>
  kind === 'document' ? MEDIA_TYPES.map(({ mime }) => mime) : SENDABLE[kind]

/** Says no to the upload of a type that no message can carry. */
export const uploadTypeRefusal = (mime: string): Refusal | undefined =>
  mediaKind(mime)
    ? undefined
    : FileTypeNotAllowed(
        MEDIA_TYPES.map(type => type.mime),
        mime,
      )
