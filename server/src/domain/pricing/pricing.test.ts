import { expect, test } from 'vitest'
import type { PricingCategory } from '../messaging/price.ts'
import { charges, columnOf, isTiered, MICROS, volumeCounter } from './charge.ts'
import { pricedCategory } from './international.ts'
import { MARKETS, marketOf } from './markets.ts'
import { listRate, type RateColumn } from './rates.ts'
import { slices, tiersOf } from './tiers.ts'

const OCTOBER = Date.UTC(2026, 9, 15)
const AUGUST = Date.UTC(2026, 7, 15)
const zone = 'America/Los_Angeles'

test.each<[currency: string, market: string, column: RateColumn, at: number, rate: number]>([
  ['USD', 'Argentina', 'marketing', OCTOBER, 0.0618],
  ['USD', 'Argentina', 'utility', OCTOBER, 0.026],
  ['USD', 'Argentina', 'service', OCTOBER, 0.026],
  ['USD', 'Bangladesh', 'marketing', OCTOBER, 0.0732],
  ['USD', 'Bangladesh', 'authentication', OCTOBER, 0.0037],
  ['EUR', 'Argentina', 'marketing', AUGUST, 0.0512],
  ['EUR', 'France', 'utility', AUGUST, 0.0248],
  ['EUR', 'Germany', 'authentication', AUGUST, 0.0456],
  ['EUR', 'India', 'authentication_international', AUGUST, 0.0252],
  ['EUR', 'Egypt', 'authentication_international', OCTOBER, 0.0538],
  // The card has no column for service: the utility rate.
  ['EUR', 'Germany', 'service', OCTOBER, 0.0456],
  // The card has no row for Bangladesh, which left its region in October: the region's.
  ['EUR', 'Bangladesh', 'marketing', OCTOBER, 0.0606],
  // The newest rate of that kind in dollars is of 2024.
  ['USD', 'Indonesia', 'authentication_international', OCTOBER, 0.136],
  ['USD', 'India', 'authentication_international', OCTOBER, 0.028],
  // No rate abroad in dollars is known for Egypt: that of authentication, which is the utility rate there.
  [
    'USD',
    'Egypt',
    'authentication_international',
    OCTOBER,
    listRate({ currency: 'USD', market: 'Egypt', column: 'authentication', at: OCTOBER, zone }).rate,
  ],
])('in %s, %s pays for %s at %d: %d', (currency, market, column, at, rate) => {
  expect(listRate({ currency, market, column, at, zone }).rate).toBe(rate)
})

test('every market has a rate for every category in both currencies, at any time', () => {
  const columns: RateColumn[] = ['marketing', 'utility', 'authentication', 'service', 'authentication_international']
  for (const market of MARKETS) {
    for (const column of columns) {
      for (const currency of ['USD', 'EUR', 'JPY']) {
        for (const at of [0, AUGUST, OCTOBER, Date.UTC(2040, 0)]) {
          expect(listRate({ currency, market, column, at, zone }).rate).toBeGreaterThan(0)
        }
      }
    }
  }
})

test.each([
  ['16505551234', 'North America'],
  ['18095551234', 'Rest of Latin America'],
  ['18765551234', 'Rest of Latin America'],
  ['19395551234', 'Rest of Latin America'],
  ['14165551234', 'North America'],
  ['12425551234', 'North America'],
  ['77011234567', 'Kazakhstan'],
  ['79111234567', 'Russia'],
  ['919876543210', 'India'],
  ['971501234567', 'United Arab Emirates'],
  ['263771234567', 'Rest of Africa'],
  ['491512345678', 'Germany'],
  ['436641234567', 'Rest of Western Europe'],
  ['35312345678', 'Rest of Western Europe'],
  ['9601234567', 'Other'],
  ['999', 'Other'],
  ['', 'Other'],
])('+%s is priced as %s', (digits, market) => {
  expect(marketOf(digits, OCTOBER, zone)).toBe(market)
})

/** Midnights of California. */
const JULY_FIRST = Date.UTC(2026, 6, 1, 7)
const OCTOBER_FIRST = Date.UTC(2026, 9, 1, 7)
test.each([
  ['880171234567', OCTOBER_FIRST, 'Rest of Asia Pacific', 'Bangladesh'],
  ['77011234567', OCTOBER_FIRST, 'Other', 'Kazakhstan'],
  ['48501234567', JULY_FIRST, 'Rest of Central & Eastern Europe', 'Poland'],
  ['263771234567', Date.UTC(2025, 9, 1, 7), 'Other', 'Rest of Africa'],
])('+%s changes its market at midnight of the account, %d', (digits, at, before, after) => {
  expect(marketOf(digits, at - 1, zone)).toBe(before)
  expect(marketOf(digits, at, zone)).toBe(after)
})

