import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { KILOBYTE, MEGABYTE } from '../../src/domain/messaging/media-types.ts'
import { aac, amr, carried, jpeg, m4a, mp3, mp4, ofSize, ogg, pdf, png, uploaded, uploads, webp } from '../media.ts'
import { fileWorld } from '../shared-world.ts'

const w = await fileWorld()
/** The customer has just written, so that anything may be sent. */
beforeEach(async () => {
  await w.says('Hello')
})

const token = () => ({ authorization: `Bearer ${w.landline.access_token}` })
const urlOf = async (id: string): Promise<string> => (await w.graph('GET', id)).body.url
const download = (url: string, headers: Record<string, string> = {}) =>
  fetch(url, { headers: { ...token(), ...headers } })

describe('an upload', () => {
  test.each([
    ['audio/aac', aac()],
    ['audio/amr', amr()],
    ['audio/mpeg', mp3()],
    ['audio/mp4', m4a()],
    ['audio/ogg', ogg()],
    ['audio/opus', ogg()],
    ['text/plain', Buffer.from('Rye')],
    ['application/pdf', pdf()],
    ['image/jpeg', jpeg()],
    ['image/png', png()],
    ['image/webp', webp()],
    ['video/mp4', mp4()],
    ['video/3gpp', mp4(['avc1'], '3gp5')],
  ])('of %s is taken', async (type, bytes) => {
    const { status, body } = await uploads(w, type, bytes)
    expect(status).toBe(200)
    expect(body).toEqual({ id: expect.stringMatching(/^\d+$/) })
    expect((await w.graph('GET', body.id)).body.mime_type).toBe(type)
  })

  test.each(['text/csv', 'image/gif', 'image/jpg', 'application/octet-stream', 'video/webm', ''])(
    'that calls itself %j is refused, whatever its bytes are',
    async type => {
      const { status, body } = await uploads(w, type, png())
      expect(status).toBe(400)
      expect(body.error).toMatchObject({ code: 100, type: 'OAuthException' })
      expect(body.error.message).toBe(
        '(#100) Param file must be a file with one of the following types: audio/aac, audio/mp4, audio/mpeg, ' +
          'audio/amr, audio/ogg, audio/opus, application/vnd.ms-powerpoint, application/msword, ' +
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document, ' +
          'application/vnd.openxmlformats-officedocument.presentationml.presentation, ' +
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/pdf, ' +
          'application/vnd.ms-excel, text/plain, video/mp4, video/3gpp, image/jpeg, image/png, image/webp. ' +
          `Received file of type '${type || 'application/octet-stream'}'.`,
      )
    },
  )

  test('needs its product, then its file', async () => {
    const path = `/v25.0/${w.landline.phone_number_id}/media`
    const post = async (form: FormData) =>
      (await (await fetch(w.landline.url + path, { method: 'POST', headers: token(), body: form })).json()) as {
        error: { message: string }
      }
    const form = new FormData()
    form.set('file', new Blob([Uint8Array.from(png())], { type: 'image/png' }), 'a.png')
    expect((await post(form)).error.message).toBe('(#100) The parameter messaging_product is required.')
    const empty = new FormData()
    empty.set('messaging_product', 'whatsapp')
    expect((await post(empty)).error.message).toBe('(#100) The parameter file is required.')
    const forged = { messaging_product: 'whatsapp', file: { blob: '0'.repeat(32), file_size: 1, sha256: 'x' } }
    const answer = await w.graph('POST', `${w.landline.phone_number_id}/media`, forged)
    expect([answer.status, answer.body.error.code]).toEqual([400, 100])
  })

  test.each([
    [100 * MEGABYTE - 1, 200],
    [100 * MEGABYTE, 200],
    [100 * MEGABYTE + 1, 400],
  ])(
    'of %d bytes is answered with %d',
    async (size, expected) => {
      const { status, body } = await uploads(w, 'application/pdf', ofSize(pdf(), size))
      expect(status).toBe(expected)
      if (expected !== 200) {
        expect(body.error).toMatchObject({ code: 100, message: '(#100) Param file must be at most 104857600 bytes.' })
      }
    },
    60_000,
  )
})

