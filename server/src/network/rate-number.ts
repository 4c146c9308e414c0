import type { PhoneNumber } from '../domain/numbers/model.ts'
import type { Quality } from '../domain/quality.ts'
import type { Stored } from '../domain/stored.ts'
import type { Unit } from '../store/store.ts'

/** Gives a number another quality rating, and records it where that is news. */
export async function rateNumber(
  { read, stage, record, now }: Unit,
  number: Stored<PhoneNumber>,
  quality: Quality,
): Promise<void> {
  const previous = number.quality_rating
  if (quality === previous) return
  stage.numbers.change({ ...number, quality_rating: quality })
  const account = await read.accounts.find(number.account_id)
  const business = account && (await read.businesses.find(account.business_id))
  record({
    type: 'number.quality_changed',
    at: now,
    account_id: number.account_id,
    phone_number_id: number.id,
    previous,
    quality,
    messaging_limit: business?.messaging_limit ?? 'TIER_250',
  })
}
