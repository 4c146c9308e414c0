import { earnedLimit, SCALING_EVERY, SCALING_PERIOD, UNVERIFIED_PERIOD } from '../domain/messaging/messaging-limit.ts'
import { changeMessagingLimit } from '../network/change-messaging-limit.ts'
import type { Unit } from '../store/store.ts'
import { job } from './job.ts'

/** Raises the messaging limit of a portfolio that has earned it, and looks again after a while. */
export const scaleMessagingLimit = job<{ business_id: string }>({
  name: 'scale-messaging-limit',
  async run({ business_id }, unit) {
    const { read, stage, ids, now } = unit
    const business = await read.businesses.find(business_id)
    if (!business) return
    stage.job({ id: ids.key(), name: 'scale-messaging-limit', due_at: now + SCALING_EVERY, payload: { business_id } })
    if (business.messaging_limit === 'TIER_UNLIMITED') return
    const limit = earnedLimit({
      limit: business.messaging_limit,
      verified: business.verification_status === 'verified',
      lowQuality: await hasLowQuality(unit, business_id),
      reachedLately: await read.reached.countSince(business_id, now - SCALING_PERIOD),
      reachedInMonth: await read.reached.countSince(business_id, now - UNVERIFIED_PERIOD),
    })
    if (limit) await changeMessagingLimit(unit, business, limit)
  },
})

async function hasLowQuality({ read }: Unit, businessId: string): Promise<boolean> {
  for (const account of await read.accounts.ofBusiness(businessId)) {
    const numbers = await read.numbers.ofAccount(account.id)
    if (numbers.some(number => number.quality_rating === 'RED')) return true
    const templates = await read.templates.ofAccount(account.id)
    if (templates.some(template => template.quality === 'RED')) return true
  }
  return false
}
