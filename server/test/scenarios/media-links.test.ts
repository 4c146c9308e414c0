import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { KILOBYTE, MEGABYTE } from '../../src/domain/messaging/media-types.ts'
import { carried, handle, jpeg, mp3, mp4, ofSize, ogg, pdf, png, webp } from '../media.ts'
import { worldAndBot } from '../shared-world.ts'
import { type Site, site } from '../site.ts'

const image = png(640, 480)

const { w, bot } = await worldAndBot()
let shop: Site
beforeAll(async () => {
  const sized = (type: string, bytes: Buffer, max: number) =>
    Object.fromEntries([-1, 0, 1].map(more => [`${max}${more}`, { type, body: ofSize(bytes, max + more) }]))
  const under = (path: string, pages: object) =>
    Object.fromEntries(Object.entries(pages).map(([name, page]) => [`${path}/${name}`, page]))
  shop = await site({
    '/image.png': { type: 'image/png', body: image },
    '/header.png': { type: 'image/png', body: png(300, 300) },
    '/card.png': { type: 'image/png', body: png(301, 301) },
    '/once.png': { type: 'image/png', body: image },
    '/burst.png': { type: 'image/png', body: image },
    '/page': { body: '<p>Not here</p>' },
    '/text.png': { type: 'text/plain; charset=utf-8', body: 'Rye' },
    '/odd.png': { type: 'image/png', body: 'no picture' },
    '/sticker.webp': { type: 'image/webp', body: webp() },
    '/none': { status: 404 },
    '/closed': { status: 403 },
    '/busy': { status: 429 },
    '/broken': { status: 503 },
    '/endless': { status: 500, body: endless },
    '/moved': { status: 302, headers: { location: '/image.png' } },
    '/moved/thrice': { status: 307, headers: { location: '/moved/twice' } },
    '/moved/twice': { status: 301, headers: { location: '../moved' } },
    '/moved/too-often': { status: 308, headers: { location: '/moved/thrice' } },
    '/moved/inside': { status: 302, headers: { location: 'http://10.0.0.1/image.png' } },
    '/moved/to-file': { status: 302, headers: { location: 'file:///etc/hosts' } },
    '/moved/nowhere': { status: 302 },
    '/cut.png': {
      type: 'image/png',
      headers: { 'content-length': '5000' },
      body: answer => void answer.write(image, () => answer.destroy()),
    },
    ...under('/image', sized('image/png', png(), 5 * MEGABYTE)),
    ...under('/audio', sized('audio/mpeg', mp3(), 16 * MEGABYTE)),
    ...under('/video', sized('video/mp4', mp4(), 16 * MEGABYTE)),
    ...under('/document', sized('application/pdf', pdf(), 100 * MEGABYTE)),
    ...under('/sticker', sized('image/webp', webp({ animated: true }), 500 * KILOBYTE)),
    ...under('/still', sized('image/webp', webp(), 100 * KILOBYTE)),
    '/voice.ogg': { type: 'audio/ogg', body: ogg() },
    '/photo.jpg': { type: 'image/jpeg', body: jpeg() },
  })
})
afterAll(() => shop.close())
beforeEach(async () => {
  await w.says('Hello')
})

/** Writes until nobody listens any more. */
function endless(answer: ServerResponse): void {
  const more = () => void (answer.destroyed || answer.write('x'.repeat(1000), () => setImmediate(more)))
  more()
}

const picture = (path: string) => ({ type: 'image', image: { link: shop.url + path } })
const inbox = async () => (await w.control('GET', `customers/${w.landline.customer}/inbox?limit=100`)).body.data
const latest = async () => (await inbox()).at(-1)
const bytesAt = async (path: string) => Buffer.from(await (await fetch(w.landline.url + path)).arrayBuffer())

test.each(['/moved', '/moved/twice', '/moved/thrice'])('%s leads to the picture', async path => {
  expect(await carried(w, picture(path))).toBe('delivered')
  expect((await latest()).media).toMatchObject({ mime_type: 'image/png', file_size: image.length })
})