describe('what is known of a medium', () => {
  test('is told in the order of captures, with the hash of its bytes', async () => {
    const bytes = png(300, 200)
    const id = await uploaded(w, 'image/png', bytes, 'shop.png')
    const { status, body } = await w.graph('GET', id)
    expect(status).toBe(200)
    expect(Object.keys(body)).toEqual(['url', 'mime_type', 'sha256', 'file_size', 'id', 'messaging_product'])
    expect(body).toMatchObject({
      mime_type: 'image/png',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      file_size: bytes.length,
      id,
      messaging_product: 'whatsapp',
    })
  })

  test('is told to the number that it belongs to only, when one is named', async () => {
    const id = await uploaded(w, 'image/png', png())
    expect((await w.graph('GET', `${id}?phone_number_id=${w.landline.phone_number_id}`)).status).toBe(200)
    for (const method of ['GET', 'DELETE']) {
      const { status, body } = await w.graph(method, `${id}?phone_number_id=1234567890`)
      expect([status, body.error.code, body.error.error_subcode]).toEqual([400, 100, 33])
    }
    expect((await w.graph('DELETE', `${id}?phone_number_id=${w.landline.phone_number_id}`)).body).toEqual({
      success: true,
    })
  })

  test('is gone with the medium, and its bytes with it', async () => {
    const id = await uploaded(w, 'image/png', png())
    const url = await urlOf(id)
    expect((await w.graph('DELETE', id)).body).toEqual({ success: true })
    expect((await w.graph('GET', id)).body.error).toMatchObject({
      code: 100,
      error_subcode: 33,
      type: 'GraphMethodException',
    })
    expect((await download(url)).status).toBe(404)
    const { body } = await w.sends({ type: 'image', image: { id } })
    expect(body.error.message).toBe(
      "(#100) Param image['id'] is not a valid whatsapp business account media attachment ID",
    )
  })
})

describe('a download', () => {
  const bytes = Buffer.from('0123456789')
  let id: string
  let url: string
  beforeEach(async () => {
    id = await uploaded(w, 'text/plain', bytes, 'plants & more.txt')
    url = await urlOf(id)
  })

  test('is the bytes, with their type, length and name', async () => {
    const response = await download(url)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/plain')
    expect(response.headers.get('content-length')).toBe('10')
    expect(response.headers.get('content-disposition')).toContain('filename="plants & more.txt"')
    expect(await response.text()).toBe('0123456789')
  })

  test.each([
    ['bytes=0-0', 206, '0', 'bytes 0-0/10'],
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=4-', 206, '456789', 'bytes 4-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=9-99', 206, '9', 'bytes 9-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=5-4', 416, '', 'bytes */10'],
    ['bytes=-0', 416, '', 'bytes */10'],
    ['bytes=0-1,3-4', 200, '0123456789', null],
    ['chapters=1-2', 200, '0123456789', null],
  ])('of the range %s', async (range, status, text, contentRange) => {
    const response = await download(url, { range })
    expect([response.status, response.headers.get('content-range')]).toEqual([status, contentRange])
    expect(await response.text()).toBe(text)
  })

  test('needs the token of the business', async () => {
    expect((await fetch(url)).status).toBe(401)
    expect((await fetch(url, { headers: { authorization: 'Bearer nonsense' } })).status).toBe(401)
  })

  test('needs the link as it was given out', async () => {
    for (const [part, other] of [
      [/hash=[^&]*/, 'hash=x'],
      [/mid=\d+/, `mid=${await uploaded(w, 'image/png', png())}`],
      [/ext=\d+/, 'ext=9999999999'],
    ] as const) {
      const response = await download(url.replace(part, other))
      expect(response.status).toBe(404)
      expect(((await response.json()) as { error: { message: string } }).error.message).toBe('Not Found')
    }
  })

  test('is there for five minutes, and again for whoever asks again', async () => {
    expect(Number(new URL(url).searchParams.get('ext'))).toBe(await seconds(300))
    await w.advance('4m59s')
    expect((await download(url)).status).toBe(200)
    await w.advance('1s')
    expect((await download(url)).status).toBe(404)
    expect((await download(await urlOf(id))).status).toBe(200)
  })
})

describe('a medium lives', () => {
  test('30 days when it was uploaded', async () => {
    const id = await uploaded(w, 'image/png', png())
    await w.advance('719h59m59s')
    const url = await urlOf(id)
    expect((await download(url)).status).toBe(200)
    await w.advance('1s')
    expect((await w.graph('GET', id)).body.error).toMatchObject({ code: 100, error_subcode: 33 })
    expect((await download(url)).status).toBe(404)
    await w.says('Hello')
    expect((await w.sends({ type: 'image', image: { id } })).body.error.code).toBe(100)
  })

  test('7 days when it came from a customer', async () => {
    const said = await w.control('POST', `customers/${w.landline.customer}/say`, {
      image: { data: png().toString('base64') },
    })
    const { id } = said.body.message.media
    await w.advance('167h59m59s')
    expect((await w.graph('GET', id)).status).toBe(200)
    await w.advance('1s')
    expect((await w.graph('GET', id)).body.error).toMatchObject({ code: 100, error_subcode: 33 })
  })
})

