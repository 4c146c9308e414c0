import { createHash } from 'node:crypto'
import { type LinkPreview, PREVIEW_IMAGE_BYTES, previewImageUsable } from '../domain/messaging/link-preview.ts'
import type { CachedLink, Media } from '../domain/messaging/media.ts'
import type { MediaFacts } from '../domain/messaging/media-facts.ts'
import { DAY, MINUTE } from '../domain/time.ts'
import type { FetchedLink } from '../graph/io.ts'
import type { Store } from '../store/store.ts'

/**
 * How long what lies behind a link is not asked for again. Another query string is another link.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 */
export const LINK_CACHE_LIFE = 10 * MINUTE

/** How long a phone of this world keeps what a link led to: as long as what is uploaded. */
const FETCHED_MEDIA_LIFE = 30 * DAY

/** Whose message names the link. */
interface LinkScene {
  account_id: string
  phone_number_id: string
}

type LinkedMedia = { ok: true; media: Media } | { ok: false; reason: string }

/** What is behind links of messages, fetched once in a while and kept. */
export interface Links {
  /** A file of at most `limit` bytes, as a medium of this world. */
  media(url: string, limit: number, scene: LinkScene): Promise<LinkedMedia>
  /** What a page says of itself; nothing when it says too little or cannot be read. */
  preview(url: string, scene: LinkScene): Promise<LinkPreview | undefined>
}

export interface LinkCacheOptions {
  store: Store
  now: () => number
  fetchLink(url: string, limit: number): Promise<FetchedLink>
  /** Reads a page; `image` is where its picture is. */
  readPage(url: string): Promise<{ preview?: LinkPreview; image?: string }>
  inspect(blob: string, declared: string, size: number): Promise<MediaFacts>
}

export function linkCache({ store, now, fetchLink, readPage, inspect }: LinkCacheOptions): Links {
  const underWay = new Map<string, Promise<unknown>>()

  /** Many messages with one link, sent at once, fetch it once. */
  function once<T>(key: string, work: () => Promise<T>): Promise<T> {
    const running = underWay.get(key) as Promise<T> | undefined
    if (running) return running
    const started = work().finally(() => underWay.delete(key))
    underWay.set(key, started)
    return started
  }

  async function kept(id: string): Promise<CachedLink | undefined> {
    const known = await store.read.links.find(id)
    return known && known.fetched_at + LINK_CACHE_LIFE > now() ? known : undefined
  }

  /** Keeps what was found, and the job that forgets it. */
  function keep(link: Omit<CachedLink, 'fetched_at'>, media?: Omit<Media, 'id' | 'created_at' | 'expires_at'>) {
    return store.run(
      async ({ read, stage, ids, now }) => {
        const before = await read.links.find(link.id)
        const added = media && { ...media, id: ids.node(), created_at: now, expires_at: now + FETCHED_MEDIA_LIFE }
        if (added) {
          stage.media.add(added)
          const payload = { media_id: added.id }
          stage.job({ id: ids.key(), name: 'expire-media', due_at: added.expires_at, payload })
        }
        const record = { ...link, ...(added ? { media_id: added.id } : {}), fetched_at: now }
        if (before) stage.links.change({ ...record, version: before.version })
        else stage.links.add(record)
        const due_at = now + LINK_CACHE_LIFE
        stage.job({ id: ids.key(), name: 'forget-link', due_at, payload: { id: link.id } })
        return added
      },
      { name: `link-${link.id}-${now()}`, queue: `link-${link.id}` },
    )
  }

  async function media(url: string, limit: number, { account_id, phone_number_id }: LinkScene): Promise<LinkedMedia> {
    const id = keyOf('file', url)
    const known = await kept(id)
    const found = known?.media_id === undefined ? undefined : await store.read.media.find(known.media_id)
    if (found && found.expires_at > now()) return { ok: true, media: found }
    return once(`${id}/${limit}`, async () => {
      const fetched = await fetchLink(url, limit)
      if (!fetched.ok) return { ok: false, reason: fetched.reason }
      const { blob, file_size, sha256, mime_type } = fetched
      const facts = await inspect(blob, mime_type, file_size)
      const scene = { account_id, phone_number_id }
      const file = { ...scene, mime_type, sha256, file_size, blob, facts, origin: 'fetched' as const }
      return { ok: true, media: (await keep({ id, url }, file))! }
    })
  }

  async function preview(url: string, scene: LinkScene): Promise<LinkPreview | undefined> {
    const id = keyOf('page', url)
    const known = await kept(id)
    if (known) return known.preview
    return once(id, async () => {
      const { preview: page, image } = await readPage(url)
      const picture = page && image ? await media(image, PREVIEW_IMAGE_BYTES, scene) : undefined
      const usable = picture?.ok && previewImageUsable(picture.media.file_size, picture.media.facts!)
      const shown = page && { ...page, ...(usable ? { image: picture.media.id } : {}) }
      await keep({ id, url, ...(shown ? { preview: shown } : {}) })
      return shown
    })
  }

  return { media, preview }
}

const keyOf = (what: string, url: string): string => createHash('sha256').update(`${what} ${url}`).digest('hex')
