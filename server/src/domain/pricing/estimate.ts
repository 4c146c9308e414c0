import type { Account } from '../accounts/model.ts'
import { type PricingCategory, type PricingType, price } from '../messaging/price.ts'
import { zoneOf } from '../time-zones.ts'
import { charges, MICROS } from './charge.ts'
import { pricedCategory } from './international.ts'
import { marketOf } from './markets.ts'

/** People who are to get one message each. */
export interface Audience {
  /** First digits of their numbers, as many as tell the market. */
  digits: string
  count: number
  serviceWindowOpen: boolean
  freeEntryWindowOpen: boolean
}

/** Messages of one price. */
export interface EstimateLine {
  market: string
  category: PricingCategory
  pricing_type: PricingType
  /** Empty for what is free. */
  tier: string
  messages: number
  /** Price of each and of all, in units of the currency. */
  rate: number
  cost: number
  /** The day of the rate card. */
  rates_of: string
}

export interface EstimateQuestion {
  account: Account
  category: PricingCategory
  at: number
  audiences: readonly Audience[]
}

/** What goes to one market in one category and is charged or free alike, before it is priced. */
export interface Batch {
  market: string
  category: PricingCategory
  pricing_type: PricingType
  count: number
}

/** Puts together what has the same price but for its tier. */
export function batchesOf({ account, category, at, audiences }: EstimateQuestion): Batch[] {
  const zone = zoneOf(account.timezone_id)
  const batches = new Map<string, Batch>()
  for (const { digits, count, serviceWindowOpen, freeEntryWindowOpen } of audiences) {
    const market = marketOf(digits, at, zone)
    const priced = price({
      category: pricedCategory(category, digits, account, at),
      at,
      serviceWindowOpen,
      freeEntryWindowOpen,
      zone,
    })
    const key = `${market}/${priced.category}/${priced.pricing_type}`
    const batch = batches.get(key) ?? { market, category: priced.category, pricing_type: priced.pricing_type, count: 0 }
    batch.count += count
    batches.set(key, batch)
  }
  return [...batches.values()].sort((a, b) => (a.market < b.market ? -1 : 1))
}

/** Prices batches. `usedOf` tells how many messages the portfolio has been charged for this month, where tiers ask. */
export function estimate(
  { account, at }: EstimateQuestion,
  batches: readonly Batch[],
  usedOf: (batch: Batch) => number,
): EstimateLine[] {
  const zone = zoneOf(account.timezone_id)
  return batches.flatMap((batch): EstimateLine[] => {
    const { market, category, pricing_type, count } = batch
    if (pricing_type !== 'regular') {
      return [{ market, category, pricing_type, tier: '', messages: count, rate: 0, cost: 0, rates_of: '' }]
    }
    const question = { market, category, currency: account.currency, at, zone, used: usedOf(batch), count }
    return charges(question).map(charge => ({
      market,
      category,
      pricing_type,
      tier: charge.tier,
      messages: charge.count,
      rate: charge.micros / MICROS,
      cost: (charge.micros * charge.count) / MICROS,
      rates_of: charge.from,
    }))
  })
}
