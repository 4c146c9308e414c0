import type { MessagingLimit } from '../accounts/model.ts'
import { DAY, HOUR } from '../time.ts'

/*
 * How many customers a portfolio may reach outside customer service windows, all its numbers together.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messaging-limits
 */

/** Customers in a moving 24 hours; who was counted once is free for the rest of it. */
export const REACH_WINDOW = 24 * HOUR

/** The levels in the order in which a portfolio climbs them, and how many customers each allows. */
export const LEVELS: readonly { limit: MessagingLimit; customers: number }[] = [
  { limit: 'TIER_250', customers: 250 },
  { limit: 'TIER_2K', customers: 2_000 },
  { limit: 'TIER_10K', customers: 10_000 },
  { limit: 'TIER_100K', customers: 100_000 },
  { limit: 'TIER_UNLIMITED', customers: Number.POSITIVE_INFINITY },
]

export const customersOf = (limit: MessagingLimit): number => LEVELS.find(level => level.limit === limit)!.customers

/** How long ago customers count for the next level, and how often it is looked at: a rise comes within this time. */
export const SCALING_PERIOD = 7 * DAY
export const SCALING_EVERY = 6 * HOUR
const SCALING_SHARE = 1 / 2

/** A portfolio that is not verified leaves the first level when it has reached this many in this time. */
export const UNVERIFIED_PERIOD = 30 * DAY
const UNVERIFIED_REACH = 2_000

export interface ScalingFacts {
  limit: MessagingLimit
  verified: boolean
  /** Whether any number or template of the portfolio has low quality. */
  lowQuality: boolean
  /** Different customers reached outside windows in SCALING_PERIOD, and in UNVERIFIED_PERIOD. */
  reachedLately: number
  reachedInMonth: number
}

/** The level that a portfolio has earned, when that is a higher one. */
export function earnedLimit(facts: ScalingFacts): MessagingLimit | undefined {
  const { limit, verified, lowQuality, reachedLately, reachedInMonth } = facts
  const at = LEVELS.findIndex(level => level.limit === limit)
  const next = LEVELS[at + 1]?.limit
  if (next === undefined || lowQuality) return undefined
  if (at === 0 && !verified) return reachedInMonth >= UNVERIFIED_REACH ? next : undefined
  return reachedLately >= LEVELS[at]!.customers * SCALING_SHARE ? next : undefined
}

/** The tally of customers whom a portfolio has reached in the window; the store knows whether there is room. */
export const reachCounter = (businessId: string): string => `reach/${businessId}`
export const MESSAGING_LIMIT = 'messaging_limit'
