import type { MediaFacts } from '../domain/messaging/media-facts.ts'
import type { Blobs } from '../graph/io.ts'

/** A table of contents that is larger is not read. */
const MAX_MOOV = 4 * 1024 * 1024
/** Boxes on the top level that are looked at before giving up. */
const MAX_BOXES = 64
const HEADER = 16

const VIDEO: Record<string, string> = {
  avc1: 'h264',
  avc3: 'h264',
  hev1: 'h265',
  hvc1: 'h265',
  mp4v: 'mpeg4',
  s263: 'h263',
  vp09: 'vp9',
  av01: 'av1',
}
const AUDIO: Record<string, string> = { mp4a: 'aac', samr: 'amr', 'ac-3': 'ac3', Opus: 'opus', '.mp3': 'mp3' }

/**
 * Codecs of a film, from the sample descriptions in its `moov` box, which may stand at its very end. Nothing is told
 * of a film that has none, or whose boxes do not fit together: ISO/IEC 14496-12.
 */
export async function filmFacts(blobs: Blobs, blob: string, size: number): Promise<Partial<MediaFacts>> {
  let at = 0
  for (let boxes = 0; boxes < MAX_BOXES && at + 8 <= size; boxes++) {
    const header = await slice(blobs, blob, at, Math.min(HEADER, size - at))
    const length = lengthOf(header, size - at)
    if (length < 8) return {}
    if (header.toString('latin1', 4, 8) === 'moov') {
      return length > MAX_MOOV ? {} : streams(await slice(blobs, blob, at, Math.min(length, size - at)))
    }
    at += length
  }
  return {}
}

function streams(moov: Buffer): Partial<MediaFacts> {
  const names = sampleNames(moov)
  const video = names.map(name => VIDEO[name]).find(Boolean)
  const audio = names.flatMap(name => AUDIO[name] ?? [])
  if (!video) return {}
  return { video_codec: video, audio_streams: audio.length, ...(audio[0] ? { audio_codec: audio[0] } : {}) }
}

/** The four letters of the first entry of each `stsd` box. */
function sampleNames(moov: Buffer): string[] {
  const names: string[] = []
  for (let at = moov.indexOf('stsd'); at >= 0; at = moov.indexOf('stsd', at + 4)) {
    names.push(moov.toString('latin1', at + 16, at + 20))
  }
  return names
}

/** 0 stands for the rest of the file, 1 for a length of 64 bits behind the name. */
function lengthOf(header: Buffer, rest: number): number {
  const short = header.readUInt32BE(0)
  if (short === 0) return rest
  return short === 1 && header.length >= HEADER ? Number(header.readBigUInt64BE(8)) : short
}

async function slice(blobs: Blobs, blob: string, start: number, length: number): Promise<Buffer> {
  const stream = await blobs.get(blob, { start, end: start + length - 1 })
  const chunks: Buffer[] = []
  for await (const chunk of stream ?? []) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