test('a link does not lead into a private network', async () => {
  expect(await carried(w, picture('/moved/inside'))).toBe(
    'Downloading media from weblink failed: 10.0.0.1 leads to an address that may not be called.',
  )
})

test('what a link led to is on the phone, even when the site is gone', async () => {
  const other = await site({ '/gone.png': { type: 'image/png', body: image } })
  const link = `${other.url}/gone.png`
  expect(await carried(w, { type: 'image', image: { link } })).toBe('delivered')
  await other.close()
  const { media, content, fetched } = await latest()
  expect(content).toEqual({ link })
  expect(media).toMatchObject({
    url: expect.stringMatching(/^\/control\/media\/\d+\/content$/),
    mime_type: 'image/png',
  })
  expect(await bytesAt(media.url)).toEqual(image)
  expect(fetched).toEqual({ [link]: media.url })
})

test('the business cannot ask for what was fetched: it has no id of it', async () => {
  await carried(w, picture('/image.png'))
  const id = (await latest()).media.id
  expect((await w.graph('GET', id)).body.error).toMatchObject({ code: 100, error_subcode: 33 })
})

test.each([
  ['/none', 'Downloading media from weblink failed with http code 404, status message Not Found'],
  ['/closed', 'Downloading media from weblink failed with http code 403, status message Forbidden'],
  ['/busy', 'Downloading media from weblink failed with http code 429, status message Too Many Requests'],
  ['/broken', 'Downloading media from weblink failed with http code 503, status message Service Unavailable'],
  ['/endless', 'Downloading media from weblink failed with http code 500, status message Internal Server Error'],
  ['/moved/too-often', 'Downloading media from weblink failed with http code 302, status message Found'],
  ['/moved/nowhere', 'Downloading media from weblink failed with http code 302, status message Found'],
  ['/moved/to-file', 'Downloading media from weblink failed: Not a web address.'],
  ['/page', 'Unsupported Image mime type text/html. Please use one of image/png, image/jpeg.'],
  ['/text.png', 'Unsupported Image mime type text/plain. Please use one of image/png, image/jpeg.'],
  ['/sticker.webp', 'Unsupported Image mime type image/webp. Please use one of image/png, image/jpeg.'],
  ['/odd.png', 'Image is invalid.'],
  ['/cut.png', expect.stringMatching(/^Downloading media from weblink failed: /)],
])('an image at %s fails with the reason', async (path, details) => {
  expect(await carried(w, picture(path))).toEqual(details)
})

test('a link that nobody answers at, or that may not be called, fails with a reason', async () => {
  for (const link of ['http://127.0.0.1:9/a.png', 'http://10.0.0.1/a.png', 'http://169.254.169.254/latest']) {
    expect(await carried(w, { type: 'image', image: { link } })).toMatch(/^Downloading media from weblink failed: /)
  }
})

test('the failure comes by webhook with 131053', async () => {
  const { body } = await w.sends(picture('/none'))
  const { id } = body.messages[0]
  await w.advance('10s')
  const of = () => bot.statuses().find(one => one.id === id)
  await bot.until(() => of() !== undefined)
  expect(of()).toMatchObject({
    status: 'failed',
    errors: [
      {
        code: 131053,
        title: 'Media upload error',
        message: 'Media upload error',
        error_data: {
          details: 'Downloading media from weblink failed with http code 404, status message Not Found',
        },
      },
    ],
  })
})

test.each([
  ['image', '/image', 5 * MEGABYTE, '5MB'],
  ['audio', '/audio', 16 * MEGABYTE, '16MB'],
  ['video', '/video', 16 * MEGABYTE, '16MB'],
  ['document', '/document', 100 * MEGABYTE, '100MB'],
  ['sticker', '/sticker', 500 * KILOBYTE, '500KB'],
  ['sticker', '/still', 100 * KILOBYTE, '100KB'],
])(
  '%s below %s is delivered up to %d bytes',
  async (type, path, max, words) => {
    const at = (more: number) => carried(w, { type, [type]: { link: `${shop.url}${path}/${max}${more}` } })
    expect(await at(-1)).toBe('delivered')
    expect(await at(0)).toBe('delivered')
    expect(await at(1)).toBe(`Media file size too big. Max file size we currently support: ${words}`)
  },
  60_000,
)

