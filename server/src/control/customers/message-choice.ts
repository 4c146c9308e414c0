import type { Customer, Message } from '../../domain/messaging/model.ts'
import type { Read } from '../../store/read.ts'
import { newestFirst } from '../chats/chat-pages.ts'
import { chosenNumber } from '../numbers/number-choice.ts'
import { refusal } from '../refuse.ts'

interface Choice {
  message_id?: string | undefined
  phone_number_id?: string | undefined
}

interface Wanted {
  /** What can be named. */
  fits: (message: Message) => boolean
  /** What counts as the newest; what fits when left out. */
  newest?: (message: Message) => boolean
  /** What is said of a message that does not fit, after `message_id is not`. */
  kind: string
  /** A sentence for a phone without such a message. */
  none: string
}

/** The message on a customer's phone that is named, else the newest of those wanted. Throws Refused where there is none. */
export async function chosenMessage(
  read: Read,
  customer: Customer,
  { message_id, phone_number_id }: Choice,
  { fits, newest = fits, kind, none }: Wanted,
): Promise<Message> {
  if (message_id) {
    const message = await read.messages.find(message_id)
    if (message && message.customer_id === customer.id && fits(message)) return message
    throw refusal(`message_id is not ${kind}.`)
  }
  const number = phone_number_id ? await chosenNumber(read, customer, phone_number_id) : undefined
  const chat = { customerId: customer.id, ...(number ? { phoneNumberId: number.id } : {}) }
  for await (const message of newestFirst(read, chat)) if (newest(message)) return message
  throw refusal(none)
}

/** A message that the customer wrote. */
export const ownMessage = (read: Read, customer: Customer, choice: Choice): Promise<Message> =>
  chosenMessage(read, customer, choice, {
    fits: ({ direction, type, revoked }) => direction === 'received' && type !== 'system' && !revoked,
    kind: `a message that ${customer.name} wrote`,
    none: `${customer.name} has not written anything yet. Use say first.`,
  })
