import { expect, test } from 'vitest'
import { samplesIn, webmToOgg } from './ogg.ts'

const text = (value: string) => [...new TextEncoder().encode(value)]
const element = (id: number[], payload: number[]) => [...id, 0x80 | payload.length, ...payload]
const block = (packet: number[]) => element([0xa3], [0x81, 0, 0, 0x80, ...packet])
const UNKNOWN = [0x01, 255, 255, 255, 255, 255, 255, 255]

const head = [...text('OpusHead'), 1, 1, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0]
const webm = Uint8Array.from([
  ...element([0x1a, 0x45, 0xdf, 0xa3], [1, 2, 3]),
  ...[0x18, 0x53, 0x80, 0x67, ...UNKNOWN],
  ...element([0x16, 0x54, 0xae, 0x6b], element([0xae], element([0x63, 0xa2], head))),
  ...[0x1f, 0x43, 0xb6, 0x75, ...UNKNOWN],
  ...block([0x08, 7, 7]),
  ...block([0x78, 9]),
])

test('a recording of unknown length becomes three pages of Ogg', () => {
  const ogg = webmToOgg(webm)
  const latin = new TextDecoder('latin1').decode(ogg)
  expect(latin.split('OggS')).toHaveLength(4)
  expect(latin.indexOf('OpusHead')).toBeLessThan(latin.indexOf('OpusTags'))

  const last = new DataView(ogg.buffer, latin.lastIndexOf('OggS'))
  expect(last.getUint8(5)).toBe(4)
  expect(last.getBigUint64(6, true)).toBe(BigInt(960 + 960))
  expect([...ogg.slice(-7)]).toEqual([3, 2, 0x08, 7, 7, 0x78, 9])
})

test('a packet says how long it is', () => {
  expect(samplesIn(Uint8Array.of(0x08))).toBe(960) // SILK, 20 ms
  expect(samplesIn(Uint8Array.of(0xf9))).toBe(1920) // CELT, 20 ms, twice
  expect(samplesIn(Uint8Array.of(0xfb, 3))).toBe(2880) // CELT, 20 ms, three times
})
