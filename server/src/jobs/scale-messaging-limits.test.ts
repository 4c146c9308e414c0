import { expect, test } from 'vitest'
import { testWorld } from '../control/kernel.test-util.ts'
import { MINUTE } from '../domain/time.ts'
import type { Unit } from '../store/store.ts'
import { scaleMessagingLimits } from './scale-messaging-limits.ts'

const BUSINESS = '506914307656634'

/** A portfolio on the second level that has reached so many customers, and what became of its limit. */
async function scaled(reached: number, change: (unit: Unit) => Promise<void> = async () => {}) {
  const { store, clock, events } = await testWorld()
  const run = scaleMessagingLimits.run as unknown as (payload: object, unit: Unit) => Promise<void>
  await store.run(async unit => {
    const business = (await unit.read.businesses.find(BUSINESS))!
    unit.stage.businesses.change({ ...business, messaging_limit: 'TIER_2K' })
    for (let i = 0; i < reached; i++) {
      unit.stage.reached.add({ id: `${BUSINESS}/${i}`, business_id: BUSINESS, at: clock.now() - i * MINUTE })
    }
    await change(unit)
  })
  await store.run(unit => run({}, unit))
  const told = events.filter(event => event.type === 'account.capability_changed')
  return { limit: (await store.read.businesses.find(BUSINESS))?.messaging_limit, told }
}

test('a thousand customers in a week bring the third level, and the account is told', async () => {
  const { limit, told } = await scaled(1_000)
  expect(limit).toBe('TIER_10K')
  expect(told).toMatchObject([{ account_id: '102290129340398', messaging_limit: 'TIER_10K' }])
})

test('one customer less brings nothing', async () => {
  expect(await scaled(999)).toEqual({ limit: 'TIER_2K', told: [] })
})

test('a number of low quality holds the limit back', async () => {
  const { limit } = await scaled(1_000, async ({ read, stage }) => {
    const [number] = await read.numbers.all()
    stage.numbers.change({ ...number!, quality_rating: 'RED' })
  })
  expect(limit).toBe('TIER_2K')
})

test('so does a template of low quality', async () => {
  const { limit } = await scaled(1_000, async ({ read, stage }) => {
    const [template] = await read.templates.ofAccount('102290129340398')
    stage.templates.change({ ...template!, quality: 'RED' })
  })
  expect(limit).toBe('TIER_2K')
})
