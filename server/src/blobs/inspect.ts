import { type MediaFacts, UNKNOWN_CONTENT } from '../domain/messaging/media-facts.ts'
import type { Blobs } from '../graph/io.ts'
import { HEAD_BYTES, knownAs, signatureOf } from './detect.ts'
import { filmFacts } from './film.ts'
import { jpegFacts, oggFacts, pngFacts, webpFacts } from './formats.ts'

/** Types whose bytes say nothing; then the declared one is believed. */
const WITHOUT_SIGNATURE = new Set(['text/plain'])

/** Looks into the beginning of a file, and for films at their table of contents. Little of it is ever in memory. */
export async function inspect(blobs: Blobs, blob: string, declared: string, size: number): Promise<MediaFacts> {
  const head = Buffer.from(await blobs.head(blob, HEAD_BYTES))
  const found = await signatureOf(head)
  const content_type = found ? knownAs(found, declared) : WITHOUT_SIGNATURE.has(declared) ? declared : UNKNOWN_CONTENT
  return { content_type, ...(await within(content_type, head, blobs, blob, size)) }
}

async function within(type: string, head: Buffer, blobs: Blobs, blob: string, size: number) {
  switch (type) {
    case 'image/png':
      return pngFacts(head)
    case 'image/jpeg':
      return jpegFacts(head)
    case 'image/webp':
      return webpFacts(head)
    case 'audio/ogg':
    case 'audio/opus':
      return oggFacts(head)
    case 'video/mp4':
    case 'video/3gpp':
      return filmFacts(blobs, blob, size)
    default:
      return {}
  }
}
