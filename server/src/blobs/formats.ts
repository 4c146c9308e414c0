import type { MediaFacts } from '../domain/messaging/media-facts.ts'

/*
 * What the first bytes of pictures and sounds say. None of these throws: what is cut short is not told.
 */

type Facts = Partial<MediaFacts>

/** IHDR is always the first chunk: https://www.w3.org/TR/png-3/#11IHDR */
export function pngFacts(head: Buffer): Facts {
  if (head.length < 25) return {}
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20), depth: head[24]! }
}

/** The frame header stands behind any number of segments: ITU-T T.81, B.2.2. */
export function jpegFacts(head: Buffer): Facts {
  let at = 2
  while (at + 9 < head.length && head[at] === 0xff) {
    const marker = head[at + 1]!
    if (isFrame(marker)) {
      const cmyk = head[at + 9] === 4
      return {
        width: head.readUInt16BE(at + 7),
        height: head.readUInt16BE(at + 5),
        depth: head[at + 4]!,
        ...(cmyk ? { cmyk } : {}),
      }
    }
    at += 2 + head.readUInt16BE(at + 2)
  }
  return {}
}

/** SOF0 to SOF15, without the tables and reserved markers among them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** https://developers.google.com/speed/webp/docs/riff_container */
export function webpFacts(head: Buffer): Facts {
  if (head.length < 30) return {}
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8X':
      return {
        width: head.readUIntLE(24, 3) + 1,
        height: head.readUIntLE(27, 3) + 1,
        animated: (head[20]! & 0x02) !== 0,
      }
    case 'VP8L': {
      const bits = head.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1, animated: false }
    }
    case 'VP8 ':
      return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff, animated: false }
    default:
      return {}
  }
}

/** The first page of an OGG file holds the identification of its codec: https://www.rfc-editor.org/rfc/rfc7845#section-5.1 */
export function oggFacts(head: Buffer): Facts {
  const opus = head.indexOf('OpusHead')
  if (opus >= 0) return { audio_codec: 'opus', ...channels(head[opus + 9]) }
  const vorbis = head.indexOf('\x01vorbis', 0, 'latin1')
  if (vorbis >= 0) return { audio_codec: 'vorbis', ...channels(head[vorbis + 11]) }
  return { audio_codec: head.includes('Speex   ') ? 'speex' : head.includes('\x7fFLAC') ? 'flac' : 'unknown' }
}

const channels = (count: number | undefined): Facts => (count === undefined ? {} : { audio_channels: count })
