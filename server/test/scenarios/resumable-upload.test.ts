import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { HandleNotUsable } from '../../src/domain/templates/index.ts'
import { jpeg, mp4, ofSize, pdf, piece, png, handle as upload } from '../media.ts'
import { fileWorld } from '../shared-world.ts'

const w = await fileWorld()

const begin = (params: object) => w.graph('POST', `${w.landline.app_id}/uploads`, params)
const beginImage = async (length: number): Promise<string> =>
  (await begin({ file_name: 'shop.png', file_length: length, file_type: 'image/png' })).body.id
const offsetOf = async (session: string) => (await w.graph('GET', session)).body

test('a file that is sent whole is answered with its handle', async () => {
  const bytes = png()
  const session = await beginImage(bytes.length)
  expect(session).toMatch(/^upload:[A-Za-z0-9+=]+\?sig=AR[\w-]+$/)
  const { status, body } = await piece(w, session, 0, bytes)
  expect(status).toBe(200)
  expect(body).toEqual({ h: expect.stringMatching(/^4:c2hvcC5wbmc=:aW1hZ2UvcG5n:[\w-]+:e:\d+:\d+:\d+:AR[\w-]+$/) })
})

test('parameters may stand in the query', async () => {
  const { app_id } = w.landline
  const { body } = await w.graph('POST', `${app_id}/uploads?file_name=a.jpg&file_length=10&file_type=image/jpeg`)
  expect(body.id).toMatch(/^upload:/)
})

test('a file may come in pieces, and its session tells how much is there', async () => {
  const bytes = ofSize(png(), 1000)
  const session = await beginImage(1000)
  expect(await offsetOf(session)).toEqual({ id: session, file_offset: 0 })
  expect((await piece(w, session, 0, bytes.subarray(0, 400))).body).toEqual({ id: session, file_offset: 400 })
  expect((await piece(w, session, 400, bytes.subarray(400, 999))).body).toEqual({ id: session, file_offset: 999 })
  expect(await offsetOf(session)).toEqual({ id: session, file_offset: 999 })
  expect((await piece(w, session, 999, bytes.subarray(999))).body).toEqual({ h: expect.any(String) })
})

test('what arrived before the connection broke counts', async () => {
  const bytes = ofSize(png(), 200_000)
  const session = await beginImage(bytes.length)
  await broken(session, bytes.subarray(0, 150_000), bytes.length)
  let { file_offset } = await offsetOf(session)
  while (file_offset === 0) file_offset = (await offsetOf(session)).file_offset
  expect(file_offset).toBeGreaterThan(0)
  expect(file_offset).toBeLessThanOrEqual(150_000)
  const { body } = await piece(w, session, file_offset, bytes.subarray(file_offset))
  expect((await picture(body.h)).status).toBe(200)
  expect(await shownPicture()).toEqual(bytes)
})

test.each([
  [{ file_type: 'image/png' }, 'The parameter file_length is required.'],
  [{ file_type: 'image/png', file_length: 0 }, 'Param file_length must be between 1 and 104857600.'],
  [{ file_type: 'image/png', file_length: 104_857_601 }, 'Param file_length must be between 1 and 104857600.'],
  [{ file_length: 10 }, 'The parameter file_type is required.'],
  [
    { file_length: 10, file_type: 'image/gif' },
    'Param file_type must be one of {APPLICATION/PDF, IMAGE/JPEG, IMAGE/JPG, IMAGE/PNG, VIDEO/MP4} - got "image/gif".',
  ],
])('a session for %j is not begun', async (params, message) => {
  const { status, body } = await begin(params)
  expect(status).toBe(400)
  expect(body.error).toMatchObject({ code: 100, message: `(#100) ${message}` })
})

test.each([1, 104_857_600])('a file may have %d bytes', async length => {
  expect((await begin({ file_length: length, file_type: 'application/pdf' })).status).toBe(200)
})

test('bytes go on where those that have arrived end, and nowhere else', async () => {
  const session = await beginImage(100)
  await piece(w, session, 0, Buffer.alloc(50))
  for (const [offset, message] of [
    [0, '(#100) Param file_offset must be 50 - got 0.'],
    [49, '(#100) Param file_offset must be 50 - got 49.'],
    [51, '(#100) Param file_offset must be 50 - got 51.'],
  ] as const) {
    const { status, body } = await piece(w, session, offset, Buffer.alloc(10))
    expect([status, body.error.code, body.error.message]).toEqual([400, 100, message])
  }
  expect((await offsetOf(session)).file_offset).toBe(50)
})

test('a file is not longer than was said', async () => {
  const session = await beginImage(100)
  const { body } = await piece(w, session, 0, Buffer.alloc(101))
  expect(body.error).toMatchObject({
    code: 100,
    message: '(#100) The file is longer than its file_length of 100 bytes.',
  })
  expect((await offsetOf(session)).file_offset).toBe(0)
  expect((await piece(w, session, 0, Buffer.alloc(100))).body).toHaveProperty('h')
})

