import type { Customer, Message } from '../domain/messaging/model.ts'
import { isUserId } from '../domain/messaging/recipient.ts'
import type { PhoneNumber } from '../domain/numbers/model.ts'
import type { Unit } from '../store/store.ts'
import { conversationOf, type DraftBoard } from './draft-board.ts'
import { putReaction, reactionTarget } from './put-reaction.ts'
import { statusFacts } from './status-facts.ts'

/**
 * Puts a sent message into the customer's phone. A reaction lands on its message instead of in the chat, and no status
 * beyond `sent` is told of it. `board` is for units that deliver more than one.
 */
export async function deliverMessage(
  unit: Unit,
  message: Message,
  number: PhoneNumber,
  customer: Customer,
  board?: DraftBoard,
): Promise<void> {
  const { read, stage, now, record } = unit
  if (message.type === 'reaction') {
    const target = await reactionTarget(message, async id => board?.messages.get(id) ?? read.messages.find(id))
    stage.messages.move(message.key, 'sent', true)
    if (!target) return
    const { emoji } = message.content as { emoji?: string }
    board?.messages.set(target.wamid, putReaction(unit, target, 'business', emoji ?? ''))
    return
  }
  stage.messages.move(message.key, 'delivered', true)
  board?.messages.set(message.wamid, { ...message, status: 'delivered', shown: true })
  const before = await conversationOf(unit, number.id, customer.id, board)
  const seen = message.input !== undefined && isUserId(message.input) ? {} : { phone_seen_at: now }
  const conversation = stage.conversations.change(before, { ...seen, last_at: now, unread: before.unread + 1 })
  board?.conversations.set(conversation.id, conversation)
  const account = await read.accounts.find(number.account_id)
  record({ type: 'message.delivered', ...statusFacts(message, conversation, account, now) })
}
