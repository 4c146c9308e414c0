import { createHash } from 'node:crypto'
import { price, pricingCategory } from '../domain/messaging/price.ts'
import { isUserId } from '../domain/messaging/recipient.ts'
import { FREE_ENTRY_WINDOW, SERVICE_WINDOW, serviceWindow } from '../domain/messaging/window.ts'
import type { Conversation, Message } from '../domain/model.ts'
import type { StatusFacts } from '../events/event.ts'

/** Ids of conversations are 32 hex digits; derived, so that every status of a message names the same one. */
const conversationOf = (seed: string): string => createHash('sha256').update(seed).digest('hex').slice(0, 32)

/**
 * What every status of a sent message tells of it: its price as of the instant it was sent, and its conversation.
 * NOTE: only the customer's latest message is kept. When it is younger than the one spoken of, the window may have been
 * closed at the time; it counts as open.
 */
export function statusFacts(message: Message, conversation: Conversation | undefined, now: number): StatusFacts {
  const window = serviceWindow(conversation?.last_received_at, message.at)
  const freeUntil = conversation?.free_entry_until ?? 0
  const free = message.at < freeUntil && message.at >= freeUntil - FREE_ENTRY_WINDOW
  const { account_id, phone_number_id, customer_id, wamid, type, input, biz_opaque_callback_data } = message
  return {
    at: now,
    account_id,
    phone_number_id,
    customer_id,
    wamid,
    message_type: type,
    ...price({
      category: pricingCategory(message.template),
      at: message.at,
      serviceWindowOpen: window.open,
      freeEntryWindowOpen: free,
    }),
    // One for all of a free entry window, else one for each message.
    conversation_id: conversationOf(free ? `${conversation?.id}/${freeUntil}` : wamid),
    conversation_expires_at: free ? freeUntil : window.open ? window.expires_at : message.at + SERVICE_WINDOW,
    ...(input !== undefined && isUserId(input) ? { by_user_id: true } : {}),
    ...(biz_opaque_callback_data === undefined ? {} : { biz_opaque_callback_data }),
  }
}
