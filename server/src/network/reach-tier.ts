import { columnOf } from '../domain/pricing/charge.ts'
import type { RateColumn } from '../domain/pricing/rates.ts'
import { localDate } from '../domain/zoned-time.ts'
import type { Unit } from '../store/store.ts'

interface Reached {
  business_id: string
  market: string
  category: string
  /** `25000001:50000000` */
  tier: string
  at: number
  zone: string
}

/** The next message of a market and category is the first of a cheaper tier: every account of the portfolio is told. */
export async function reachTier({ read, record }: Unit, reached: Reached): Promise<void> {
  const { business_id, market, category, tier, at, zone } = reached
  const { year, month } = localDate(at, zone)
  const facts = {
    pricing_category: columnOf(category).toUpperCase() as Uppercase<RateColumn>,
    tier,
    effective_month: `${year}-${String(month).padStart(2, '0')}`,
    region: market,
  }
  for (const { id: account_id } of await read.accounts.ofBusiness(business_id)) {
    record({ type: 'account.tier_reached', at, account_id, ...facts })
  }
}
