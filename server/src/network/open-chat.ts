import type { Conversation, Customer, Message } from '../domain/messaging/model.ts'
import type { PhoneNumber } from '../domain/numbers/model.ts'
import type { Unit } from '../store/store.ts'
import { conversationOf } from './draft-board.ts'
import { takeFeedback } from './feedback.ts'
import { statusFacts } from './status-facts.ts'

/** Messages looked at in one go, from the newest back: few at first, because most chats are opened for the last of them. */
const FIRST_STEP = 10
const STEP = 200

/** The customer looks at the chat: what was delivered becomes read. Returns how many messages that were. */
export async function openChat(unit: Unit, number: PhoneNumber, customer: Customer): Promise<number> {
  const { read, stage, now, record } = unit
  const account = await read.accounts.find(number.account_id)
  const conversation = await conversationOf(unit, number.id, customer.id)
  const unread = customer.read_receipts ? await unreadOf(unit, conversation) : []
  for (const message of unread) {
    stage.messages.move(message.key, 'read')
    record({ type: 'message.read', ...statusFacts(message, conversation, account, now) })
  }
  if (unread.length > 0) await takeFeedback(unit, number, 'read', unread)
  if (conversation.last_at > 0) stage.conversations.change(conversation, { unread: 0 })
  record({
    type: 'chat.opened',
    at: now,
    account_id: number.account_id,
    phone_number_id: number.id,
    customer_id: customer.id,
  })
  return unread.length
}

/**
 * What was delivered since the chat was looked at last, oldest first. What was seen while no receipts were given stays
 * `delivered`; before a message that is read, nothing is left.
 */
async function unreadOf({ read }: Unit, { phone_number_id, customer_id, unread }: Conversation): Promise<Message[]> {
  const found: Message[] = []
  let before: string | undefined
  for (let limit = Math.min(FIRST_STEP + unread, STEP); found.length < unread; limit = STEP) {
    const chat = { phoneNumberId: phone_number_id, customerId: customer_id, limit }
    const step = await read.messages.chat({ ...chat, ...(before === undefined ? {} : { before }) })
    const sent = step.filter(({ direction }) => direction === 'sent')
    const seen = sent.findIndex(({ status }) => status === 'read')
    found.push(...(seen < 0 ? sent : sent.slice(0, seen)).filter(({ status }) => status === 'delivered'))
    if (step.length < limit || seen >= 0) break
    before = step.at(-1)!.key
  }
  return found.slice(0, unread).reverse()
}