describe('a link', () => {
  test('is not asked again for ten minutes, and then it is', async () => {
    expect(await carried(w, picture('/once.png'))).toBe('delivered')
    expect(await carried(w, picture('/once.png'))).toBe('delivered')
    expect(shop.times('/once.png')).toBe(1)
    await w.advance('9m39s')
    await carried(w, picture('/once.png'))
    expect(shop.times('/once.png')).toBe(1)
    await carried(w, picture('/once.png'))
    expect(shop.times('/once.png')).toBe(2)
  })

  test('with another query is another link', async () => {
    await carried(w, picture('/image.png?v=1'))
    await carried(w, picture('/image.png?v=2'))
    expect([shop.times('/image.png?v=1'), shop.times('/image.png?v=2')]).toEqual([1, 1])
  })

  test('that failed is asked again at once', async () => {
    const before = shop.times('/none')
    await carried(w, picture('/none'))
    await carried(w, picture('/none'))
    expect(shop.times('/none')).toBe(before + 2)
  })

  test('of many messages sent at once is fetched once', async () => {
    const sent = await Promise.all(Array.from({ length: 10 }, () => w.sends(picture('/burst.png'))))
    expect(sent.map(({ status }) => status)).toEqual(Array(10).fill(200))
    await w.advance('1m')
    expect(shop.times('/burst.png')).toBe(1)
    const shown = (await inbox()).slice(-10)
    expect(new Set(shown.map((one: { media: { id: string } }) => one.media.id)).size).toBe(1)
  })
})

test('headers and cards of templates and carousels are on the phone, too', async () => {
  const h = await handle(w, 'image/png', image)
  await w.graph('POST', `${w.landline.waba_id}/message_templates`, {
    name: 'with_picture',
    language: 'en_US',
    category: 'MARKETING',
    components: [
      { type: 'HEADER', format: 'IMAGE', example: { header_handle: [h] } },
      { type: 'BODY', text: 'Our new plants are here.' },
    ],
  })
  await w.advance('2s')
  const link = `${shop.url}/header.png`
  const parameters = [{ type: 'image', image: { link } }]
  const template = { name: 'with_picture', language: { code: 'en_US' }, components: [{ type: 'header', parameters }] }
  expect(await carried(w, { type: 'template', template })).toBe('delivered')
  expect(await bytesAt((await latest()).media.url)).toEqual(png(300, 300))

  const card = (card_index: number, path: string) => ({
    card_index,
    type: 'cta_url',
    header: { type: 'image', image: { link: shop.url + path } },
    action: { name: 'cta_url', parameters: { display_text: 'Look', url: 'https://www.luckyshrub.com/' } },
  })
  const interactive = {
    type: 'carousel',
    body: { text: 'Which one?' },
    action: { cards: [card(0, '/header.png'), card(1, '/card.png')] },
  }
  expect(await carried(w, { type: 'interactive', interactive })).toBe('delivered')
  const { fetched } = await latest()
  expect(await bytesAt(fetched[`${shop.url}/card.png`])).toEqual(png(301, 301))
  expect(await bytesAt(fetched[link])).toEqual(png(300, 300))
})

test('what was fetched stays on the phone for 30 days', async () => {
  await carried(w, picture('/photo.jpg'))
  const { media, wamid } = await latest()
  await w.advance('719h')
  expect(await bytesAt(media.url)).toEqual(jpeg())
  await w.advance('1h')
  const again = (await inbox()).find((one: { wamid: string }) => one.wamid === wamid)
  expect(again.media).toEqual({ id: media.id })
})
