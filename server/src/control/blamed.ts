import type { Customer, Message } from '../domain/messaging/model.ts'
import type { PhoneNumber } from '../domain/numbers/model.ts'
import type { Read } from '../store/read.ts'
import { refusal } from './refuse.ts'

/** How far back the newest message of the business is looked for. */
const LOOK_BACK = 50

/** The message that a customer is annoyed about: the one that is named, else the newest of the business in the chat. */
export async function blamed(
  read: Read,
  customer: Customer,
  number: PhoneNumber,
  named?: string | undefined,
): Promise<Message[]> {
  if (named !== undefined) {
    const message = await read.messages.find(named)
    const there = message?.shown && message.customer_id === customer.id && message.phone_number_id === number.id
    if (message && there && message.direction === 'sent') return [message]
    throw refusal(`message_id is not a message of ${number.verified_name} on the phone of ${customer.name}.`)
  }
  const chat = await read.messages.chat({ phoneNumberId: number.id, customerId: customer.id, limit: LOOK_BACK })
  return chat.filter(({ direction }) => direction === 'sent').slice(0, 1)
}
