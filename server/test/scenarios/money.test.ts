import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { volumeCounter } from '../../src/domain/pricing/charge.ts'
import { openSqlite } from '../../src/store/sqlite/open.ts'
import { hello, TUESDAY, text, world } from '../world.ts'

const WABA = '102290129340398'
const ZONE = 'America/Los_Angeles'
const BUSINESS = '506914307656634'

/** A world in which so many utility messages to India were charged for this month already. */
async function worldWithVolume(folder: string, volume: number) {
  const first = await world({ memory: false, data: folder })
  for (let i = 0; i < 4; i++)
    await first.control('POST', 'customers', { wa_id: `+91987654321${i}`, name: 'Sheena Nelson' })
  await first.landline.close()
  const driver = openSqlite(folder)
  const counter = volumeCounter(BUSINESS, 'India', 'utility', TUESDAY, ZONE)
  await driver.commit([{ writes: [], takes: [{ kind: 'tally', name: 'volume', counter, n: volume }], events: [] }])
  await driver.close()
  return world({ memory: false, data: folder })
}

test('messages that are delivered at once fill a tier to the last place, and no place twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'landline-money-'))
  const w = await worldWithVolume(folder, 24_999_998)
  const { body: estimated } = await w.control('POST', 'estimate', { template: 'hello_world', countries: { IN: 4 } })
  expect(estimated.lines.map((line: { tier: string; messages: number }) => [line.tier, line.messages])).toEqual([
    ['0:25000000', 2],
    ['25000001:50000000', 2],
  ])
  const sent = await Promise.all([0, 1, 2, 3].map(i => w.sends(hello, `91987654321${i}`)))
  expect(sent.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  await w.advance('1s')
  const { body } = await w.control('GET', 'ledger?by=tier,country')
  expect(body).toMatchObject({ account_id: WABA, currency: 'USD', time_zone: ZONE, delivered: 4, cost: estimated.cost })
  expect(body.data).toEqual([
    { country: 'IN', market: 'India', tier: '0:25000000', delivered: 2, cost: 0.0028 },
    { country: 'IN', market: 'India', tier: '25000001:50000000', delivered: 2, cost: 0.00266 },
  ])
  const { body: next } = await w.control('POST', 'estimate', { category: 'utility', recipients: ['+91 98765 43210'] })
  expect(next.lines).toMatchObject([
    { market: 'India', tier: '25000001:50000000', rate: 0.00133, rates_of: '2026-10-01' },
  ])
  await w.landline.close()
  rmSync(folder, { recursive: true })
})

test('what waits for a phone is charged when it arrives, each message in its tier', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'landline-money-'))
  const w = await worldWithVolume(folder, 24_999_999)
  await w.control('POST', 'customers/919876543210/offline', {})
  for (let i = 0; i < 3; i++) await w.sends(hello, '919876543210')
  await w.advance('1s')
  expect((await w.control('GET', 'ledger')).body.delivered).toBe(0)
  await w.control('POST', 'customers/919876543210/online', {})
  const { body } = await w.control('GET', 'ledger?by=tier')
  expect(body.data).toMatchObject([
    { tier: '0:25000000', delivered: 1 },
    { tier: '25000001:50000000', delivered: 2 },
  ])
  await w.landline.close()
  rmSync(folder, { recursive: true })
})

test('the ledger adds up a period of an account', async () => {
  const w = await world()
  await w.says('Hi')
  await w.sends(text('Good morning.'))
  await w.sends(hello)
  await w.advance('24h')
  await w.sends(hello)
  await w.advance('1s')
  const ledger = async (query: string) => (await w.control('GET', `ledger?${query}`)).body
  const month = await ledger('')
  expect(month).toMatchObject({ from: Date.UTC(2026, 10, 1, 7), delivered: 3, cost: 0.0102 })
  expect(month.data).toEqual([
    {
      category: 'service',
      country: 'US',
      market: 'North America',
      tier: '0:MAX',
      pricing_type: 'regular',
      delivered: 1,
      cost: 0.0034,
    },
    {
      category: 'utility',
      country: 'US',
      market: 'North America',
      tier: '0:MAX',
      pricing_type: 'regular',
      delivered: 2,
      cost: 0.0068,
    },
  ])
  const days = await ledger('by=day,number')
  expect(days.data).toEqual([
    { day: Date.UTC(2026, 10, 24, 8), phone_number_id: w.landline.phone_number_id, delivered: 2, cost: 0.0068 },
    { day: Date.UTC(2026, 10, 25, 8), phone_number_id: w.landline.phone_number_id, delivered: 1, cost: 0.0034 },
  ])
  expect((await ledger('from=2026-11-25&to=2026-11-26&by=category')).data).toEqual([
    { category: 'utility', delivered: 1, cost: 0.0034 },
  ])
  expect((await ledger('from=2026-11-26&to=2026-11-25')).error.message).toContain('to must be later than from')
  expect((await ledger('to=9007199254740991')).error.message).toContain('to is')
  expect((await ledger('to=8639000000000000')).delivered).toBe(3)
  expect((await ledger('account=7')).error.message).toContain('There is no account 7')
  await w.control('POST', 'world/reset', {})
  expect((await ledger('')).delivered).toBe(0)
  await w.landline.close()
})

