import type { Customer, Message } from '../domain/messaging/model.ts'
import type { Unit } from '../store/store.ts'
import { statusFacts } from './status-facts.ts'

/**
 * The first play of a voice message. Whoever plays has read, where the phone tells that; that it was played is told in
 * any case. Returns the message as it is then.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/audio-messages
 */
export async function playMessage(unit: Unit, customer: Customer, message: Message): Promise<Message> {
  const { read, stage, now, record } = unit
  if (message.status === 'played') return message
  const conversation = await read.conversations.find(message.phone_number_id, customer.id)
  const account = await read.accounts.find(message.account_id)
  const facts = statusFacts(message, conversation, account, now)
  if (message.status === 'delivered' && customer.read_receipts) record({ type: 'message.read', ...facts })
  stage.messages.move(message.key, 'played')
  record({ type: 'message.played', ...facts })
  return { ...message, status: 'played' }
}
