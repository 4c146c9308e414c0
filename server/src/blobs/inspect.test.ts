import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { aac, amr, jpeg, m4a, mp3, mp4, ofSize, ogg, pdf, png, webp } from '../../test/media.ts'
import { secureRandom } from '../runtime/random.ts'
import { diskBlobs } from './disk.ts'
import { inspect } from './inspect.ts'

const folder = mkdtempSync(join(tmpdir(), 'landline-inspect-'))
const blobs = diskBlobs(folder, secureRandom())
afterAll(() => rmSync(folder, { recursive: true }))

async function looked(declared: string, bytes: Buffer) {
  const { blob, file_size } = await blobs.put(bytes)
  return inspect(blobs, blob, declared, file_size)
}

test.each([
  ['image/png', png(640, 480), { width: 640, height: 480, depth: 8 }],
  ['image/png', png(1, 2, 16), { width: 1, height: 2, depth: 16 }],
  ['image/jpeg', jpeg(1200, 630), { width: 1200, height: 630, depth: 8 }],
  ['image/jpeg', jpeg(10, 20, 4), { width: 10, height: 20, depth: 8, cmyk: true }],
  ['image/webp', webp(), { width: 512, height: 512, animated: false }],
  ['image/webp', webp({ width: 511, height: 513, animated: true }), { width: 511, height: 513, animated: true }],
  ['audio/ogg', ogg(), { audio_codec: 'opus', audio_channels: 1 }],
  ['audio/opus', ogg({ channels: 2 }), { audio_codec: 'opus', audio_channels: 2 }],
  ['audio/ogg', ogg({ codec: 'vorbis', channels: 2 }), { audio_codec: 'vorbis', audio_channels: 2 }],
  ['video/mp4', mp4(), { video_codec: 'h264', audio_codec: 'aac', audio_streams: 1 }],
  ['video/mp4', mp4(['hvc1']), { video_codec: 'h265', audio_streams: 0 }],
  ['video/mp4', mp4(['avc1', 'mp4a', 'mp4a']), { video_codec: 'h264', audio_codec: 'aac', audio_streams: 2 }],
  ['video/3gpp', mp4(['avc1'], '3gp5'), { video_codec: 'h264', audio_streams: 0 }],
  ['audio/mp4', m4a(), {}],
  ['audio/mpeg', mp3(), {}],
  ['audio/aac', aac(), {}],
  ['audio/amr', amr(), {}],
  ['application/pdf', pdf(), {}],
  ['text/plain', Buffer.from('Rye'), {}],
])('%s', async (declared, bytes, facts) => {
  expect(await looked(declared, bytes)).toEqual({ content_type: declared, ...facts })
})

test('bytes that are of another type than declared are called what they are', async () => {
  expect((await looked('image/png', jpeg())).content_type).toBe('image/jpeg')
  expect((await looked('audio/ogg', mp4())).content_type).toBe('video/mp4')
  expect((await looked('image/jpeg', Buffer.from('no picture'))).content_type).toBe('application/octet-stream')
})

test('what is cut short, or does not fit together, is not told', async () => {
  for (const bytes of [png(), jpeg(), webp(), ogg(), mp4()]) {
    for (let length = 0; length < bytes.length; length += 3) {
      expect(await looked('image/png', bytes.subarray(0, length))).toHaveProperty('content_type')
    }
  }
  const endless = mp4()
  endless.writeUInt32BE(4, 20)
  expect(await looked('video/mp4', endless)).toEqual({ content_type: 'video/mp4' })
  expect(await looked('video/mp4', ofSize(mp4([]).subarray(0, 20), 5000))).toEqual({ content_type: 'video/mp4' })
})
