import { afterAll, beforeEach } from 'vitest'
import type { LandlineOptions } from '../src/index.ts'
import { receiver, world } from './world.ts'

/**
 * A world and its receiver for all tests of a file: back at its seed, and with nothing received, before each of them;
 * closed after the last.
 */
export async function sharedWorld(options: LandlineOptions = {}) {
  const bot = await receiver()
  const w = await world({ webhook: { url: bot.url, verifyToken: bot.verifyToken }, ...options })
  beforeEach(async () => {
    await w.control('POST', 'world/reset', {})
    bot.notifications.length = 0
  })
  afterAll(async () => {
    await w.landline.close()
    await bot.close()
  })
  return { w, bot }
}
