import { expect, test } from 'vitest'
import { charges } from '../../src/domain/pricing/charge.ts'
import { pricedCategory } from '../../src/domain/pricing/international.ts'
import { chargedIn, listRate } from '../../src/domain/pricing/rates.ts'
import { slices, tiersOf } from '../../src/domain/pricing/tiers.ts'
import { fileWorld } from '../shared-world.ts'
import { hello, TUESDAY, text } from '../world.ts'

const SECONDS = TUESDAY / 1000

const w = await fileWorld()

const data = async (field: string, more = '') => {
  const range = `.start(${SECONDS - 60}).end(${SECONDS + 3600})`
  const { body } = await w.graph('GET', `${w.landline.waba_id}?fields=${field}${range}${more}`)
  return body[field].data?.[0].data_points ?? body[field].data_points
}

test('D69: other dates take the nearest card, other currencies pay in dollars', () => {
  const asked = { market: 'Germany', column: 'marketing', zone: 'UTC' } as const
  const rates = [Date.UTC(2020, 0), Date.UTC(2026, 9), Date.UTC(2030, 0)].map(at =>
    listRate({ ...asked, currency: 'USD', at }),
  )
  expect(new Set(rates.map(({ rate }) => rate)).size).toBe(1)
  expect(chargedIn('INR')).toBe('USD')
  expect(listRate({ ...asked, currency: 'INR', at: TUESDAY })).toEqual(rates[1])
})

test('D70: tiers are known for India alone', () => {
  expect(slices(tiersOf('India', 'utility'), 24_999_999, 2).map(({ tier }) => tier.discount)).toEqual([0, 0.05])
  expect(tiersOf('Brazil', 'utility')).toHaveLength(1)
  expect(tiersOf('India', 'marketing')).toHaveLength(1)
})

test('D71: authentication abroad has its own price from the instant that is set', () => {
  const account = { timezone_id: '1', country: 'US' }
  const eligible = { start_time: SECONDS, exception_countries: [] }
  expect(pricedCategory('authentication', '919876543210', account, TUESDAY)).toBe('authentication')
  const set = { ...account, auth_international_rate_eligibility: eligible }
  expect(pricedCategory('authentication', '919876543210', set, TUESDAY)).toBe('authentication_international')
})

test('D72: two messages in one day are two conversations', async () => {
  await w.says('Hi')
  await w.sends(text('Good morning.'))
  await w.sends(text('What can we do for you?'))
  await w.advance('1s')
  const [point] = await data('conversation_analytics', '.granularity(DAILY)')
  expect(point.conversation).toBe(2)
})

test('D73: a message is in the analytics as soon as it is delivered', async () => {
  const [before] = await data('analytics', '.granularity(DAY)')
  await w.sends(hello)
  await w.advance('1s')
  const [after] = await data('analytics', '.granularity(DAY)')
  expect(after).toEqual({ ...before, sent: before.sent + 1, delivered: before.delivered + 1 })
})

test('D74: the first service message of a month is billed like any other', () => {
  const question = {
    category: 'service',
    market: 'Germany',
    currency: 'USD',
    at: TUESDAY,
    zone: 'UTC',
    used: 0,
    count: 1,
  }
  expect(charges(question)[0]!.micros).toBeGreaterThan(0)
})

test('D101: replies and conversions are asked for in vain', async () => {
  const edge = `${w.landline.waba_id}/template_analytics`
  await w.graph('POST', w.landline.waba_id, { is_enabled_for_insights: true })
  const { id } = (await w.graph('GET', `${w.landline.waba_id}/message_templates`)).body.data[0]
  await w.sends(hello)
  await w.advance('1s')
  const range = `start=${SECONDS - 60}&end=${SECONDS + 60}&granularity=daily&template_ids=[${id}]`
  const point = async (metrics: string) =>
    (await w.graph('GET', `${edge}?${range}&metric_types=${metrics}`)).body.data[0].data_points[0]
  expect(Object.keys(await point('replied,website_purchases'))).toEqual(['template_id', 'start', 'end'])
  expect(Object.keys(await point('sent,app_purchases'))).toEqual(['template_id', 'start', 'end', 'sent'])
})
