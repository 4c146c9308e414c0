import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Driver } from '../driver.ts'
import { makeRead } from '../read.ts'
import { recordCache } from '../record-cache.ts'
import { type DayKind, dayRow, halfHourRow } from '../tables/traffic.ts'
import type { Write } from '../write.ts'
import { add, delivery, draft, insert, message } from './drafts.ts'

const DAY = 20_758
const SLOT = 996_400

const kind = (more: Partial<DayKind> = {}): DayKind => ({
  account_id: '1',
  day: DAY,
  utc_day: DAY,
  phone_number_id: '2',
  country: 'US',
  category: 'utility',
  pricing_type: 'regular',
  tier: '0:MAX',
  template_id: '',
  ...more,
})

/** Sums come out alike of every database, whatever it thinks of large numbers. */
export function trafficConformance(name: string, open: () => Promise<Driver>): void {
  describe(`${name}: sums of messages`, () => {
    let driver: Driver
    beforeEach(async () => {
      driver = await open()
    })
    afterEach(() => driver.close())

    const reads = () => makeRead({ db: driver.db, cache: recordCache() })
    const count = (one: DayKind, delivered = 1, cost = 3_400) =>
      add('days', dayRow(one), { sent: delivered, delivered, opened: 0, cost })
    const countHalfHour = (slot: number) => {
      const { day: _, utc_day: __, template_id: ___, ...rest } = kind()
      return add('half_hours', halfHourRow({ ...rest, slot }), { sent: 2, delivered: 1, cost: 5 })
    }
    const asked = { from: DAY, to: DAY + 2, by: [] }

    test('half hours and days are told apart, within their range', async () => {
      const days = [DAY - 1, DAY, DAY, DAY + 1, DAY + 2].map(day => count(kind({ day })))
      await driver.commit([draft(days), draft([SLOT - 1, SLOT, SLOT, SLOT + 1].map(countHalfHour))])
      const sums = await reads().traffic.days('1', asked)
      expect(sums.sort((a, b) => a.step - b.step)).toEqual([
        { step: DAY, sent: 2, delivered: 2, opened: 0, cost: 6_800 },
        { step: DAY + 1, sent: 1, delivered: 1, opened: 0, cost: 3_400 },
      ])
      expect(await reads().traffic.halfHours('1', { from: SLOT, to: SLOT + 1, by: [] })).toEqual([
        { step: SLOT, sent: 4, delivered: 2, opened: 0, cost: 10 },
      ])
    })

    test('accounts and filters leave out what is not asked for', async () => {
      const kinds = [
        kind({ country: 'DE' }),
        kind({ country: 'BR' }),
        kind({ category: 'received' }),
        kind({ account_id: '11', country: 'FR' }),
      ]
      await driver.commit([draft(kinds.map(one => count(one)))])
      const countries = async (more: object) =>
        (await reads().traffic.days('1', { ...asked, by: ['country'], ...more })).map(({ country }) => country).sort()
      expect(await countries({})).toEqual(['BR', 'DE', 'US'])
      expect(await countries({ where: { country: ['DE', 'US'] } })).toEqual(['DE', 'US'])
      expect(await countries({ except: { category: ['received'] } })).toEqual(['BR', 'DE'])
    })

    test('customers who got templates are counted once, those of one number and time only', async () => {
      const sent = (id: string, customer_id: string, more: object = {}) =>
        insert('messages', { ...message(id), customer_id, type: 'template', status: 'read', at: 10, ...more })
      const rows = [
        sent('a', '1'),
        sent('b', '1', { status: 'delivered' }),
        sent('c', '2'),
        sent('d', '3', { at: 5 }),
        sent('e', '4', { type: 'text' }),
        sent('f', '5', { status: 'failed' }),
        sent('g', '6', { direction: 'received' }),
        sent('h', '7', { phone_number_id: 'q' }),
      ]
      await driver.commit([draft(rows)])
      expect(await reads().messages.customersWithTemplates('p', 5)).toBe(2)
      expect(await reads().messages.customersWithTemplates('p', 4)).toBe(3)
      expect(await reads().messages.customersWithTemplates('r', 0)).toBe(0)
    })

    test('webhooks of a chat are found from a message on, oldest first', async () => {
      const told = (id: string, more: object = {}) =>
        insert('deliveries', { ...delivery(id, 0), conversation: 'p/c', ...more })
      const rows = [
        told('4'),
        told('3', { status: 'delivered', settled_at: 1_795_000_000_000 }),
        told('2'),
        told('5', { conversation: 'p/d' }),
        told('6', { field: 'user_preferences' }),
      ]
      await driver.commit([draft(rows)])
      const found = await reads().deliveries.ofChat({ key: '2', phone_number_id: 'p', customer_id: 'c' })
      expect(found.map(({ id, settled_at }) => [id, settled_at])).toEqual([
        ['3', 1_795_000_000_000],
        ['4', null],
      ])
    })

    test('templates are summed by either calendar, clicks by customers', async () => {
      const click = (id: string, customer_id: string, day = DAY): Write => {
        const where = { account_id: '1', template_id: 't', at: 1, day, utc_day: DAY, phone_number_id: '2' }
        return insert('clicks', { id, ...where, customer_id, button: 'url_button', content: 'Shop' })
      }
      const kinds = [
        kind({ template_id: 't', day: DAY - 1 }),
        kind({ template_id: 't' }),
        kind({ template_id: 'u' }),
        kind(),
      ]
      await driver.commit([
        draft(kinds.map(one => count(one))),
        draft([click('a', '1'), click('b', '1'), click('c', '2'), click('d', '3', DAY + 2)]),
      ])
      const { traffic } = reads()
      const range = { from: DAY - 1, to: DAY + 1, by: ['template_id'] as const }
      const [whole, ...others] = await traffic.templates(['t', 'v'], 'utc_day', range)
      expect(whole).toMatchObject({ step: DAY, template_id: 't', delivered: 2 })
      expect(others).toEqual([])
      expect(await traffic.templates(['t'], 'day', range)).toHaveLength(2)
      expect(await traffic.templates([], 'day', range)).toEqual([])
      const clicks = { step: DAY, button: 'url_button', content: 'Shop' }
      expect(await traffic.clicks(['t'], 'day', DAY, DAY + 1)).toEqual([{ ...clicks, count: 3, customers: 2 }])
      expect(await traffic.clicks(['t'], 'utc_day', DAY, DAY + 1)).toEqual([{ ...clicks, count: 4, customers: 3 }])
      expect(await traffic.clicks([], 'day', DAY, DAY + 1)).toEqual([])
    })

    test('sums stay exact beyond what 32 bits hold', async () => {
      await driver.commit([draft([count(kind(), 3_000_000_000, 5_000_000_000_001)])])
      await driver.commit([draft([count(kind(), 1, 1)])])
      const [sum] = await reads().traffic.days('1', asked)
      expect(sum).toMatchObject({ delivered: 3_000_000_001, cost: 5_000_000_000_002 })
    })

    test('what nobody can ask about any more is found, account by account', async () => {
      const account = (id: string) => insert('accounts', { id, version: 1, body: '{}', business_id: 'b' })
      const old = [kind({ day: DAY - 1 }), kind({ day: DAY - 1, account_id: '11' })]
      await driver.commit([
        draft([account('1'), account('11'), countHalfHour(SLOT - 1), countHalfHour(SLOT)]),
        draft([...old, kind(), kind({ account_id: '11' })].map(one => count(one))),
      ])
      const before = { slot: SLOT, day: DAY, at: 0 }
      const found = await reads().retention.uncounted(before, 10)
      expect(found.days).toEqual(old.map(one => dayRow(one).id))
      expect(found.half_hours).toHaveLength(1)
      expect(found.clicks).toEqual([])
      expect((await reads().retention.uncounted(before, 1)).days).toHaveLength(1)
    })
  })
}
