import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { Customer } from '../domain/model.ts'
import type { Unit } from '../store/store.ts'

/** Users whose number lies in no country's plan still need a country in their business-scoped id. */
const NO_COUNTRY = 'US'

/** Not a kind that the Graph can read: it only leads from a business-scoped user id to the customer. */
const USER_NODE = 'Customer'

export interface NewCustomer {
  /** Digits of the phone number. */
  wa_id: string
  name?: string
  /** Given by world files; otherwise made. */
  user_id?: string
  online?: boolean
  read_receipts?: boolean
}

/** A person with a phone joins the world. */
export function addCustomer({ stage, ids, now, record }: Unit, person: NewCustomer): Customer {
  const phone = parsePhoneNumberFromString(`+${person.wa_id}`)
  const customer: Customer = {
    id: person.wa_id,
    name: person.name ?? phone?.formatInternational() ?? `+${person.wa_id}`,
    user_id: person.user_id ?? `${phone?.country ?? NO_COUNTRY}.${ids.node()}${ids.node().slice(-5)}`,
    online: person.online ?? true,
    blocked: [],
    read_receipts: person.read_receipts ?? true,
    created_at: now,
  }
  stage.customers.add(customer)
  stage.node(customer.user_id, USER_NODE, customer.id)
  record({ type: 'customer.created', at: now, customer_id: customer.id })
  return customer
}
