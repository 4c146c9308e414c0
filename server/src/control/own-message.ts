import type { Customer, Message } from '../domain/model.ts'
import type { Read } from '../store/read.ts'
import { newestFirst } from './chat-pages.ts'
import { chosenNumber } from './number-choice.ts'
import { refusal } from './refuse.ts'

interface Choice {
  message_id?: string | undefined
  phone_number_id?: string | undefined
}

/** The message of the customer's own that is named, else the newest. Throws Refused where there is none. */
export async function ownMessage(read: Read, customer: Customer, choice: Choice): Promise<Message> {
  if (choice.message_id) {
    const message = await read.messages.find(choice.message_id)
    if (message && isOwn(message) && message.customer_id === customer.id) return message
    throw refusal(`message_id is not a message that ${customer.name} wrote.`)
  }
  const number = choice.phone_number_id ? await chosenNumber(read, customer, choice.phone_number_id) : undefined
  const chat = { customerId: customer.id, ...(number ? { phoneNumberId: number.id } : {}) }
  for await (const message of newestFirst(read, chat)) if (isOwn(message)) return message
  throw refusal(`${customer.name} has not written anything yet. Use say first.`)
}

const isOwn = ({ direction, type, revoked }: Message): boolean =>
  direction === 'received' && type !== 'system' && !revoked
