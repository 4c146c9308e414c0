import type { Business } from '../domain/accounts/model.ts'
import { earnedLimit, SCALING_EVERY, SCALING_PERIOD, UNVERIFIED_PERIOD } from '../domain/messaging/messaging-limit.ts'
import { changeMessagingLimit } from '../network/change-messaging-limit.ts'
import { raiseThroughput } from '../network/raise-throughput.ts'
import type { Unit } from '../store/store.ts'
import { job } from './job.ts'

/** Raises messaging limits of portfolios and throughput of numbers where they have earned it, and looks again after a while. */
export const scaleMessagingLimits = job<object>({
  name: 'scale-messaging-limits',
  async run(_, unit) {
    const { read, stage, ids, now } = unit
    for (const business of await read.businesses.all()) {
      if (business.messaging_limit === 'TIER_UNLIMITED') {
        await raiseThroughput(unit, business)
        continue
      }
      const limit = await earned(unit, business)
      if (limit) await changeMessagingLimit(unit, business, limit)
    }
    stage.job({ id: ids.key(), name: 'scale-messaging-limits', due_at: now + SCALING_EVERY, payload: {} })
  },
})

const earned = async (unit: Unit, { id, messaging_limit, verification_status }: Business) =>
  earnedLimit({
    limit: messaging_limit,
    verified: verification_status === 'verified',
    lowQuality: await hasLowQuality(unit, id),
    reachedLately: await unit.read.reached.countSince(id, unit.now - SCALING_PERIOD),
    reachedInMonth: await unit.read.reached.countSince(id, unit.now - UNVERIFIED_PERIOD),
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