test('a new card holds from midnight of the account', () => {
  const asked = {
    currency: 'USD',
    market: 'India',
    column: 'authentication_international',
    zone: 'Asia/Kolkata',
  } as const
  const midnight = Date.UTC(2024, 5, 30, 18, 30)
  const indonesia = { ...asked, market: 'Indonesia' }
  expect(listRate({ ...asked, at: midnight }).from).toBe('2024-07-01')
  expect(listRate({ ...indonesia, at: midnight }).from).toBe('2024-06-01')
  const turn = { currency: 'USD', market: 'Brazil', column: 'marketing', zone } as const
  expect(listRate({ ...turn, at: OCTOBER_FIRST }).from).toBe('2026-10-01')
})

const MAX = 'MAX'
test.each([
  [0, 1, [['0:25000000', 1]]],
  [24_999_999, 1, [['0:25000000', 1]]],
  [
    24_999_999,
    2,
    [
      ['0:25000000', 1],
      ['25000001:50000000', 1],
    ],
  ],
  [25_000_000, 1, [['25000001:50000000', 1]]],
  [49_999_999, 1, [['25000001:50000000', 1]]],
  [50_000_000, 1, [[`50000001:${MAX}`, 1]]],
  [
    0,
    60_000_000,
    [
      ['0:25000000', 25_000_000],
      ['25000001:50000000', 25_000_000],
      [`50000001:${MAX}`, 10_000_000],
    ],
  ],
])('after %d messages of utility to India, %d more fall into %j', (used, count, expected) => {
  expect(slices(tiersOf('India', 'utility'), used, count).map(one => [one.name, one.count])).toEqual(expected)
})

test.each([
  [0, 750_000, '0:750000', 1],
  [749_999, 1, '0:750000', 1],
  [750_000, 1, '750001:MAX', 0.95],
])('after %d messages of authentication from abroad to India, %d more pay tier %s', (used, count, tier, share) => {
  const question = {
    category: 'authentication_international',
    market: 'India',
    currency: 'EUR',
    at: OCTOBER,
    zone,
    used,
  }
  const [charge] = charges({ ...question, count })
  expect(charge).toMatchObject({ tier, micros: Math.round(0.0252 * share * MICROS), count, currency: 'EUR' })
})

test.each([
  ['marketing_lite', 'marketing'],
  ['group_marketing', 'marketing'],
  ['group_utility', 'utility'],
  ['group_service', 'service'],
  ['service', 'service'],
  ['authentication_international', 'authentication_international'],
])('%s is charged at the rate of %s', (category, column) => {
  expect(columnOf(category)).toBe(column)
})

test('the month of a portfolio begins at midnight of the account, and both authentications share one count', () => {
  const newYear = Date.UTC(2027, 0, 1, 8)
  const counter = (category: string, at: number) => volumeCounter('7', 'India', category, at, zone)
  expect(counter('utility', newYear - 1)).toBe('volume/7/2026-12/India/utility')
  expect(counter('utility', newYear)).toBe('volume/7/2027-01/India/utility')
  expect(counter('authentication_international', newYear)).toBe(counter('authentication', newYear))
  expect(isTiered('India', 'utility')).toBe(true)
  expect(isTiered('India', 'service')).toBe(false)
})

const START = OCTOBER / 1000
const exception_countries = [{ country_code: 'ID', start_time: START + 100 }]
const abroad = {
  timezone_id: '1',
  country: 'IN',
  auth_international_rate_eligibility: { start_time: START, exception_countries },
}
test.each<[PricingCategory, string, number, PricingCategory]>([
  ['authentication', '201012345678', OCTOBER, 'authentication_international'],
  ['authentication', '201012345678', OCTOBER - 1, 'authentication'],
  // The business is at home there.
  ['authentication', '919876543210', OCTOBER, 'authentication'],
  // The exception begins later.
  ['authentication', '628123456789', OCTOBER + 99_999, 'authentication'],
  ['authentication', '628123456789', OCTOBER + 100_000, 'authentication_international'],
  // There is no such rate.
  ['authentication', '491512345678', OCTOBER, 'authentication'],
  ['utility', '201012345678', OCTOBER, 'utility'],
])('%s to +%s at %d is charged as %s', (category, digits, at, expected) => {
  expect(pricedCategory(category, digits, abroad, at)).toBe(expected)
})
