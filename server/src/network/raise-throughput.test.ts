import { expect, test } from 'vitest'
import { testWorld } from '../control/kernel.test-util.ts'
import { slotOf } from '../domain/analytics/periods.ts'
import { DAY, MINUTE } from '../domain/time.ts'
import { halfHourRow } from '../store/tables/traffic.ts'
import { raiseThroughput } from './raise-throughput.ts'

const BUSINESS = '506914307656634'
const ACCOUNT = '102290129340398'
const NUMBER = '106540352242922'
const REACH = 100_000

/** Whether the number is raised after it sent one template to each of so many customers, `ago` before now. */
async function raised(customers: number, { ago = MINUTE, twice = 0 } = {}): Promise<boolean> {
  const { store, clock, events } = await testWorld()
  const at = clock.now() - ago
  await store.run(async ({ stage }) => {
    const kind = {
      account_id: ACCOUNT,
      phone_number_id: NUMBER,
      country: 'US',
      category: 'marketing',
      pricing_type: 'regular',
      tier: '0:MAX',
      slot: slotOf(at),
    }
    stage.add('half_hours', halfHourRow(kind), { sent: customers, delivered: customers, cost: 0 })
    for (let i = 0; i < customers; i++) {
      const customer_id = `1${2_000_000_000 + (i < twice ? 0 : i)}`
      const row = { phone_number_id: NUMBER, customer_id, at, direction: 'sent', type: 'template', status: 'delivered' }
      stage.insert('messages', { id: `m${i}`, ...row, shown: 0, body: '{}' })
    }
  })
  await store.run(async unit => raiseThroughput(unit, (await unit.read.businesses.find(BUSINESS))!))
  const told = events.filter(event => event.type === 'number.throughput_upgraded')
  const level = (await store.read.numbers.find(NUMBER))?.throughput
  expect(told.length).toBe(level === 'HIGH' ? 1 : 0)
  return level === 'HIGH'
}

test('100,000 customers in a day raise the throughput of a number', async () => {
  expect(await raised(REACH)).toBe(true)
})

test.each([
  ['one customer less', REACH - 1, {}],
  ['one customer counted twice', REACH, { twice: 2 }],
  ['messages of the day before', REACH, { ago: DAY }],
])('%s does not', async (_, customers, options) => {
  expect(await raised(customers, options)).toBe(false)
})
