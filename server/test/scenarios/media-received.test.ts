import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MEGABYTE } from '../../src/domain/messaging/media-types.ts'
import { mp4, ofSize, ogg, pdf, png, webp } from '../media.ts'
import { worldAndBot } from '../shared-world.ts'
import { type Site, site } from '../site.ts'

const { w, bot } = await worldAndBot()
let shop: Site
beforeAll(async () => {
  shop = await site({
    '/whole.pdf': { type: 'application/pdf', body: ofSize(pdf(), 100 * MEGABYTE) },
    '/large.pdf': { type: 'application/pdf', body: ofSize(pdf(), 100 * MEGABYTE + 1) },
  })
})
afterAll(() => shop.close())

/** What the business is told of what the customer says. */
async function told(said: object) {
  const { body } = await w.control('POST', `customers/${w.landline.customer}/say`, said)
  const of = () => bot.messages().find(one => one.id === body.id)
  await bot.until(() => of() !== undefined)
  return { message: of(), view: body.message }
}

const data = (bytes: Buffer) => bytes.toString('base64')
const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64')

test.each([
  ['image', 'image', { caption: 'Mine' }, png(), { caption: 'Mine', mime_type: 'image/png' }],
  ['video', 'video', { caption: 'Mine' }, mp4(), { caption: 'Mine', mime_type: 'video/mp4' }],
  [
    'document',
    'document',
    { caption: 'Mine', filename: 'list.pdf' },
    pdf(),
    { caption: 'Mine', filename: 'list.pdf', mime_type: 'application/pdf' },
  ],
  ['audio', 'audio', {}, ogg(), { mime_type: 'audio/ogg', voice: false }],
  ['voice', 'audio', {}, ogg(), { mime_type: 'audio/ogg; codecs=opus', voice: true }],
  ['sticker', 'sticker', {}, webp(), { mime_type: 'image/webp', animated: false }],
  ['sticker', 'sticker', {}, webp({ animated: true }), { mime_type: 'image/webp', animated: true }],
])('%s comes as %s with what is known of it', async (kind, type, said, bytes, expected) => {
  const { message } = await told({ [kind]: { ...said, data: data(bytes) } })
  expect(message).toMatchObject({ from: w.landline.customer, type })
  expect(message[type]).toEqual({
    ...expected,
    sha256: hash(bytes),
    id: expect.stringMatching(/^\d+$/),
    url: expect.stringContaining(`/whatsapp_business/attachments/?mid=${message[type].id}&source=webhook&ext=`),
  })
  const response = await fetch(message[type].url, {
    headers: { authorization: `Bearer ${w.landline.access_token}` },
  })
  expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
})

const TOO_LARGE = [
  {
    code: 131052,
    title: 'Media download error',
    message: 'Media download error',
    error_data: {
      details:
        'Media file size too big. Max file size we currently support: 100MB. ' +
        'Please communicate with your customer to send a media file that is less than 100MB',
    },
    href: expect.any(String),
  },
]

test('a file beyond 100 MB comes without its bytes, and says why', async () => {
  const film = { file_size: 100 * MEGABYTE + 1, filename: 'garden.mp4', mime_type: 'video/mp4', caption: 'Look' }
  const { message, view } = await told({ document: film })
  expect(message).toEqual({
    from: w.landline.customer,
    from_user_id: expect.any(String),
    id: expect.any(String),
    timestamp: expect.any(String),
    errors: TOO_LARGE,
    type: 'document',
    document: { caption: 'Look', filename: 'garden.mp4', mime_type: 'video/mp4' },
  })
  expect(view.media).toEqual({ filename: 'garden.mp4', mime_type: 'video/mp4' })
})

test('a voice message beyond it comes as audio', async () => {
  expect((await told({ voice: { file_size: 200 * MEGABYTE } })).message).toMatchObject({
    type: 'audio',
    errors: TOO_LARGE,
  })
})

test('bytes up to it are needed, and are looked at', async () => {
  const { status } = await w.control('POST', `customers/${w.landline.customer}/say`, {
    document: { file_size: 100 * MEGABYTE },
  })
  expect(status).toBe(400)
})

test('so it is with what a link leads to', async () => {
  const whole = await told({ document: { link: `${shop.url}/whole.pdf` } })
  expect(whole.message.errors).toBeUndefined()
  const large = await told({ document: { link: `${shop.url}/large.pdf` } })
  expect(large.message.errors).toEqual(TOO_LARGE)
}, 30_000)

test('so it is with a form', async () => {
  const form = new FormData()
  form.set(
    'file',
    new Blob([Uint8Array.from(ofSize(pdf(), 100 * MEGABYTE + 1))], { type: 'application/pdf' }),
    'list.pdf',
  )
  const path = `/control/customers/${w.landline.customer}/say`
  const response = await fetch(w.landline.url + path, { method: 'POST', body: form })
  const { id } = (await response.json()) as { id: string }
  const of = () => bot.messages().find(one => one.id === id)
  await bot.until(() => of() !== undefined)
  expect(of()).toMatchObject({ errors: TOO_LARGE, document: { filename: 'list.pdf', mime_type: 'application/pdf' } })
}, 30_000)

test('a number without storage has an hour to fetch what comes', async () => {
  const { phone_number_id: id } = w.landline
  const there = async (media: string) => (await w.graph('GET', media)).status
  await w.graph('POST', `${id}/deregister`)
  const storage_configuration = { status: 'NO_STORAGE_ENABLED', retention_minutes: 60 }
  expect((await w.graph('POST', `${id}/settings`, { storage_configuration })).status).toBe(200)
  const registered = await w.graph('POST', `${id}/register`, { messaging_product: 'whatsapp', pin: '123456' })
  expect(registered.status).toBe(200)
  const { message } = await told({ image: { data: data(png()) } })
  await w.advance('59m')
  expect(await there(message.image.id)).toBe(200)
  await w.advance('1m')
  expect(await there(message.image.id)).toBe(400)
})
