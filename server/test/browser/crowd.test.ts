import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DOCUMENTED_WORLD } from '../../src/world/seed.ts'
import { world } from '../world.ts'
import { buildPages, findChromium, launch, openTab } from './browser.ts'

const chromium = findChromium()

const LONG = 'Anna-Lena'.repeat(9)
const ARABIC = 'هل لديكم نباتات؟ hello'
const SEED = {
  ...DOCUMENTED_WORLD,
  customers: [
    { phone: '+16505551234', name: 'Sheena Nelson' },
    { phone: '+16505560000', name: LONG },
    ...Array.from({ length: 60 }, (_, index) => ({ phone: `+1650557${1000 + index}`, name: `Pablo ${index}` })),
  ],
}

describe.skipIf(!chromium)('many people, long names and other scripts', () => {
  let w: Awaited<ReturnType<typeof world>>
  let browser: Browser
  let page: Page
  let wrong: string[]

  beforeAll(async () => {
    buildPages()
    w = await world({ seed: SEED })
    browser = await launch(chromium!)
    ;({ page, wrong } = await openTab(browser, w.landline.url))
  })
  afterAll(async () => {
    await browser?.close()
    await w?.landline.close()
  })

  test('the start page names some customers, says how many more there are, and is never wider than a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(w.landline.url)
    await page.getByText('and 32 more').waitFor()
    await page
      .getByRole('definition')
      .filter({ hasText: /^Lucky Shrub$/ })
      .first()
      .waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
  })

  test('a text that is written from right to left reads from right to left, and the time stands at its end', async () => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(`${w.landline.url}/phone?customer=16505551234&number=106540352242922`)
    const composer = page.getByRole('textbox', { name: 'Message to Lucky Shrub' })
    await composer.fill(ARABIC)
    expect(await page.evaluate('getComputedStyle(document.activeElement).direction')).toBe('rtl')
    await composer.press('Enter')
    const bubble = page.getByRole('article', { name: `You: ${ARABIC}` })
    const words = await bubble.getByText(ARABIC).boundingBox()
    const time = await bubble.locator('time').first().boundingBox()
    expect(time!.x).toBeLessThan(words!.x)
  })

  test('the menu of phones opens at the chosen one; End, Home and letters move in it', async () => {
    await page.goto(`${w.landline.url}/phone?customer=16505571030`)
    await page.getByRole('button', { name: /Pablo 30/ }).press('Enter')
    const focused = page.locator(':focus')
    const name = () => focused.getAttribute('role').then(async role => `${role} ${await focused.innerText()}`)
    expect(await name()).toContain('Pablo 30')
    await page.keyboard.press('End')
    expect(await name()).toContain('Open a link to a chat')
    await page.keyboard.press('s')
    expect(await name()).toContain('Sheena Nelson')
    await page.keyboard.press('s')
    expect(await name()).toContain('Set up this phone')
    await page.keyboard.press('Escape')
    expect(wrong).toEqual([])
  })

  test('an open chat on a narrow screen says, too, that the server is out of reach', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${w.landline.url}/phone?customer=16505551234&number=106540352242922`)
    await page.getByRole('textbox', { name: 'Message to Lucky Shrub' }).waitFor()
    await w.landline.close()
    await page.getByRole('status').filter({ hasText: 'The line to the server is down', visible: true }).waitFor()
  })
})
