import { beforeEach, expect, test } from 'vitest'
import { fileWorld } from '../shared-world.ts'

const w = await fileWorld()
beforeEach(() => w.control('POST', 'world/reset', {}))

const WORDS = 'Show me Cyber Monday deals!'
const links = (method: string, body?: object, rest = '') =>
  w.graph(method, `${w.landline.phone_number_id}/message_qrdls${rest}`, body)
const make = async (changes: object = {}) => (await links('POST', { prefilled_message: WORDS, ...changes })).body

test('a QR code opens the chat on a phone of this world, with the words written', async () => {
  const { code, ...rest } = await make()
  expect(code).toMatch(/^[A-Z0-9]{14}$/)
  expect(rest).toEqual({ prefilled_message: WORDS, deep_link_url: `${w.landline.url}/phone?message=${code}` })
  expect((await w.control('GET', `message-links/${code}`)).body).toEqual({
    phone_number_id: w.landline.phone_number_id,
    prefilled_message: WORDS,
  })
})

test.each([
  ['PNG', 'image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  ['SVG', 'image/svg+xml', Buffer.from('<svg')],
])('its picture is a %s that anybody with the link can load', async (generate_qr_image, type, begins) => {
  const { qr_image_url } = await make({ generate_qr_image })
  const response = await fetch(qr_image_url)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(response.headers.get('content-type')).toBe(type)
  expect(bytes.subarray(0, begins.length)).toEqual(begins)
  const range = await fetch(qr_image_url, { headers: { range: 'bytes=1-3' } })
  expect(range.status).toBe(206)
  expect(Buffer.from(await range.arrayBuffer())).toEqual(bytes.subarray(1, 4))
})

test('codes are listed newest first, one by one, and with their picture when it is asked for', async () => {
  const first = await make()
  await w.advance('1s')
  const second = await make({ prefilled_message: 'Show me Cyber Tuesday deals!' })
  const list = (await links('GET')).body
  expect(list.data).toEqual([second, first])
  expect((await links('GET', undefined, `?code=${first.code}`)).body.data).toEqual([first])
  expect((await links('GET', undefined, `/${first.code}`)).body.data).toEqual([first])
  const fields = 'fields=code,creation_time,qr_image_url.format(PNG)'
  expect((await links('GET', undefined, `/${first.code}?${fields}`)).body.data).toEqual([
    {
      code: first.code,
      creation_time: expect.any(Number),
      qr_image_url: expect.stringMatching(new RegExp(`code=${first.code}&format=PNG$`)),
    },
  ])
})

test.each([
  ['GET', undefined, '/AAAAAAAAAAAAA1', "The QR code you're trying to access doesn't exist or has been deleted"],
  [
    'POST',
    { code: 'AAAAAAAAAAAAA1', prefilled_message: WORDS },
    '',
    "The QR code you're trying to access doesn't exist or has been deleted",
  ],
  [
    'DELETE',
    undefined,
    '/AAAAAAAAAAAAA1',
    "The QR code you're trying to delete doesn't exist or has already been deleted",
  ],
])('%s of a code that is none says so', async (method, body, rest, error_user_msg) => {
  const answer = await links(method, body, rest)
  expect(answer.status).toBe(404)
  expect(answer.body.error).toMatchObject({ code: 803, error_user_title: 'QR Code Not Found', error_user_msg })
})

test('the words change and the code on paper stays', async () => {
  const made = await make()
  const changed = await links('POST', { code: made.code, prefilled_message: 'Hello!' })
  expect(changed.body).toEqual({ ...made, prefilled_message: 'Hello!' })
  expect((await links('GET')).body.data).toEqual([changed.body])
})

test('a deleted code leads nowhere', async () => {
  const { code, qr_image_url } = await make({ generate_qr_image: 'SVG' })
  expect((await links('DELETE', undefined, `/${code}`)).body).toEqual({ success: true })
  expect((await links('GET')).body.data).toEqual([])
  expect((await fetch(qr_image_url)).status).toBe(404)
  const again = await links('DELETE', undefined, `/${code}`)
  expect(again.status).toBe(404)
  expect(again.body.error).toMatchObject({ code: 803, message: '(#803) QR code not found' })
})

test.each([1, 139, 140])('%i characters are prefilled', async length => {
  expect((await make({ prefilled_message: 'x'.repeat(length) })).prefilled_message).toHaveLength(length)
})

test.each([
  ['x'.repeat(141), /must be at most 140 characters long/],
  ['', /The parameter prefilled_message is required/],
])('other lengths are refused: %#', async (prefilled_message, message) => {
  expect((await make({ prefilled_message })).error).toMatchObject({
    code: 100,
    message: expect.stringMatching(message),
  })
})

test('a deeper path than an item is unknown', async () => {
  const { code } = await make()
  expect((await links('GET', undefined, `/${code}/more`)).body.error).toMatchObject({ code: 2500 })
})
