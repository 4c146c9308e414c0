import { localDate } from '../zoned-time.ts'
import { listRate, type RateColumn } from './rates.ts'
import { type Slice, slices, tiersOf, volumeCategory } from './tiers.ts'

/** Sums of money are kept in millionths of the currency's unit: whole numbers, which add up exactly. */
export const MICROS = 1_000_000

/** What one message of a category costs in a market, and in which of its tiers. */
export interface Charge {
  count: number
  /** `0:MAX` where there are no tiers. */
  tier: string
  /** The last message of the month that is in the tier; without end in the highest. */
  upTo: number
  /** Price of each, in millionths. */
  micros: number
  currency: string
  /** The day of the rate card. */
  from: string
}

export interface ChargeQuestion {
  category: string
  market: string
  currency: string
  at: number
  zone: string
  /** Messages that the portfolio has been charged for in this market and category this month. */
  used: number
  count: number
}

/** The rate that a pricing category is charged by: messages of the Marketing Messages API and to groups by their kind. */
export function columnOf(category: string): RateColumn {
  const plain = category.replace(/^group_/, '')
  if (plain.startsWith('marketing')) return 'marketing'
  return plain === 'utility' || plain === 'authentication' || plain === 'authentication_international'
    ? plain
    : 'service'
}

/** What the next `count` messages cost: one entry for each tier that they reach. */
export function charges(question: ChargeQuestion): Charge[] {
  const { category, market, currency, at, zone, used, count } = question
  const column = columnOf(category)
  const list = listRate({ currency, market, column, at, zone })
  return slices(tiersOf(market, column), used, count).map(slice => ({
    count: slice.count,
    tier: slice.name,
    upTo: slice.tier.upTo,
    micros: reduced(list.rate, slice),
    currency: list.currency,
    from: list.from,
  }))
}

const reduced = (rate: number, { tier }: Slice): number => Math.round(rate * (1 - tier.discount) * MICROS)

/** Whether the price of a category depends on how many were delivered this month. */
export const isTiered = (market: string, category: string): boolean => tiersOf(market, columnOf(category)).length > 1

/** The counter of a portfolio's month, in the account's time zone: it begins anew at midnight of the 1st. */
export function volumeCounter(businessId: string, market: string, category: string, at: number, zone: string): string {
  const { year, month } = localDate(at, zone)
  return `volume/${businessId}/${year}-${String(month).padStart(2, '0')}/${market}/${volumeCategory(columnOf(category))}`
}
