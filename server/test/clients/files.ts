import { Buffer } from 'node:buffer'

/** Just enough of a photo for its type to be told. */
export const PHOTO = {
  name: 'bread.jpg',
  mime: 'image/jpeg',
  bytes: Uint8Array.from(Buffer.from('ffd8ffe000104a46494600010101', 'hex')),
} as const
