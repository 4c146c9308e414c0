import type { Business, MessagingLimit } from '../domain/accounts/model.ts'
import { nextState } from '../domain/machine.ts'
import { customersOf } from '../domain/messaging/messaging-limit.ts'
import { displayNameLife } from '../domain/numbers/display-name.ts'
import type { Stored } from '../domain/stored.ts'
import { reviewNameLater } from '../store/review-later.ts'
import type { Unit } from '../store/store.ts'

/**
 * Gives a portfolio another messaging limit; each of its accounts is told. When it rises, display names are reviewed
 * that nobody has looked at.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/display-names
 */
export async function changeMessagingLimit(
  unit: Unit,
  business: Stored<Business>,
  limit: MessagingLimit,
): Promise<void> {
  const { read, stage, record, now } = unit
  if (business.messaging_limit === limit) return
  stage.businesses.change({ ...business, messaging_limit: limit })
  for (const { id: account_id } of await read.accounts.ofBusiness(business.id)) {
    record({ type: 'account.capability_changed', at: now, account_id, messaging_limit: limit })
    if (customersOf(limit) > customersOf(business.messaging_limit)) await reviewNames(unit, account_id)
  }
}

async function reviewNames(unit: Unit, accountId: string): Promise<void> {
  for (const number of await unit.read.numbers.ofAccount(accountId)) {
    const name_status = nextState(displayNameLife, number.name_status, 'rise')
    if (!name_status) continue
    unit.stage.numbers.change({ ...number, name_status })
    reviewNameLater(unit, number.id)
  }
}
