import type { Customer, Message } from '../domain/messaging/model.ts'
import type { PhoneNumber } from '../domain/numbers/model.ts'
import type { Unit } from '../store/store.ts'
import { conversationOf } from './draft-board.ts'
import { takeFeedback } from './feedback.ts'
import { statusFacts } from './status-facts.ts'

/** Messages looked at in one go, from the newest back. */
const STEP = 200

/** The customer looks at the chat: what was delivered becomes read. Returns how many messages that were. */
export async function openChat(unit: Unit, number: PhoneNumber, customer: Customer): Promise<number> {
  const { read, stage, now, record } = unit
  const account = await read.accounts.find(number.account_id)
  const conversation = await conversationOf(unit, number.id, customer.id)
  const unread = await delivered(unit, number.id, customer.id)
  if (customer.read_receipts) {
    for (const message of unread) {
      stage.messages.move(message.key, 'read')
      record({ type: 'message.read', ...statusFacts(message, conversation, account, now) })
    }
    if (unread.length > 0) await takeFeedback(unit, number, 'read', unread)
  }
  if (conversation.last_at > 0) stage.conversations.put({ ...conversation, unread: 0 })
  record({
    type: 'chat.opened',
    at: now,
    account_id: number.account_id,
    phone_number_id: number.id,
    customer_id: customer.id,
  })
  return customer.read_receipts ? unread.length : 0
}

/** Delivered messages of a chat, oldest first. The search ends where a whole step holds none. */
async function delivered({ read }: Unit, phoneNumberId: string, customerId: string): Promise<Message[]> {
  const found: Message[] = []
  let before: string | undefined
  for (;;) {
    const chat = { phoneNumberId, customerId, limit: STEP, ...(before === undefined ? {} : { before }) }
    const step = await read.messages.chat(chat)
    const unread = step.filter(message => message.direction === 'sent' && message.status === 'delivered')
    found.push(...unread)
    before = step.at(-1)?.key
    if (step.length < STEP || unread.length === 0) return found.reverse()
  }
}
