import type { Conversation, Message } from '../domain/messaging/model.ts'
import type { Unit } from '../store/store.ts'
import { conversationId } from '../store/tables/messages.ts'

/**
 * What one unit has staged so far. Reads see only what is committed, so a unit that delivers several messages of one
 * chat looks here first, or each would undo what the one before it did.
 */
export interface DraftBoard {
  conversations: Map<string, Conversation>
  messages: Map<string, Message>
}

export const draftBoard = (): DraftBoard => ({ conversations: new Map(), messages: new Map() })

/** The chat of a number and a customer; a fresh one when they never had anything with each other. */
export async function conversationOf(
  { read }: Unit,
  phoneNumberId: string,
  customerId: string,
  board?: DraftBoard,
): Promise<Conversation> {
  const id = conversationId(phoneNumberId, customerId)
  return (
    board?.conversations.get(id) ??
    (await read.conversations.find(phoneNumberId, customerId)) ?? {
      id,
      phone_number_id: phoneNumberId,
      customer_id: customerId,
      last_received_at: 0,
      free_entry_until: 0,
      free_entry_answer_by: 0,
      phone_seen_at: 0,
      last_at: 0,
      unread: 0,
    }
  )
}
