import type { Business, MessagingLimit } from '../domain/accounts/model.ts'
import type { Stored } from '../domain/stored.ts'
import type { Unit } from '../store/store.ts'

/** Gives a portfolio another messaging limit; each of its accounts is told. */
export async function changeMessagingLimit(
  { read, stage, record, now }: Unit,
  business: Stored<Business>,
  limit: MessagingLimit,
): Promise<void> {
  if (business.messaging_limit === limit) return
  stage.businesses.change({ ...business, messaging_limit: limit })
  for (const { id: account_id } of await read.accounts.ofBusiness(business.id)) {
    record({ type: 'account.capability_changed', at: now, account_id, messaging_limit: limit })
  }
}
