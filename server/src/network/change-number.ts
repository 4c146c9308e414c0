import type { Customer, Message } from '../domain/messaging/model.ts'
import type { PhoneNumber } from '../domain/numbers/model.ts'
import type { Stored } from '../domain/stored.ts'
import type { Unit } from '../store/store.ts'
import { conversationId } from '../store/tables/messages.ts'
import { nameCustomer, unnameCustomer } from './add-customer.ts'
import { moveRecords } from './move-records.ts'
import { receiveSystem } from './receive-system.ts'
import { parentUserIdOf, userIdOf } from './user-id.ts'

/** Messages moved in one go. */
const STEP = 500

/**
 * A person moves to another number. Name, chats and what waits for the phone come along; the user ids are new, and each
 * business that there is a chat with is told. What is addressed to the old number no longer reaches anybody.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/system
 */
export async function changeNumber(unit: Unit, before: Stored<Customer>, waId: string): Promise<Customer> {
  const { read, stage, now, record } = unit
  const { version: _, ...kept } = before
  const customer: Customer = { ...kept, id: waId, user_id: userIdOf(waId), parent_user_id: parentUserIdOf(waId) }
  stage.customers.remove(before.id)
  unnameCustomer(stage, before)
  stage.customers.add(customer)
  nameCustomer(stage, customer)
  record({ type: 'customer.removed', at: now, customer_id: before.id })
  record({ type: 'customer.created', at: now, customer_id: customer.id })
  for (const conversation of await read.conversations.ofCustomer(before.id)) {
    stage.conversations.remove(conversation.id)
    const id = conversationId(conversation.phone_number_id, customer.id)
    stage.conversations.put({ ...conversation, id, customer_id: customer.id })
    const number = await read.numbers.find(conversation.phone_number_id)
    if (number) await tellBusiness(unit, number, before, customer)
  }
  for await (const message of everythingOn(unit, before.id)) {
    stage.messages.put({ ...message, customer_id: customer.id })
  }
  await moveRecords(unit, before.id, customer.id)
  return customer
}

/** One message about the number and one about the user id, and the field of its own that the latter has. */
async function tellBusiness(unit: Unit, number: PhoneNumber, before: Customer, customer: Customer): Promise<void> {
  const system = { from: before.id, from_user_id: before.user_id }
  const { name, user_id, parent_user_id } = customer
  const said = (old: string, current: string) => `User ${name} changed from ${old} to ${current}`
  const moved = { body: said(before.id, customer.id), wa_id: customer.id, type: 'user_changed_number' }
  await receiveSystem(unit, number, customer, moved, system)
  const renamed = { body: said(before.user_id, user_id), user_id, parent_user_id, wa_id: customer.id }
  await receiveSystem(unit, number, customer, { ...renamed, type: 'user_changed_user_id' }, system)
  unit.record({
    type: 'user_id.changed',
    at: unit.now,
    account_id: number.account_id,
    phone_number_id: number.id,
    customer_id: customer.id,
    customer_name: name,
    previous: idsOf(before),
    current: idsOf(customer),
  })
}

const idsOf = ({ user_id, parent_user_id }: Customer) => ({ user_id, ...(parent_user_id ? { parent_user_id } : {}) })

/** What the phone shows, and what is on its way to it. */
async function* everythingOn({ read }: Unit, customerId: string): AsyncGenerator<Message> {
  let before: string | undefined
  for (;;) {
    const step = await read.messages.chat({ customerId, limit: STEP, ...(before === undefined ? {} : { before }) })
    yield* step
    if (step.length < STEP) break
    before = step.at(-1)!.key
  }
  yield* await read.messages.undelivered(customerId, Number.MAX_SAFE_INTEGER)
}
