import { beforeAll, expect, test } from 'vitest'
import { handle } from '../media.ts'
import { type Site, site } from '../site.ts'
import { picture, screenshots } from './browser.ts'
import { inBrowser, isLoaded, phonePage } from './phone-page.ts'

const { w, page, wrong, log, openChat } = await phonePage()

inBrowser('what a business links to, on the phone', () => {
  let shop: Site

  beforeAll(async () => {
    await page.goto(`${w.landline.url}/phone`)
    const tags = [
      'title:Autumn at Lucky Shrub',
      'description:New succulents every Tuesday',
      'url:https://www.luckyshrub.com/',
    ]
    const head = [...tags, 'image:/autumn.jpg'].map(tag => {
      const at = tag.indexOf(':')
      return `<meta property="og:${tag.slice(0, at)}" content="${tag.slice(at + 1)}">`
    })
    shop = await site({
      '/autumn': { body: `<html><head>${head.join('')}</head></html>` },
      '/autumn.jpg': { type: 'image/jpeg', body: await picture(page, 'image/jpeg', 800, 420) },
      '/photo.jpg': { type: 'image/jpeg', body: await picture(page, 'image/jpeg', 640, 480) },
    })
    await w.says('Hello')
    const profile_picture_handle = await handle(w, 'image/png', await picture(page, 'image/png', 320, 320))
    const path = `${w.landline.phone_number_id}/whatsapp_business_profile`
    await w.graph('POST', path, { messaging_product: 'whatsapp', profile_picture_handle })
    await w.sends({ type: 'text', text: { body: `Look at ${shop.url}/autumn`, preview_url: true } })
    await w.sends({ type: 'image', image: { link: `${shop.url}/photo.jpg` } })
    await w.advance('10s')
    await shop.close()
    await openChat()
  })

  test('a text shows the page behind its link as a card that opens it', async () => {
    const card = log.getByRole('link', { name: /Autumn at Lucky Shrub/ })
    await card.waitFor()
    expect(await card.innerText()).toContain('New succulents every Tuesday')
    expect(await card.getAttribute('href')).toBe(`${shop.url}/autumn`)
    await isLoaded(card.locator('img'))
  })

  test('a picture by link is there after its site is gone', async () => {
    await isLoaded(log.getByRole('button', { name: /^Enlarge/ }).locator('img'))
  })

  test('the business has its picture', async () => {
    await isLoaded(page.locator('header img').first())
    await screenshots(page, 'media')
  })

  test('nothing went wrong in the page, and nobody else was asked', () => {
    expect(wrong).toEqual([])
  })
})
