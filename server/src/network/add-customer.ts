import type { Customer } from '../domain/messaging/model.ts'
import { displayNumber } from '../domain/numbers/add.ts'
import type { Stage } from '../store/stage.ts'
import type { Unit } from '../store/store.ts'
import { identityKeyHash, parentUserIdOf, userIdOf } from './user-id.ts'

/** Not a kind that the Graph can read: it only leads from a business-scoped user id to the customer. */
const USER_NODE = 'Customer'

export interface NewCustomer {
  /** Digits of the phone number. */
  wa_id: string
  name?: string
  username?: string
  online?: boolean
}

/** Lets a business write to a customer's user ids as well as to the phone number. */
export function nameCustomer(stage: Stage, { id, user_id, parent_user_id }: Customer): void {
  stage.node(user_id, USER_NODE, id)
  if (parent_user_id) stage.node(parent_user_id, USER_NODE, id)
}

export function unnameCustomer(stage: Stage, { user_id, parent_user_id }: Customer): void {
  stage.dropNode(user_id)
  if (parent_user_id) stage.dropNode(parent_user_id)
}

/** A person with a phone joins the world. */
export function addCustomer({ stage, now, record }: Unit, person: NewCustomer): Customer {
  const customer: Customer = {
    id: person.wa_id,
    name: person.name ?? displayNumber(person.wa_id),
    user_id: userIdOf(person.wa_id),
    parent_user_id: parentUserIdOf(person.wa_id),
    identity_key_hash: identityKeyHash(person.wa_id),
    ...(person.username === undefined ? {} : { username: person.username }),
    online: person.online ?? true,
    blocked: [],
    read_receipts: true,
    created_at: now,
  }
  stage.customers.add(customer)
  nameCustomer(stage, customer)
  record({ type: 'customer.created', at: now, customer_id: customer.id })
  return customer
}
