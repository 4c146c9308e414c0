import { inboundTake } from '../domain/messaging/limits.ts'
import type { Customer, Message, PhoneNumber, StatusError } from '../domain/model.ts'
import type { Unit } from '../store/store.ts'
import { conversationOf } from './draft-board.ts'

/** What a customer sends. `content` is the member named by `type`, as webhooks carry it. */
export interface Inbound {
  number: PhoneNumber
  customer: Customer
  type: string
  content: unknown
  /** wamid of the message it answers. */
  context?: string
  forwarded?: boolean
  /** Why the business gets less than the customer sent. */
  errors?: StatusError[]
}

/** A received message keeps whether it was passed on from another chat. */
export type ReceivedMessage = Message & { forwarded?: boolean }

/** Takes a customer's message to the business: it is in the chat at once, and opens the customer service window. */
export async function receiveMessage(unit: Unit, inbound: Inbound): Promise<ReceivedMessage> {
  const { stage, ids, now, record } = unit
  const { number, customer, type, content, context, forwarded, errors } = inbound
  const key = ids.key()
  const wamid = ids.wamid(customer.id, 'received', key)
  const scene = { account_id: number.account_id, phone_number_id: number.id, customer_id: customer.id, wamid }
  const message: ReceivedMessage = {
    key,
    ...scene,
    direction: 'received',
    at: now,
    type,
    status: 'received',
    shown: true,
    content,
    ...(context === undefined ? {} : { context }),
    ...(forwarded ? { forwarded } : {}),
    ...(errors ? { errors } : {}),
  }
  stage.messages.add(message)
  unit.take(inboundTake(number, now))
  const conversation = await conversationOf(unit, number.id, customer.id)
  stage.conversations.put({ ...conversation, last_received_at: now, last_at: now })
  const { name: customer_name, user_id } = customer
  record({ type: 'message.received', at: now, ...scene, message, customer_name, user_id })
  return message
}
