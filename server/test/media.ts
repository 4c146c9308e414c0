import type { world } from './world.ts'

/* Files of every kind, as small as what they are can be told from their bytes, and the calls that upload them. */

type World = Awaited<ReturnType<typeof world>>

/** A picture of any size: signature and IHDR, and no pixels. */
export function png(width = 640, height = 480, depth = 8): Buffer {
  const bytes = Buffer.from(
    '89504e470d0a1a0a0000000d49484452000000000000000008060000000000000000000049454e44ae426082',
    'hex',
  )
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  bytes[24] = depth
  return bytes
}

/** `components` 3 is YCbCr, 4 is for printing. */
export function jpeg(width = 640, height = 480, components = 3): Buffer {
  const bytes = Buffer.from(
    'ffd8ffe000104a46494600010100000100010000ffc0001108000000000301220002110103110100ffd9',
    'hex',
  )
  const frame = bytes.indexOf('ffc0', 0, 'hex')
  bytes.writeUInt16BE(height, frame + 5)
  bytes.writeUInt16BE(width, frame + 7)
  bytes[frame + 9] = components
  return bytes
}

export function webp({ width = 512, height = 512, animated = false } = {}): Buffer {
  const bytes = Buffer.alloc(38)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(30, 4)
  bytes.write('WEBPVP8X', 8, 'latin1')
  bytes.writeUInt32LE(10, 16)
  bytes[20] = animated ? 0x02 : 0
  bytes.writeUIntLE(width - 1, 24, 3)
  bytes.writeUIntLE(height - 1, 27, 3)
  bytes.write('ANIM', 30, 'latin1')
  return bytes
}

/** The first page of a recording. */
export function ogg({ codec = 'opus', channels = 1 } = {}): Buffer {
  const head = codec === 'opus' ? Buffer.from('OpusHead\x01\x01\0\0\0\0\0\0\0\0\0', 'latin1') : Buffer.alloc(30)
  if (codec === 'opus') head[9] = channels
  else {
    head.write('\x01vorbis', 0, 'latin1')
    head[11] = channels
  }
  const page = Buffer.alloc(28)
  page.write('OggS', 0, 'latin1')
  page[5] = 2
  page[26] = 1
  page[27] = head.length
  return Buffer.concat([page, head])
}

const box = (name: string, ...inside: Buffer[]): Buffer => {
  const body = Buffer.concat(inside)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8, 0)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, body])
}

/** A film with a table of contents at its end; `codecs` are the four letters of its streams. */
export function mp4(codecs: readonly string[] = ['avc1', 'mp4a'], brand = 'mp42'): Buffer {
  const streams = codecs.map(codec => box('trak', box('stsd', Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]), box(codec))))
  return Buffer.concat([
    box('ftyp', Buffer.from(`${brand}\0\0\0\0${brand}`, 'latin1')),
    box('mdat', Buffer.alloc(32)),
    box('moov', ...streams),
  ])
}

export const m4a = (): Buffer => box('ftyp', Buffer.from('M4A \0\0\0\0M4A ', 'latin1'))
export const mp3 = (): Buffer => Buffer.concat([Buffer.from('fffb9064', 'hex'), Buffer.alloc(600)])
export const aac = (): Buffer => Buffer.concat([Buffer.from('fff15080', 'hex'), Buffer.alloc(64)])
export const amr = (): Buffer => Buffer.from('#!AMR\n\x3c\x91', 'latin1')
export const pdf = (): Buffer => Buffer.from('%PDF-1.4\n%%EOF')

/** Grown with zeros to this many bytes. */
export const ofSize = (bytes: Buffer, size: number): Buffer => Buffer.concat([bytes, Buffer.alloc(size - bytes.length)])

/** `POST media`; the answer as it is. */
export async function uploads(w: World, type: string, bytes: Uint8Array, name = 'file'): Promise<Answered> {
  const form = new FormData()
  form.set('messaging_product', 'whatsapp')
  form.set('file', new Blob([Uint8Array.from(bytes)], { type }), name)
  return posted(w, `${w.landline.phone_number_id}/media`, form)
}

/** The id of an upload that is taken. */
export async function uploaded(w: World, type: string, bytes: Uint8Array, name?: string): Promise<string> {
  const { body } = await uploads(w, type, bytes, name)
  return body.id
}

/** The handle of a file, by way of the Resumable Upload API. */
export async function handle(w: World, type: string, bytes: Uint8Array): Promise<string> {
  const begun = await w.graph('POST', `${w.landline.app_id}/uploads`, { file_length: bytes.length, file_type: type })
  return (await piece(w, begun.body.id, 0, bytes)).body.h
}

/** Bytes for a session, as a client sends them. */
export const piece = (w: World, session: string, offset: number | string, bytes: Uint8Array): Promise<Answered> =>
  posted(w, session, Uint8Array.from(bytes), {
    authorization: `OAuth ${w.landline.access_token}`,
    file_offset: String(offset),
  })

interface Answered {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests read into answers freely
  body: any
}

async function posted(
  { landline }: World,
  path: string,
  body: FormData | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = { authorization: `Bearer ${landline.access_token}` },
): Promise<Answered> {
  const response = await fetch(`${landline.url}/v25.0/${path}`, { method: 'POST', headers, body })
  return { status: response.status, body: await response.json() }
}

/** What became of a message: `delivered`, or the details of the 131053 that stopped it. Ten seconds later. */
export async function carried(w: World, message: object): Promise<string> {
  const { body } = await w.sends(message)
  if (!body.messages) throw new Error(JSON.stringify(body))
  const { id } = body.messages[0]
  await w.advance('10s')
  const { body: events } = await w.control('GET', 'events?limit=1000&type=message.delivered,message.failed')
  const about = events.data.find((one: { wamid?: string }) => one.wamid === id)
  if (about?.type !== 'message.failed') return about ? 'delivered' : 'nowhere'
  const [error] = about.errors
  return error.code === 131053 ? error.error_data.details : `${error.code}: ${error.title}`
}
