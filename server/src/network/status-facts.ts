import { createHash } from 'node:crypto'
import type { Account } from '../domain/accounts/model.ts'
import { freeEntryOpen } from '../domain/messaging/free-entry.ts'
import type { Conversation, Message } from '../domain/messaging/model.ts'
import { price, pricingCategory } from '../domain/messaging/price.ts'
import { isUserId } from '../domain/messaging/recipient.ts'
import { SERVICE_WINDOW, serviceWindow } from '../domain/messaging/window.ts'
import { pricedCategory } from '../domain/pricing/international.ts'
import { zoneOf } from '../domain/time-zones.ts'
import type { StatusFacts } from '../events/message.ts'

/** Ids of conversations are 32 hex digits; derived, so that every status of a message names the same one. */
const conversationOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

/** Everything in one free entry window is one conversation. */
const freeConversation = ({ id, free_entry_until }: Conversation) => ({
  conversation_id: conversationOf(`${id}/${free_entry_until}`),
  conversation_expires_at: free_entry_until,
})

/**
 * What every status of a sent message tells of it: its price as of the instant it was sent, and its conversation.
 * NOTE: only the customer's latest message is kept. When it is younger than the one spoken of, the window may have been
 * closed at the time; it counts as open.
 */
export function statusFacts(
  message: Message,
  conversation: Conversation | undefined,
  account: Account | undefined,
  now: number,
): StatusFacts {
  const zone = zoneOf(account?.timezone_id ?? '')
  const free = freeEntryOpen(conversation, message.at)
  const window = serviceWindow(conversation?.last_received_at, message.at)
  const { account_id, phone_number_id, customer_id, wamid, type, template, input, biz_opaque_callback_data } = message
  return {
    at: now,
    account_id,
    phone_number_id,
    customer_id,
    wamid,
    message_type: type,
    ...price({
      category: pricedCategory(pricingCategory(template), customer_id, account, message.at),
      at: message.at,
      serviceWindowOpen: window.open,
      freeEntryWindowOpen: free,
      zone,
    }),
    ...(template
      ? { template: { id: template.id, accepted_at: message.at, ...(template.direct ? { direct: true } : {}) } }
      : {}),
    ...(free && conversation
      ? freeConversation(conversation)
      : {
          conversation_id: conversationOf(wamid),
          conversation_expires_at: window.open ? window.expires_at : message.at + SERVICE_WINDOW,
        }),
    ...(input !== undefined && isUserId(input) ? { by_user_id: true } : {}),
    ...(message.sent_by === undefined ? {} : { for_app: message.sent_by }),
    ...(biz_opaque_callback_data === undefined ? {} : { biz_opaque_callback_data }),
  }
}