test('without file_offset, or with one that is no number, nothing is taken', async () => {
  const session = await beginImage(10)
  const { body } = await w.graph('POST', session)
  expect(body.error).toMatchObject({ code: 100, message: '(#100) The parameter file_offset is required.' })
  const odd = (await piece(w, session, 'x', Buffer.alloc(10))).body.error
  expect(odd).toMatchObject({ code: 100, message: '(#100) Param file_offset must be a number.' })
  expect((await piece(w, session, 0, Buffer.alloc(0))).body.error.message).toBe(
    '(#100) The parameter file is required.',
  )
})

test('a session is known by its id with its signature, and to whoever has a token', async () => {
  const session = await beginImage(10)
  const [id] = session.split('?')
  for (const called of [id!, `${id}?sig=ARnonsense`]) {
    const { status, body } = await piece(w, called, 0, Buffer.alloc(10))
    expect([status, body.error.code, body.error.error_subcode]).toEqual([400, 100, 33])
  }
  const { status, body } = await w.graph('GET', session, undefined, {})
  expect([status, body.error.code]).toEqual([401, 104])
})

test('a session waits a day for its bytes', async () => {
  const early = await beginImage(10)
  await w.advance('23h59m59s')
  expect((await offsetOf(early)).file_offset).toBe(0)
  await w.advance('1s')
  const { body } = await w.graph('GET', early)
  expect(body.error.code).toBe(803)
})

describe('a handle', () => {
  test('is the sample of a media header, when it is of the kind of the header', async () => {
    const files = {
      IMAGE: ['image/png', png()],
      VIDEO: ['video/mp4', mp4()],
      DOCUMENT: ['application/pdf', pdf()],
    } as const
    for (const [kind, [type, bytes]] of Object.entries(files)) {
      const h = await upload(w, type, bytes)
      for (const format of Object.keys(files)) {
        const { status, body } = await create(format, h)
        if (format === kind) expect([format, status]).toEqual([format, 200])
        else expect([format, body.error.error_subcode]).toEqual([format, 2388084])
      }
    }
  })

  test('image/jpg is image/jpeg', async () => {
    expect((await create('IMAGE', await upload(w, 'image/jpg', jpeg()))).status).toBe(200)
  })

  test.each(['4::aW1hZ2U=', '4::aW1hZ2U=:aW1hZ2UvcG5n:AR:e:1:2:3:AR', 'shop.png', '::::'])(
    'that was never given out is not taken: %s',
    async unknown => {
      const { status, body } = await create('IMAGE', unknown)
      expect(status).toBe(400)
      expect(body.error).toMatchObject({
        code: 100,
        error_subcode: 2388084,
        error_user_title: HandleNotUsable.userTitle,
        error_user_msg: HandleNotUsable.userMessage,
      })
    },
  )

  test('of bytes that are not what they were said to be is not taken', async () => {
    const h = await upload(w, 'image/png', Buffer.from('no picture at all, but long enough'))
    expect((await create('IMAGE', h)).body.error.error_subcode).toBe(2388084)
  })

  test('in a card of a carousel is looked at too', async () => {
    const good = await upload(w, 'image/png', png())
    expect((await carousel(good, good)).status).toBe(200)
    expect((await carousel(good, '4::unknown')).body.error.error_subcode).toBe(2388084)
  })

  test('works for 30 days, and a template keeps it in its edits', async () => {
    const h = await upload(w, 'image/png', png())
    const created = await create('IMAGE', h)
    await w.advance('29d')
    expect((await create('IMAGE', h)).status).toBe(200)
    await w.advance('1d')
    expect((await create('IMAGE', h)).body.error.error_subcode).toBe(2388084)
    const edited = await w.graph('POST', created.body.id, { components: components('IMAGE', h) })
    expect(edited.body).toEqual({ success: true })
  })
})

