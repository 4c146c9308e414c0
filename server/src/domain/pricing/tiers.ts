import type { RateColumn } from './rates.ts'

/**
 * Volume tiers: the more messages of a category a portfolio has delivered in a market this month, the cheaper is the
 * next one. Each tier's rate holds for the messages in it, not for those before.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing
 */
export interface Tier {
  /** The last message of the month that is in it, counted from 1. */
  upTo: number
  /** Share of the list rate that is taken off. */
  discount: number
}

const WITHOUT: readonly Tier[] = [{ upTo: Number.POSITIVE_INFINITY, discount: 0 }]

/**
 * By market and category.
 * NOTE: only these boundaries are published where everybody can see them, and of the discounts only that they come in
 * steps of 5 %, up to 25 %. Everywhere else the list rate holds for the whole month.
 */
const TIERS: { [market: string]: { [column in RateColumn]?: readonly Tier[] } } = {
  India: {
    utility: [
      { upTo: 25_000_000, discount: 0 },
      { upTo: 50_000_000, discount: 0.05 },
      { upTo: Number.POSITIVE_INFINITY, discount: 0.1 },
    ],
    authentication_international: [
      { upTo: 750_000, discount: 0 },
      { upTo: Number.POSITIVE_INFINITY, discount: 0.05 },
    ],
  },
}

export const tiersOf = (market: string, column: RateColumn): readonly Tier[] => TIERS[market]?.[column] ?? WITHOUT

/** Both kinds of authentication are counted together. */
export const volumeCategory = (column: RateColumn): RateColumn =>
  column === 'authentication_international' ? 'authentication' : column

/** Messages that fall into one tier. */
export interface Slice {
  tier: Tier
  /** `lower:upper`, both inclusive, as analytics and webhooks print a tier. */
  name: string
  count: number
}

/** How the next `count` messages spread over tiers when `used` have been charged this month. */
export function slices(tiers: readonly Tier[], used: number, count: number): Slice[] {
  const found: Slice[] = []
  let at = used
  let left = count
  let lower = 0
  for (const tier of tiers) {
    const fits = Math.min(left, tier.upTo - at)
    if (fits > 0) {
      found.push({ tier, name: `${lower}:${tier.upTo === Number.POSITIVE_INFINITY ? 'MAX' : tier.upTo}`, count: fits })
      at += fits
      left -= fits
    }
    if (left <= 0) break
    lower = tier.upTo + 1
  }
  return found
}
