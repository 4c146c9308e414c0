import { detectType, HEAD_BYTES } from '../../blobs/detect.ts'
import { webpFacts } from '../../blobs/formats.ts'
import { bareMime, MAX_UPLOAD, MEGABYTE } from '../../domain/messaging/media-types.ts'
import type { Blobs, Io, StoredBlob } from '../../graph/io.ts'
import type { TooLargeFile } from '../../network/receive-file.ts'
import type { InboundFile } from '../../network/receive-media.ts'
import type { Read } from '../../store/read.ts'
import { refusal } from '../refuse.ts'
import type { SaidKind, SaidMedia, SayParams } from './say-params.ts'
import { MEDIA_KINDS } from './say-params.ts'

/** Inline data comes in memory; larger files go as multipart/form-data, by link or by id. */
const MAX_INLINE = 16 * MEGABYTE

const UNKNOWN_TYPE = 'application/octet-stream'

type Fetched = StoredBlob & { mime_type?: string; filename?: string }

/** The file that is said, in the blob store; undefined when the message is not one. Throws Refused. */
export async function saidFile(
  params: SayParams,
  io: Io,
  read: Read,
  now: number,
): Promise<InboundFile | TooLargeFile | undefined> {
  if (params.file) {
    const { file, caption, kind } = params
    if (file.file_size > MAX_UPLOAD) return unkept(io.blobs, params)
    return asKind(io.blobs, kind, file, caption === undefined ? {} : { caption })
  }
  const kind = MEDIA_KINDS.find(one => params[one] !== undefined)
  if (!kind) return undefined
  const media = params[kind]!
  if (media.file_size !== undefined && media.file_size > MAX_UPLOAD) return tooLarge(kind, media)
  const bytes = await bytesOf(kind, media, io, read, now)
  return bytes ? asKind(io.blobs, kind, bytes, media) : tooLarge(kind, media)
}

function tooLarge(kind: SaidKind, { mime_type, filename, caption }: SaidMedia): TooLargeFile {
  return {
    kind: kind === 'voice' ? 'audio' : kind,
    tooLarge: true,
    ...(mime_type ? { mime_type } : {}),
    ...(filename ? { filename } : {}),
    ...(caption ? { caption } : {}),
  }
}

/** Nobody will ever ask for these bytes. */
async function unkept(blobs: Blobs, { file, kind, caption }: SayParams): Promise<TooLargeFile> {
  const { blob, mime_type, filename } = file!
  await blobs.remove(blob)
  const said = {
    ...(mime_type ? { mime_type } : {}),
    ...(filename ? { filename } : {}),
    ...(caption ? { caption } : {}),
  }
  return tooLarge(kind ?? kindOf(bareMime(mime_type ?? UNKNOWN_TYPE)), said)
}

/** Nothing for a link to more bytes than the business could fetch. */
async function bytesOf(
  kind: SaidKind,
  media: SaidMedia,
  io: Io,
  read: Read,
  now: number,
): Promise<Fetched | undefined> {
  const { link, media_id, data } = media
  if ([link, media_id, data].filter(source => source !== undefined).length !== 1) {
    throw refusal(`Say where the ${kind} comes from: exactly one of ${kind}.link, ${kind}.media_id and ${kind}.data.`)
  }
  if (data !== undefined) return inline(kind, data, io.blobs)
  if (link !== undefined) {
    const fetched = await io.fetchLink(link, MAX_UPLOAD)
    if (!fetched.ok && fetched.tooLarge) return undefined
    if (!fetched.ok) throw refusal(`${kind}.link could not be fetched: ${fetched.reason}`)
    return fetched
  }
  const known = await read.media.find(media_id!)
  const stream = known && known.expires_at > now ? await io.blobs.get(known.blob) : undefined
  if (!known || !stream) throw refusal(`There is no medium ${media_id}, or it has expired. Upload it again.`)
  // A copy, because each medium takes its bytes along when it expires.
  const { mime_type, filename } = known
  return { ...(await io.blobs.put(stream)), mime_type, ...(filename ? { filename } : {}) }
}

async function inline(kind: SaidKind, data: string, blobs: Blobs): Promise<Fetched> {
  const url = /^data:([^,]*?)(?:;base64)?,/.exec(data)
  const text = url ? data.slice(url[0].length) : data
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length === 0)
    throw refusal(`${kind}.data is not Base64. Encode the bytes of the file, or send it as multipart.`)
  if (bytes.length > MAX_INLINE) {
    throw refusal(`${kind}.data is larger than 16 MB. Send the file as multipart/form-data, by link or by media_id.`)
  }
  return { ...(await blobs.put(bytes)), ...(url?.[1] ? { mime_type: url[1] } : {}) }
}

/** Looks at the bytes, and refuses what a phone would not send as this kind. */
async function asKind(
  blobs: Blobs,
  asked: SaidKind | undefined,
  bytes: Fetched,
  said: SaidMedia | { caption?: string },
): Promise<InboundFile> {
  const { blob, file_size, sha256 } = bytes
  const { mime_type = bytes.mime_type, filename = bytes.filename, caption } = said as SaidMedia
  let mime = await detectType(blobs, blob, bareMime(mime_type ?? UNKNOWN_TYPE))
  const audible = asked === 'audio' || asked === 'voice'
  // The same containers carry sound alone.
  if (audible && (mime === 'video/mp4' || mime === 'video/webm')) mime = mime.replace('video', 'audio')
  const kind = asked ?? kindOf(mime)
  if (!fits(kind, mime)) {
    await blobs.remove(blob)
    throw refusal(`The file is of type ${mime} and cannot be sent as ${kind}. Send it as ${kindOf(mime)}.`)
  }
  const voice = kind === 'voice'
  const file: InboundFile = { kind: voice ? 'audio' : kind, blob, file_size, sha256, mime_type: mime }
  if (voice && mime === 'audio/ogg') file.mime_type = 'audio/ogg; codecs=opus'
  if (voice) file.voice = true
  if (kind === 'sticker') file.animated = webpFacts(Buffer.from(await blobs.head(blob, HEAD_BYTES))).animated === true
  if (filename) file.filename = filename
  if (caption && (kind === 'image' || kind === 'video' || kind === 'document')) file.caption = caption
  return file
}

function kindOf(mime: string): SaidKind {
  const family = mime.split('/')[0]
  if (mime === 'image/webp') return 'sticker'
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'document'
}

function fits(kind: SaidKind, mime: string): boolean {
  if (kind === 'document') return true
  if (kind === 'sticker') return mime === 'image/webp'
  return mime.startsWith(kind === 'voice' ? 'audio/' : `${kind}/`)
}