describe('the picture of a profile', () => {
  test('is read at its URL without a token, and shown on the phone', async () => {
    const bytes = jpeg(640, 640)
    expect((await picture(await upload(w, 'image/jpeg', bytes))).body).toEqual({ success: true })
    const { profile_picture_url: url } = await profile()
    const response = await fetch(url)
    expect(response.headers.get('content-type')).toBe('image/jpeg')
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
    const chats = await w.control('GET', `customers/${w.landline.customer}/chats`)
    const shown = chats.body.data[0].phone_number.profile.profile_picture_url
    expect(shown).toMatch(/^\/control\/media\/\d+\/content$/)
    expect(Buffer.from(await (await fetch(w.landline.url + shown)).arrayBuffer())).toEqual(bytes)
  })

  test('stays when its handle expires, is replaced by the next one, and goes when it is empty', async () => {
    await picture(await upload(w, 'image/png', png(1, 1)))
    const { profile_picture_url: first } = await profile()
    await w.advance('31d')
    expect((await fetch(first)).status).toBe(200)
    await picture(await upload(w, 'image/png', png(2, 2)))
    expect((await fetch(first)).status).toBe(404)
    expect(await shownPicture()).toEqual(png(2, 2))
    await picture('')
    expect((await profile()).profile_picture_url).toBeUndefined()
  })

  test('is a JPEG or PNG that was uploaded', async () => {
    for (const h of ['4::unknown', await upload(w, 'application/pdf', pdf()), await upload(w, 'image/png', pdf())]) {
      const { status, body } = await picture(h)
      expect(status).toBe(400)
      expect(body.error).toMatchObject({
        code: 100,
        message: '(#100) Param profile_picture_handle is not the handle of an uploaded JPEG or PNG image.',
      })
    }
  })

  test('is found by its signature only', async () => {
    await picture(await upload(w, 'image/png', png()))
    const { profile_picture_url: url } = await profile()
    expect((await fetch(url.replace(/hash=.*/, 'hash=x'))).status).toBe(404)
    expect((await fetch(url.replace(/mid=\d+/, 'mid=1'))).status).toBe(404)
  })
})

const picture = (profile_picture_handle: string) =>
  w.graph('POST', `${w.landline.phone_number_id}/whatsapp_business_profile`, {
    messaging_product: 'whatsapp',
    profile_picture_handle,
  })

const profile = async () =>
  (await w.graph('GET', `${w.landline.phone_number_id}/whatsapp_business_profile?fields=profile_picture_url`)).body
    .data[0]

const shownPicture = async () => Buffer.from(await (await fetch((await profile()).profile_picture_url)).arrayBuffer())

test('a template is read with links to its samples, which everybody may follow', async () => {
  const bytes = png()
  const h = await upload(w, 'image/png', bytes)
  const { id } = (await create('IMAGE', h)).body
  const read = async (fields = 'components') => (await w.graph('GET', `${id}?fields=${fields}`)).body.components
  const [header] = await read()
  const [link] = header.example.header_handle
  expect(link.startsWith(`${w.landline.url}/template_samples/?`)).toBe(true)
  const followed = await fetch(link)
  expect(followed.headers.get('content-type')).toBe('image/png')
  expect(Buffer.from(await followed.arrayBuffer())).toEqual(bytes)
  expect((await fetch(link.replace(/hash=.{4}/, 'hash=AAAA'))).status).toBe(404)
  const listed = await w.graph('GET', `${w.landline.waba_id}/message_templates?name=sample_0`)
  expect(JSON.stringify(listed.body)).not.toContain(h)

  const cards = (await carousel(h, h)).body
  const [, { cards: read_cards }] = (await w.graph('GET', `${cards.id}?fields=components`)).body.components
  for (const { components } of read_cards) expect(components[0].example.header_handle).toEqual([link])

  // The link is no handle: an edit brings one.
  const edit = (handle: string) => w.graph('POST', id, { components: components('IMAGE', handle) })
  await w.advance('2s')
  expect((await edit(link)).body.error.error_subcode).toBe(2388084)
  expect((await edit(h)).body).toEqual({ success: true })
})

let named = 0
const create = (format: string, h: string) =>
  w.graph('POST', `${w.landline.waba_id}/message_templates`, {
    name: `sample_${named++}`,
    language: 'en_US',
    category: 'MARKETING',
    components: components(format, h),
  })

const components = (format: string, h: string) => [
  { type: 'HEADER', format, example: { header_handle: [h] } },
  { type: 'BODY', text: 'Our new plants are here.' },
]

const carousel = (...handles: string[]) =>
  w.graph('POST', `${w.landline.waba_id}/message_templates`, {
    name: `carousel_${named++}`,
    language: 'en_US',
    category: 'MARKETING',
    components: [
      { type: 'BODY', text: 'Our new plants are here.' },
      {
        type: 'CAROUSEL',
        cards: handles.map(h => ({
          components: [
            ...components('IMAGE', h),
            { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'This' }] },
          ],
        })),
      },
    ],
  })

/** Sends the beginning of a body and goes away. */
function broken(session: string, bytes: Buffer, length: number): Promise<void> {
  const { port } = new URL(w.landline.url)
  return new Promise(resolve => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      const headers = [
        `POST /v25.0/${session} HTTP/1.1`,
        'Host: 127.0.0.1',
        `Authorization: OAuth ${w.landline.access_token}`,
        'file_offset: 0',
        `Content-Length: ${length}`,
      ]
      socket.write(`${headers.join('\r\n')}\r\n\r\n`)
      socket.write(bytes, () => socket.end(() => socket.destroy()))
    })
    socket.on('close', () => resolve())
  })
}
