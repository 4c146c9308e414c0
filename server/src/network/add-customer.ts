import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { Customer } from '../domain/model.ts'
import type { Unit } from '../store/store.ts'
import { userIdOf } from './user-id.ts'

/** Not a kind that the Graph can read: it only leads from a business-scoped user id to the customer. */
const USER_NODE = 'Customer'

export interface NewCustomer {
  /** Digits of the phone number. */
  wa_id: string
  name?: string
  online?: boolean
}

/** A person with a phone joins the world. */
export function addCustomer({ stage, now, record }: Unit, person: NewCustomer): Customer {
  const customer: Customer = {
    id: person.wa_id,
    name: person.name ?? parsePhoneNumberFromString(`+${person.wa_id}`)?.formatInternational() ?? `+${person.wa_id}`,
    user_id: userIdOf(person.wa_id),
    online: person.online ?? true,
    blocked: [],
    read_receipts: true,
    created_at: now,
  }
  stage.customers.add(customer)
  stage.node(customer.user_id, USER_NODE, customer.id)
  record({ type: 'customer.created', at: now, customer_id: customer.id })
  return customer
}
