import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { jpeg, ofSize, png } from '../media.ts'
import { type Site, site } from '../site.ts'
import { world } from '../world.ts'

const meta = (tags: { [property: string]: string }): string =>
  Object.entries(tags)
    .map(([property, content]) => `<meta property="og:${property}" content="${content}">`)
    .join('\n')

const page = (tags: { [property: string]: string }, before = ''): string =>
  `<!doctype html><html><head>${before}<title>Shop</title>${meta(tags)}</head><body>Plants</body></html>`

const PLANTS = { title: 'Lucky Shrub', description: 'Succulents &amp; friends', url: 'https://www.luckyshrub.com/' }
/** Where the tags end in a page that is filled up in front of them to be this long until there. */
const PAGE_BYTES = 300 * 1024

let w: Awaited<ReturnType<typeof world>>
let shop: Site
beforeAll(async () => {
  w = await world()
  const filled = (length: number) => {
    const empty = page(PLANTS, '<!---->')
    const end = empty.indexOf('</head>')
    return page(PLANTS, `<!--${'x'.repeat(length - end)}-->`)
  }
  shop = await site({
    '/': { body: page({ ...PLANTS, image: '/large.jpg' }) },
    '/plain': { body: page(PLANTS) },
    '/untitled': { body: page({ description: 'No title', url: 'https://a.b/' }) },
    '/data': { type: 'application/json', body: page(PLANTS) },
    '/lost': { status: 404, body: page(PLANTS) },
    '/small': { body: page({ ...PLANTS, image: '/small.jpg' }) },
    '/wide': { body: page({ ...PLANTS, image: '/wide.jpg' }) },
    '/heavy': { body: page({ ...PLANTS, image: '/heavy.png' }) },
    '/nothing': { body: page({ ...PLANTS, image: '/no.jpg' }) },
    '/script': { body: page({ ...PLANTS, image: 'javascript:alert(1)' }) },
    '/inside': { body: page({ ...PLANTS, image: 'http://169.254.169.254/secret.png' }) },
    '/twice': { body: page(PLANTS) },
    '/hidden': { body: `<!-- ${meta(PLANTS)} --><script>"${meta(PLANTS).replaceAll('"', "'")}"</script>` },
    '/within': { body: filled(PAGE_BYTES) },
    '/beyond': { body: filled(PAGE_BYTES + 1) },
    '/endless': {
      body: answer => {
        const more = () => void (answer.destroyed || answer.write(' '.repeat(16_384), () => setImmediate(more)))
        answer.write(page(PLANTS))
        more()
      },
    },
    '/large.jpg': { type: 'image/jpeg', body: jpeg(1200, 630) },
    '/small.jpg': { type: 'image/jpeg', body: jpeg(299, 200) },
    '/wide.jpg': { type: 'image/jpeg', body: jpeg(1300, 300) },
    '/heavy.png': { type: 'image/png', body: ofSize(png(400, 300), 600 * 1024) },
  })
})
afterAll(async () => {
  await w.landline.close()
  await shop.close()
})
beforeEach(async () => {
  await w.says('Hello')
})

/** The message as the phone shows it. */
async function shown(body: string, preview_url?: boolean) {
  const { body: answer } = await w.sends({ type: 'text', text: { body, ...(preview_url ? { preview_url } : {}) } })
  await w.advance('10s')
  const inbox = await w.control('GET', `customers/${w.landline.customer}/inbox`)
  const message = inbox.body.data.find((one: { wamid: string }) => one.wamid === answer.messages[0].id)
  expect(message.status).toBe('delivered')
  return message
}

const CARD = { title: 'Lucky Shrub', description: 'Succulents & friends', url: 'https://www.luckyshrub.com/' }

test('the page behind the first link is shown with its picture', async () => {
  const { preview } = await shown(`Look: ${shop.url}/, and ${shop.url}/plain`, true)
  expect(preview).toEqual({
    link: `${shop.url}/`,
    ...CARD,
    image: expect.stringMatching(/^\/control\/media\/\d+\/content$/),
  })
  const picture = await fetch(w.landline.url + preview.image)
  expect(Buffer.from(await picture.arrayBuffer())).toEqual(jpeg(1200, 630))
})

test('a text that does not ask for a preview has none, and nobody is called', async () => {
  const before = shop.asked.length
  expect((await shown(`Look: ${shop.url}/`)).preview).toBeUndefined()
  expect((await shown('No link here', true)).preview).toBeUndefined()
  expect(shop.asked).toHaveLength(before)
})

test.each(['/untitled', '/data', '/lost', '/hidden', '/missing'])(
  'a page that says too little is not shown: %s',
  async path => {
    expect((await shown(`Look: ${shop.url}${path}`, true)).preview).toBeUndefined()
  },
)

test.each(['/small', '/wide', '/heavy', '/nothing', '/script', '/inside'])(
  'a picture that does not fit is left out: %s',
  async path => {
    const link = `${shop.url}${path}`
    expect((await shown(`Look: ${link}`, true)).preview).toEqual({ link, ...CARD })
  },
)

test('tags count within the first 300 KB of a page', async () => {
  expect((await shown(`Look: ${shop.url}/within`, true)).preview).toMatchObject(CARD)
  expect((await shown(`Look: ${shop.url}/beyond`, true)).preview).toBeUndefined()
})

test('a page without end is read as far as it counts', async () => {
  expect((await shown(`Look: ${shop.url}/endless`, true)).preview).toMatchObject(CARD)
})

test('a site that is not there, or may not be called, costs the message nothing but its preview', async () => {
  for (const link of ['http://127.0.0.1:9/', 'http://10.0.0.1/', 'http://luckyshrub.invalid/']) {
    expect((await shown(`Look: ${link}`, true)).preview).toBeUndefined()
  }
})

test('a page is asked for once in ten minutes', async () => {
  await shown(`Look: ${shop.url}/twice`, true)
  await shown(`Look: ${shop.url}/twice`, true)
  expect(shop.times('/twice')).toBe(1)
  await w.advance('10m')
  expect((await shown(`Look: ${shop.url}/twice`, true)).preview).toMatchObject(CARD)
  expect(shop.times('/twice')).toBe(2)
})
