import { checksIdentity } from '../domain/messaging/identity.ts'
import type { Customer } from '../domain/messaging/model.ts'
import type { Stored } from '../domain/stored.ts'
import type { Unit } from '../store/store.ts'
import { receiveSystem } from './receive-system.ts'
import { identityKeyHash } from './user-id.ts'

/**
 * A new phone has a new key. Businesses that check identities are told.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers
 * NOTE: the message is known from older pages and from client libraries.
 */
export async function changePhone(unit: Unit, customer: Stored<Customer>): Promise<Stored<Customer>> {
  const { read, stage, ids, now, record } = unit
  const hash = identityKeyHash(ids.key())
  const changed = { ...customer, identity_key_hash: hash }
  stage.customers.change(changed)
  record({ type: 'customer.changed', at: now, customer_id: customer.id })
  for (const { phone_number_id } of await read.conversations.ofCustomer(customer.id)) {
    const number = await read.numbers.find(phone_number_id)
    if (!number || !checksIdentity(number)) continue
    const body = `User ${customer.name} changed their phone`
    await receiveSystem(
      unit,
      number,
      changed,
      { body, type: 'customer_identity_changed', wa_id: customer.id },
      {
        from: customer.id,
        from_user_id: customer.user_id,
        identity: { acknowledged: false, created_timestamp: now, hash },
      },
    )
  }
  return changed
}
