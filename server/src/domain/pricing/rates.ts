import { startOfDate } from '../zoned-time.ts'
import { CARDS } from './cards.ts'
import { OTHER, regionBefore } from './markets.ts'

/** The columns of a rate card. */
export type RateColumn = 'marketing' | 'utility' | 'authentication' | 'service' | 'authentication_international'

/** List rates by market, in the order of `columns`. A market may lack the last ones. */
export interface RateCard {
  currency: string
  /** The day on which it begins to hold, by the calendar of the account. */
  from: string
  columns: readonly RateColumn[]
  rates: { readonly [market: string]: readonly (number | null)[] }
}

export interface ListRate {
  /** Price of one message, in units of the currency. */
  rate: number
  currency: string
  market: string
  /** The card that it is from. */
  from: string
}

/** What accounts pay in whose own currency has no card here. */
const FALLBACK_CURRENCY = 'USD'

const cardsOf = Map.groupBy(CARDS, card => card.currency)

/** The currency in which an account is charged: its own where there is a card of it, else US dollars. */
export const chargedIn = (currency: string): string => (cardsOf.has(currency) ? currency : FALLBACK_CURRENCY)

/** What stands in for a column that no card of the currency has. */
const INSTEAD: { [column in RateColumn]?: RateColumn } = {
  service: 'utility',
  authentication_international: 'authentication',
}

export interface RateQuestion {
  currency: string
  market: string
  column: RateColumn
  at: number
  zone: string
}

/**
 * The list rate of a market and category at an instant: from the newest card that has begun by then in the account's
 * time zone, and of one that is older if that lacks the rate. Before the first known card, the first one holds. A
 * market that the cards of a currency lack is priced as the region it came from, then as Other; a category that they
 * lack as the one it is derived from.
 */
export function listRate(question: RateQuestion): ListRate {
  const { market, column } = question
  const found = rateOf(question)
  if (found) return found
  const instead = INSTEAD[column]
  if (instead) return listRate({ ...question, column: instead })
  const wider = market === OTHER ? undefined : (regionBefore(market) ?? OTHER)
  if (wider !== undefined) return listRate({ ...question, market: wider })
  throw new Error(`No card has a rate for ${market}, ${column}.`)
}

function rateOf({ currency, market, column, at, zone }: RateQuestion): ListRate | undefined {
  let best: ListRate | undefined
  for (const card of cardsOf.get(chargedIn(currency))!) {
    const place = card.columns.indexOf(column)
    const rate = place < 0 ? undefined : card.rates[market]?.[place]
    if (rate === undefined || rate === null) continue
    // Cards are in the order of their days: the last that has begun wins, else the first of all.
    if (best && startOfDate(card.from, zone) > at) break
    best = { rate, currency: card.currency, market, from: card.from }
  }
  return best
}
