/**
 * Rewraps Opus from WebM (what some browsers record) into Ogg (what a voice message is). The sound is not touched.
 * https://www.rfc-editor.org/rfc/rfc7845 and https://www.matroska.org/technical/elements.html
 */
export function webmToOgg(webm: Uint8Array): Uint8Array<ArrayBuffer> {
  const { head, packets } = readWebm(webm)
  const pages = [page([head], { flags: FIRST, granule: 0, sequence: 0 })]
  pages.push(page([opusTags()], { flags: 0, granule: 0, sequence: 1 }))
  let granule = 0
  for (let at = 0; at < packets.length; at += PACKETS_PER_PAGE) {
    const batch = packets.slice(at, at + PACKETS_PER_PAGE)
    granule += batch.reduce((sum, packet) => sum + samplesIn(packet), 0)
    const flags = at + PACKETS_PER_PAGE >= packets.length ? LAST : 0
    pages.push(page(batch, { flags, granule, sequence: pages.length }))
  }
  return concat(pages)
}

const MASTERS = new Set([0x18538067, 0x1f43b675, 0x1654ae6b, 0xae, 0xa0]) // Segment, Cluster, Tracks, TrackEntry, BlockGroup
const CODEC_PRIVATE = 0x63a2
const BLOCKS = new Set([0xa3, 0xa1]) // SimpleBlock, Block
const FIRST = 2
const LAST = 4
const PACKETS_PER_PAGE = 40 // one second, and far below the 255 segments of a page
const SERIAL = 1

/** Containers are entered rather than skipped, so the unknown sizes of a live recording do not matter. */
function readWebm(bytes: Uint8Array) {
  const packets: Uint8Array[] = []
  let head: Uint8Array | undefined
  for (let at = 0; at < bytes.length; ) {
    const id = variableInt(bytes, at, true)
    const size = variableInt(bytes, at + id.width, false)
    const start = at + id.width + size.width
    if (MASTERS.has(id.value)) {
      at = start
      continue
    }
    const payload = bytes.subarray(start, start + size.value)
    if (id.value === CODEC_PRIVATE) head = payload
    if (BLOCKS.has(id.value)) packets.push(payload.subarray(variableInt(payload, 0, false).width + 3))
    at = start + size.value
  }
  if (!head) throw new Error('The recording has no sound.')
  return { head, packets }
}

function variableInt(bytes: Uint8Array, at: number, keepMarker: boolean) {
  const first = bytes[at] ?? 0
  const width = Math.clz32(first) - 23
  let value = keepMarker ? first : first & ((1 << (8 - width)) - 1)
  for (let index = 1; index < width; index++) value = value * 256 + (bytes[at + index] ?? 0)
  return { value, width }
}

/** Length of an Opus packet in samples at 48 kHz, from its first bytes (RFC 6716, section 3.1). */
export function samplesIn(packet: Uint8Array): number {
  const first = packet[0] ?? 0
  const config = first >> 3
  const code = first & 3
  const frames = code === 0 ? 1 : code === 3 ? (packet[1] ?? 0) & 63 : 2
  if (config < 12) return frames * [480, 960, 1920, 2880][config & 3]!
  if (config < 16) return frames * [480, 960][config & 1]!
  return frames * [120, 240, 480, 960][config & 3]!
}

function opusTags(): Uint8Array {
  const vendor = new TextEncoder().encode('landline')
  const tags = new Uint8Array(8 + 4 + vendor.length + 4)
  tags.set(new TextEncoder().encode('OpusTags'))
  new DataView(tags.buffer).setUint32(8, vendor.length, true)
  tags.set(vendor, 12)
  return tags
}

function page(packets: Uint8Array[], { flags, granule, sequence }: Record<'flags' | 'granule' | 'sequence', number>) {
  const lacing = packets.flatMap(({ length }) => [...Array(Math.floor(length / 255)).fill(255), length % 255])
  const header = new Uint8Array(27 + lacing.length)
  const view = new DataView(header.buffer)
  header.set(new TextEncoder().encode('OggS'))
  header[5] = flags
  view.setBigUint64(6, BigInt(granule), true)
  view.setUint32(14, SERIAL, true)
  view.setUint32(18, sequence, true)
  header[26] = lacing.length
  header.set(lacing, 27)
  const whole = concat([header, ...packets])
  new DataView(whole.buffer).setUint32(22, checksum(whole), true)
  return whole
}

function checksum(bytes: Uint8Array): number {
  let crc = 0
  for (const byte of bytes) crc = ((crc << 8) ^ TABLE[((crc >>> 24) ^ byte) & 255]!) >>> 0
  return crc
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24
  for (let bit = 0; bit < 8; bit++) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1
  return value >>> 0
})

function concat(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
