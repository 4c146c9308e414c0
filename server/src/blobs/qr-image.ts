import { crc32, deflateSync } from 'node:zlib'
import encodeQR from 'qr'

export type QrFormat = 'PNG' | 'SVG'

/** Pixels of one module in a PNG, and modules of white around the code. */
const SCALE = 12
const BORDER = 4

/** A text as the picture of a QR code. */
export function qrImage(text: string, format: QrFormat): { bytes: Uint8Array; mime_type: string } {
  if (format === 'SVG') {
    return { bytes: Buffer.from(encodeQR(text, 'svg', { border: BORDER })), mime_type: 'image/svg+xml' }
  }
  return { bytes: png(encodeQR(text, 'raw', { border: BORDER })), mime_type: 'image/png' }
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** One bit a pixel, grey: as small as a PNG can be. https://www.w3.org/TR/png-3/ */
function png(modules: boolean[][]): Uint8Array {
  const side = modules.length * SCALE
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 1
  const lines = modules.flatMap(row => Array.from({ length: SCALE }, () => line(row)))
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A line of pixels behind its filter byte; a set bit is white. */
function line(row: boolean[]): Buffer {
  const bytes = Buffer.alloc(1 + Math.ceil((row.length * SCALE) / 8))
  for (const [x, dark] of row.entries()) {
    if (dark) continue
    for (let pixel = x * SCALE; pixel < (x + 1) * SCALE; pixel++) bytes[1 + (pixel >> 3)]! |= 0x80 >> (pixel & 7)
  }
  return bytes
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(data.length, 0)
  body.copy(frame, 4)
  frame.writeUInt32BE(crc32(body), body.length + 4)
  return frame
}
