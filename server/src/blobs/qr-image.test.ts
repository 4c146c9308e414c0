import { inflateSync } from 'node:zlib'
import decodeQR from 'qr/decode.js'
import { expect, test } from 'vitest'
import { qrImage } from './qr-image.ts'

const LINK = 'http://127.0.0.1:4400/phone?message=4O4YGZEG3RIVE1'

test('the PNG of a code is read back as its text', () => {
  const { bytes, mime_type } = qrImage(LINK, 'PNG')
  expect(mime_type).toBe('image/png')
  expect(decodeQR(pixelsOf(Buffer.from(bytes)))).toBe(LINK)
})

test('the SVG of a code is an SVG', () => {
  const { bytes, mime_type } = qrImage(LINK, 'SVG')
  expect(mime_type).toBe('image/svg+xml')
  expect(Buffer.from(bytes).toString()).toMatch(/^<svg[\s\S]*<\/svg>$/)
})

/** The picture as a decoder takes it; only for the one kind of PNG that is made here. */
function pixelsOf(png: Buffer): { width: number; height: number; data: Uint8Array } {
  const side = png.readUInt32BE(16)
  const lines = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)))
  const stride = 1 + Math.ceil(side / 8)
  const data = new Uint8Array(side * side * 3)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const white = lines[y * stride + 1 + (x >> 3)]! & (0x80 >> (x & 7))
      data.fill(white ? 255 : 0, (y * side + x) * 3, (y * side + x) * 3 + 3)
    }
  }
  return { width: side, height: side, data }
}