describe('a message that shows an upload', () => {
  const TOO_BIG = (limit: string) => `Media file size too big. Max file size we currently support: ${limit}`
  test.each([
    ['image', 'image/png', png(), 5 * MEGABYTE, '5MB'],
    ['image', 'image/jpeg', jpeg(), 5 * MEGABYTE, '5MB'],
    ['audio', 'audio/mpeg', mp3(), 16 * MEGABYTE, '16MB'],
    ['audio', 'audio/ogg', ogg(), 16 * MEGABYTE, '16MB'],
    ['video', 'video/mp4', mp4(), 16 * MEGABYTE, '16MB'],
    ['sticker', 'image/webp', webp(), 100 * KILOBYTE, '100KB'],
    ['sticker', 'image/webp', webp({ animated: true }), 500 * KILOBYTE, '500KB'],
  ])(
    '%s of %s is delivered up to its size',
    async (type, mime, bytes, max, words) => {
      for (const [size, fate] of [
        [max - 1, 'delivered'],
        [max, 'delivered'],
        [max + 1, TOO_BIG(words)],
      ] as const) {
        const id = await uploaded(w, mime, ofSize(bytes, size))
        expect([size, await carried(w, { type, [type]: { id } })]).toEqual([size, fate])
      }
    },
    60_000,
  )

  test.each([
    ['image', 'image/webp', webp(), 'Unsupported Image mime type image/webp. Please use one of image/png, image/jpeg.'],
    ['sticker', 'image/png', png(512, 512), 'Unsupported Sticker mime type image/png. Please use one of image/webp.'],
    ['video', 'image/png', png(), 'Unsupported Video mime type image/png. Please use one of video/mp4, video/3gpp.'],
    ['image', 'image/png', Buffer.from('no picture'), 'Image is invalid.'],
    ['image', 'image/png', png(10, 10, 16), 'Image is invalid.'],
    ['image', 'image/jpeg', jpeg(10, 10, 4), 'Image is invalid.'],
    [
      'sticker',
      'image/webp',
      webp({ width: 256 }),
      'Sticker file could not be processed. Please choose a different file.',
    ],
    [
      'audio',
      'audio/ogg',
      Buffer.from('no recording'),
      'Audio file uploaded with mimetype as audio/ogg; codecs=opus, however on processing it is of type ' +
        'application/octet-stream. Please choose a different file.',
    ],
    [
      'audio',
      'audio/ogg',
      ogg({ codec: 'vorbis' }),
      'Audio file uploaded with mimetype as audio/ogg; codecs=opus, however on processing it is of type ' +
        'audio/ogg; codecs=vorbis. Please choose a different file.',
    ],
    [
      'video',
      'video/mp4',
      mp4(['hvc1', 'mp4a']),
      'Video file uploaded with mimetype as video/mp4, however on processing it is of type video/mp4, ' +
        'videoCodec=h265, audioCodec=aac. Please choose a different file.',
    ],
    [
      'audio',
      'audio/opus',
      ogg(),
      'Unsupported Audio mime type audio/opus. ' +
        'Please use one of audio/ogg; codecs=opus, audio/mpeg, audio/amr, audio/mp4, audio/aac.',
    ],
  ])('%s fails on its way with what is wrong with its %s', async (type, mime, bytes, details) => {
    const id = await uploaded(w, mime, bytes)
    expect(await carried(w, { type, [type]: { id } })).toBe(details)
  })

  test('a voice message of Opus in mono is delivered', async () => {
    const id = await uploaded(w, 'audio/ogg', ogg())
    expect(await carried(w, { type: 'audio', audio: { id, voice: true } })).toBe('delivered')
  })

  test('a document may be of any type that can be uploaded', async () => {
    const id = await uploaded(w, 'image/png', png())
    expect(await carried(w, { type: 'document', document: { id, filename: 'plan.png' } })).toBe('delivered')
  })

  test('the header of an interactive message is looked at too', async () => {
    const id = await uploaded(w, 'image/webp', webp())
    const interactive = {
      type: 'button',
      header: { type: 'image', image: { id } },
      body: { text: 'Which one?' },
      action: { buttons: [{ type: 'reply', reply: { id: 'a', title: 'This' } }] },
    }
    expect(await carried(w, { type: 'interactive', interactive })).toBe(
      'Unsupported Image mime type image/webp. Please use one of image/png, image/jpeg.',
    )
  })

  test('what a customer sent can be sent on', async () => {
    const said = await w.control('POST', `customers/${w.landline.customer}/say`, {
      image: { data: png().toString('base64') },
    })
    expect(await carried(w, { type: 'image', image: { id: said.body.message.media.id } })).toBe('delivered')
  })
})

/** Unix seconds of the world, so much later. */
const seconds = async (later: number): Promise<number> =>
  Math.floor((await w.control('GET', 'clock')).body.now / 1000) + later
