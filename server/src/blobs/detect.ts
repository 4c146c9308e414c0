import type { Blobs } from '../graph/io.ts'

/** Enough for every type on the platform's list, office documents included. */
export const HEAD_BYTES = 16_384

/** Containers whose bytes look the same for several types: then the declared one, if it is of the family, counts. */
const FAMILIES: Record<string, readonly string[]> = {
  'application/x-cfb': ['application/msword', 'application/vnd.ms-excel', 'application/vnd.ms-powerpoint'],
  'application/zip': [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ],
  'audio/x-m4a': ['audio/mp4', 'audio/aac'],
  'video/mp4': ['audio/mp4', 'video/3gpp'],
  'audio/ogg; codecs=opus': ['audio/ogg', 'audio/opus'],
  'application/ogg': ['audio/ogg', 'audio/opus'],
  'video/webm': ['audio/webm'],
}

const SAME: Record<string, string> = {
  'audio/x-m4a': 'audio/mp4',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'image/jpg': 'image/jpeg',
  'audio/mp3': 'audio/mpeg',
}

/**
 * What the bytes are. Where their beginning says nothing (plain text, rare audio) the declared type counts; where it
 * says another type than declared, the bytes are right.
 */
export async function detectType(blobs: Blobs, blob: string, declared: string): Promise<string> {
  const found = await signatureOf(await blobs.head(blob, HEAD_BYTES))
  if (!found) return SAME[declared] ?? declared
  return knownAs(found, declared)
}

/** The type that the first bytes of a file tell. Loaded when there is a file to look at. */
export async function signatureOf(head: Uint8Array): Promise<string | undefined> {
  const { fileTypeFromBuffer } = await import('file-type')
  return (await fileTypeFromBuffer(head))?.mime
}

/** The platform's name for what the bytes were found to be; the declared one where they fit it. */
export const knownAs = (found: string, declared: string): string =>
  FAMILIES[found]?.includes(declared) ? declared : (SAME[found] ?? found)
