import type { Business } from '../domain/accounts/model.ts'
import { customersOf, MESSAGING_LIMIT, REACH_WINDOW, reachCounter } from '../domain/messaging/messaging-limit.ts'
import type { Unit } from '../store/store.ts'

/**
 * Counts a customer who is reached outside a service window against the messaging limit of the portfolio, once in 24
 * hours. Whether there is room is decided by the store; two units that count the same customer at once meet on the row.
 */
export async function countReach(unit: Unit, business: Business, customerId: string): Promise<void> {
  if (business.messaging_limit === 'TIER_UNLIMITED') return
  const { read, stage, take, now, ids } = unit
  const id = `${business.id}/${customerId}`
  const known = await read.reached.find(id)
  if (known && now < known.at + REACH_WINDOW) return
  const limit = customersOf(business.messaging_limit)
  take({ kind: 'tally', name: MESSAGING_LIMIT, counter: reachCounter(business.id), n: 1, limit })
  if (known) stage.reached.change({ ...known, at: now })
  else stage.reached.add({ id, business_id: business.id, at: now })
  stage.job({ id: ids.key(), name: 'release-reach', due_at: now + REACH_WINDOW, payload: { id, at: now } })
}