test('an account in euros is charged in euros, one in rupees in dollars', async () => {
  for (const [currency, charged, cost] of [
    ['EUR', 'EUR', 0.0028],
    ['INR', 'USD', 0.0034],
  ] as const) {
    const template = { name: 'order', components: [{ type: 'BODY', text: 'Your order is ready.' }] }
    const numbers = [{ phone: '+1 555-078-3881', verified_name: 'Lucky Shrub' }]
    const accounts = [{ name: 'Lucky Shrub', currency, phone_numbers: numbers, templates: [template] }]
    const customers = [{ phone: '+16505551234', name: 'Sheena Nelson' }]
    const w = await world({ seed: { business: { name: 'Lucky Shrub' }, app: { name: 'Bot' }, accounts, customers } })
    await w.sends({ type: 'template', template: { name: 'order', language: { code: 'en_US' } } })
    await w.advance('1s')
    expect((await w.control('GET', 'ledger')).body).toMatchObject({ currency: charged, delivered: 1, cost })
    await w.landline.close()
  }
})

test('an estimate is what the ledger says afterwards', async () => {
  const w = await world()
  await w.says('Hi')
  const recipients = [w.landline.customer]
  const estimate = async (asked: object) => (await w.control('POST', 'estimate', asked)).body
  const service = await estimate({ category: 'service', recipients: [...recipients, '+49 1512 3456789'] })
  expect(service).toMatchObject({ messages: 1, cost: 0.0034, not_deliverable: ['+49 1512 3456789'] })
  const template = await estimate({ template: 'hello_world', recipients })
  await w.sends(text('Good morning.'))
  await w.sends(hello)
  await w.advance('1s')
  expect((await w.control('GET', 'ledger')).body.cost).toBeCloseTo(service.cost + template.cost, 6)
  // In September, windows were free.
  const at = '2026-09-30T12:00:00Z'
  const then = await estimate({ category: 'utility', countries: { us: 2 }, at })
  expect(then.lines).toMatchObject([{ market: 'North America', pricing_type: 'regular', messages: 2 }])
  const campaign = await estimate({ category: 'marketing', countries: { DE: 1000, US: 10, DO: 1, FJ: 0 } })
  expect(campaign.lines.map((line: { market: string; messages: number }) => [line.market, line.messages])).toEqual([
    ['Germany', 1000],
    ['North America', 10],
    ['Rest of Latin America', 1],
  ])
  expect(campaign.messages).toBe(1011)
  await w.landline.close()
})

test.each([
  [{}, 'Say what is sent'],
  [{ template: 'hello_world', category: 'utility', countries: { US: 1 } }, 'Say what is sent'],
  [{ template: 'nothing', countries: { US: 1 } }, 'has no template nothing'],
  [{ category: 'utility' }, 'Say to whom'],
  [{ category: 'utility', recipients: ['Sheena'] }, '"Sheena" is no phone number'],
  [{ category: 'utility', countries: { XX: 1 } }, 'XX is no country'],
  [{ category: 'utility', countries: { US: -1 } }, 'countries'],
  [{ category: 'utility', countries: { US: 1 }, at: 'soon' }, 'at is "soon"'],
  [{ category: 'utility', countries: { US: 1 }, at: Number.MAX_SAFE_INTEGER }, 'at is "9007199254740991"'],
  [{ category: 'utility', countries: { US: 1 }, account: '7' }, 'There is no account 7'],
  [{ category: 'friendship', countries: { US: 1 } }, 'Param category must be one of'],
])('an estimate of %j is refused: %s', async (asked, sentence) => {
  const w = await world()
  const { status, body } = await w.control('POST', 'estimate', asked)
  expect(status).toBe(400)
  expect(body.error.message).toContain(sentence)
  await w.landline.close()
})

test('authentication abroad is charged and told at its own rate', async () => {
  const components = [
    { type: 'BODY', text: '{{1}} is your verification code.', example: { body_text: [['123456']] } },
    {
      type: 'BUTTONS',
      buttons: [{ type: 'URL', text: 'Copy code', url: 'https://www.luckyshrub.com/otp/{{1}}', example: ['123456'] }],
    },
  ]
  const templates = [{ name: 'code', category: 'AUTHENTICATION' as const, components }]
  const phone_numbers = [{ phone: '+1 555-078-3881', verified_name: 'Lucky Shrub' }]
  const customers = [{ phone: '+919876543210', name: 'Sheena Nelson' }]
  const accounts = [{ name: 'Lucky Shrub', phone_numbers, templates }]
  const w = await world({ seed: { business: { name: 'Lucky Shrub' }, app: { name: 'Bot' }, accounts, customers } })
  const send = async () => {
    const parameters = [{ type: 'text', text: '123456' }]
    const bound = [
      { type: 'body', parameters },
      { type: 'button', sub_type: 'url', index: '0', parameters },
    ]
    const template = { name: 'code', language: { code: 'en_US' }, components: bound }
    expect((await w.sends({ type: 'template', template })).status).toBe(200)
    await w.advance('1s')
  }
  await send()
  const rates = { auth_international_rate_eligibility: { start_time: TUESDAY / 1000, exception_countries: [] } }
  expect((await w.control('POST', `accounts/${w.landline.waba_id}/settings`, rates)).status).toBe(200)
  await send()
  const { data } = (await w.control('GET', 'ledger?by=category,tier')).body
  expect(data).toEqual([
    { category: 'authentication', tier: '0:MAX', delivered: 1, cost: 0.0014 },
    { category: 'authentication_international', tier: '0:750000', delivered: 1, cost: 0.028 },
  ])
  await w.landline.close()
})
