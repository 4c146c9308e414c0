import type { MessageType } from '../domain/messaging/draft.ts'
import { firstLink, type LinkPreview } from '../domain/messaging/link-preview.ts'
import { mediaFault } from '../domain/messaging/media-checks.ts'
import { type MediaReference, mediaReferences } from '../domain/messaging/media-references.ts'
import { MAX_SIZE } from '../domain/messaging/media-types.ts'
import type { Message } from '../domain/messaging/model.ts'
import type { Read } from '../store/read.ts'
import type { JobIo } from './job.ts'

/** What a message brings along besides its text. */
export interface CarriedThings {
  /** What is wrong with a file, in the platform's words. */
  fault?: string
  /** Media that links led to, by link. */
  fetched?: { [link: string]: string }
  preview?: LinkPreview
}

/** Fetches what a message links to, and looks at every file that it shows. Messages without either cost nothing. */
export async function carriedThings(message: Message, io: JobIo, read: Read): Promise<CarriedThings> {
  const preview = await previewFor(message, io)
  const things: CarriedThings = preview ? { preview } : {}
  for (const reference of mediaReferences(message.type as MessageType, message.content as never)) {
    const found = await fileOf(reference, message, io, read)
    if (!found) continue
    if (!found.ok) return { fault: found.reason }
    const { id, mime_type, file_size, facts } = found.media
    const voice = message.type === 'audio' && (message.content as { voice?: boolean }).voice === true
    const fault = mediaFault({ kind: reference.kind, voice, mime_type, file_size, ...(facts ? { facts } : {}) })
    if (fault) return { fault: fault.details! }
    if (reference.id === undefined && reference.link) things.fetched = { ...things.fetched, [reference.link]: id }
  }
  return things
}

/** Nothing for an upload that was deleted since the send was accepted: its bytes were there then. */
async function fileOf({ id, link, kind }: MediaReference, message: Message, io: JobIo, read: Read) {
  if (id === undefined) return link === undefined ? undefined : io.links.media(link, MAX_SIZE[kind], message)
  const media = await read.media.find(id)
  return media && { ok: true as const, media }
}

/** A page that cannot be shown never stops a message. */
async function previewFor({ type, content, ...scene }: Message, io: JobIo): Promise<LinkPreview | undefined> {
  if (type !== 'text') return undefined
  const { body, preview_url } = content as { body: string; preview_url?: boolean }
  const link = preview_url ? firstLink(body) : undefined
  return link === undefined ? undefined : io.links.preview(link, scene)
}
