import { z } from 'zod'
import { fold } from '../../domain/analytics/fold.ts'
import { dayOf, monthStart, wholePeriods } from '../../domain/analytics/periods.ts'
import { digitsOfCountry } from '../../domain/countries.ts'
import { MICROS } from '../../domain/pricing/charge.ts'
import { marketOf } from '../../domain/pricing/markets.ts'
import { chargedIn } from '../../domain/pricing/rates.ts'
import { zoneOf } from '../../domain/time-zones.ts'
import { startOfDay } from '../../domain/zoned-time.ts'
import { node } from '../../graph/node.ts'
import { operation } from '../../graph/operation.ts'
import type { TrafficColumn } from '../../store/tables/traffic.ts'
import { refusal } from '../refuse.ts'
import { Instant, instantOf } from '../world/clock.ts'
import { chosenAccount } from './account-choice.ts'

export const LedgerNode = node<object>({
  name: 'Ledger',
  summary: 'What was delivered, and what it cost.',
  singleton: 'ledger',
  access: 'control',
  load: async () => ({}),
  fields: {},
})

/** What can be kept apart, besides days. */
const COLUMNS = {
  category: 'category',
  country: 'country',
  number: 'phone_number_id',
  template: 'template_id',
  tier: 'tier',
  type: 'pricing_type',
} as const satisfies { [name: string]: TrafficColumn }
type Part = keyof typeof COLUMNS

const PARTS = ['category', 'country', 'day', 'number', 'template', 'tier', 'type'] as const
const USUAL: readonly (typeof PARTS)[number][] = ['category', 'country', 'tier', 'type']

const Entry = z.object({
  day: z.number().optional().describe('Unix milliseconds of its beginning in the time zone of the account.'),
  phone_number_id: z.string().optional(),
  country: z.string().optional(),
  market: z.string().optional().describe('Of the rate card, as at the end of the period.'),
  category: z.string().optional(),
  pricing_type: z.string().optional(),
  tier: z.string().optional(),
  template_id: z.string().optional(),
  delivered: z.number(),
  cost: z.number(),
})

export const readLedger = operation({
  on: LedgerNode,
  method: 'GET',
  name: 'readLedger',
  summary: 'Delivered messages of an account and their cost, this month or on other days, kept apart as asked.',
  access: 'control',
  params: z.looseObject({
    account: z.string().optional().describe('Id of the account; that of the first number when left out.'),
    from: Instant.optional().describe('The beginning of this month when left out.'),
    to: Instant.optional().describe('Now when left out.'),
    by: z
      .array(z.enum(PARTS))
      .optional()
      .describe('What is kept apart; category, country, tier and type when left out.'),
  }),
  returns: z.object({
    account_id: z.string(),
    currency: z.string().describe('US dollars where no rate card of the currency of the account is known.'),
    time_zone: z.string(),
    from: z.number().describe('The beginning of the first day.'),
    to: z.number().describe('The end of the last day.'),
    delivered: z.number(),
    cost: z.number(),
    data: z.array(Entry),
  }),
}).run(async ({ params, read, now }) => {
  const account = await chosenAccount(read, params.account)
  const zone = zoneOf(account.timezone_id)
  const from = params.from === undefined ? monthStart(now, zone) : inZone('from', params.from, zone)
  const to = params.to === undefined ? now + 1 : inZone('to', params.to, zone)
  if (to <= from) throw refusal('to must be later than from.')
  const period = wholePeriods(from, to, 'DAY', zone)
  const by = params.by ?? USUAL
  const parts = by.filter((part): part is Part => part !== 'day')
  const columns = parts.map(part => COLUMNS[part])
  const sums = await read.traffic.days(account.id, {
    from: dayOf(period.start, zone),
    to: dayOf(period.end, zone),
    by: columns,
    except: { category: ['received'] },
  })
  // Where days are not kept apart, all of them count as the first.
  const [first] = sums
  const kept = by.includes('day') ? sums : sums.map(row => ({ ...row, step: first!.step }))
  const rows = fold(kept, columns, 'DAY', zone).filter(({ row }) => row.delivered > 0)
  return {
    account_id: account.id,
    currency: chargedIn(account.currency),
    time_zone: zone,
    from: period.start,
    to: period.end,
    delivered: rows.reduce((sum, { row }) => sum + row.delivered, 0),
    cost: rows.reduce((sum, { row }) => sum + row.cost, 0) / MICROS,
    data: rows.map(({ period, row }) => ({
      ...(by.includes('day') ? { day: period.start } : {}),
      ...Object.fromEntries(columns.map(column => [column, row[column]])),
      ...(row.country === undefined
        ? {}
        : { market: marketOf(digitsOfCountry(row.country) ?? '', period.end - 1, zone) }),
      delivered: row.delivered,
      cost: row.cost / MICROS,
    })),
  }
})

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/

/** A written day begins at midnight of the account; any other instant is what it is. */
function inZone(name: string, value: string | number, zone: string): number {
  const at = instantOf(name, value)
  const [, year, month, day] = DATE.exec(String(value))?.map(Number) ?? []
  return year === undefined ? at : startOfDay({ year, month: month!, day: day! }, zone)
}
