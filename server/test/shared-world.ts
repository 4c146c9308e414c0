import { afterAll, beforeEach } from 'vitest'
import type { LandlineOptions } from '../src/index.ts'
import { receiver, TUESDAY, world } from './world.ts'

/** A world for all tests of a file, which goes on from one test to the next; closed after the last. */
export async function fileWorld(options: LandlineOptions = {}) {
  const w = await world(options)
  afterAll(() => w.landline.close())
  return w
}

/** The same, with a receiver that hears of all that happens. */
export async function worldAndBot(options: LandlineOptions = {}) {
  const bot = await receiver()
  afterAll(() => bot.close())
  const w = await fileWorld({ webhook: { url: bot.url, verifyToken: bot.verifyToken }, ...options })
  return { w, bot }
}

/** The same, but back at its seed and its time, and with nothing received, before each test. */
export async function sharedWorld(options: LandlineOptions = {}) {
  const { w, bot } = await worldAndBot(options)
  let began = 0
  beforeEach(async () => {
    // What is still under way belongs to the test before.
    await w.advance('0s')
    await w.control('POST', 'clock/freeze', { at: TUESDAY })
    await w.control('POST', 'world/reset', {})
    began = (await w.control('GET', 'world')).body.last_event
    bot.notifications.length = 0
  })
  return {
    w,
    bot,
    /** What happened since the test began. */
    events: async (type: string) => (await w.control('GET', `events?after=${began}&limit=1000&type=${type}`)).body.data,
  }
}
