import { opensWindow } from '../domain/messaging/inbound.ts'
import { inboundTake } from '../domain/messaging/limits.ts'
import type { Customer, Message } from '../domain/messaging/model.ts'
import { phoneWithheld } from '../domain/messaging/phone-visibility.ts'
import { FREE_ENTRY_ANSWER_WITHIN } from '../domain/messaging/window.ts'
import type { PhoneNumber } from '../domain/numbers/model.ts'
import type { Unit } from '../store/store.ts'
import { isBlocked } from './blocked.ts'
import { conversationOf } from './draft-board.ts'
import { routed } from './thread.ts'

/** What a customer sends. `content` is the member named by `type`, as webhooks carry it. */
export interface Inbound {
  number: PhoneNumber
  customer: Customer
  type: string
  content: unknown
  /** What comes along with some messages. */
  more?: InboundMembers
  /** It tells the phone number, whatever the username hides. */
  showsPhone?: boolean
}

export type InboundMembers = Pick<
  Message,
  'context' | 'errors' | 'forwarded' | 'frequently_forwarded' | 'referral' | 'referred_product' | 'system'
>

/**
 * Takes a customer's message to the business: it is in the chat at once, and opens the customer service window. One that
 * comes by an advertisement lets the next answer open a free entry window.
 */
export async function receiveMessage(unit: Unit, inbound: Inbound): Promise<Message> {
  const { stage, ids, now, record } = unit
  const { number, customer, type, content, more, showsPhone } = inbound
  const key = ids.key()
  const wamid = ids.wamid(customer.id, 'received', key)
  const scene = { account_id: number.account_id, phone_number_id: number.id, customer_id: customer.id, wamid }
  const message: Message = {
    key,
    ...scene,
    direction: 'received',
    at: now,
    type,
    status: 'received',
    shown: true,
    content,
    ...more,
  }
  stage.messages.add(message)
  unit.take(inboundTake(number, now))
  if (await isBlocked(unit, number, customer.id)) return dropped(unit, message)
  const conversation = await conversationOf(unit, number.id, customer.id)
  if (opensWindow(type)) {
    stage.conversations.change(conversation, {
      last_received_at: now,
      last_at: now,
      ...(more?.referral ? { free_entry_answer_by: now + FREE_ENTRY_ANSWER_WITHIN } : {}),
      ...(showsPhone || !phoneWithheld(customer, conversation.phone_seen_at, now) ? { phone_seen_at: now } : {}),
    })
  }
  const { name: customer_name, user_id } = customer
  const routing = await routed(unit, number, customer, conversation, message)
  record({ type: 'message.received', at: now, ...scene, ...routing, message, customer_name, user_id })
  return message
}

/** The phone shows what a blocked customer wrote; the business never hears of it, and no window opens. */
async function dropped(unit: Unit, message: Message): Promise<Message> {
  const { account_id, phone_number_id, customer_id, wamid } = message
  const conversation = await conversationOf(unit, phone_number_id, customer_id)
  unit.stage.conversations.change(conversation, { last_at: unit.now })
  unit.record({ type: 'message.dropped', at: unit.now, account_id, phone_number_id, customer_id, wamid })
  return message
}
