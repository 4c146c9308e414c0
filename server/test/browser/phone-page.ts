import type { Locator } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import type { LandlineOptions } from '../../src/index.ts'
import { worldAndBot } from '../shared-world.ts'
import { buildPages, findChromium, HOW_TO_INSTALL, launch, openTab } from './browser.ts'

const chromium = findChromium()

/** Tests that are skipped, and say why, where there is no browser. */
export function inBrowser(title: string, tests: () => void): void {
  if (!chromium) {
    console.warn(HOW_TO_INSTALL)
    test.skip(HOW_TO_INSTALL, () => {})
  }
  describe.skipIf(!chromium)(title, tests)
}

/** A world for all tests of a file, and a tab for the page with its phones; nothing at all where there is no browser. */
export const phonePage = async (options?: LandlineOptions) =>
  chromium ? open(chromium, options) : ({} as Awaited<ReturnType<typeof open>>)

async function open(executable: string, options?: LandlineOptions) {
  buildPages()
  const { w, bot } = await worldAndBot(options)
  const browser = await launch(executable)
  afterAll(() => browser.close())
  const { page, wrong } = await openTab(browser, w.landline.url)
  const { phone_number_id, customer, url } = w.landline
  const log = page.getByRole('log', { name: 'Messages with Lucky Shrub' })
  return {
    w,
    bot,
    browser,
    page,
    /** What went wrong in the page. */
    wrong,
    log,
    composer: page.getByRole('textbox', { name: 'Message to Lucky Shrub' }),
    bubble: (words: string | RegExp) => log.getByRole('article').filter({ hasText: words }),
    openChat: () => page.goto(`${url}/phone?customer=${customer}&number=${phone_number_id}`),
    /** What the business sends; its wamid. */
    async sends(message: object): Promise<string> {
      const answer = await w.sends(message)
      expect(answer.body).toMatchObject({ messages: [{ id: expect.any(String) }] })
      return answer.body.messages[0].id
    },
    /** The first message that the business hears of after an act. */
    async hears(act: () => Promise<unknown>) {
      const before = bot.messages().length
      await act()
      await bot.until(() => bot.messages().length > before)
      return bot.messages()[before]
    },
  }
}

/** Waits until a picture is not only there, but has been loaded. */
export const isLoaded = (image: Locator): Promise<void> =>
  expect.poll(() => image.evaluate(one => (one as unknown as { naturalWidth: number }).naturalWidth)).toBeGreaterThan(0)
