import type { Conversation } from './model.ts'
import { FREE_ENTRY_WINDOW } from './window.ts'

/** Whether an instant lies in the time that is free after an answer to somebody who came by an advertisement. */
export const freeEntryOpen = (conversation: Pick<Conversation, 'free_entry_until'> | undefined, at: number): boolean =>
  conversation !== undefined &&
  at < conversation.free_entry_until &&
  at >= conversation.free_entry_until - FREE_ENTRY_WINDOW

/**
 * The chat after the business wrote: an answer in time to somebody who came by an advertisement opens the free entry
 * window, and is free itself. Undefined when nothing changes.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing
 */
export function answered(conversation: Conversation | undefined, at: number): Conversation | undefined {
  if (!conversation?.free_entry_answer_by) return undefined
  const free_entry_until =
    at < conversation.free_entry_answer_by ? at + FREE_ENTRY_WINDOW : conversation.free_entry_until
  return { ...conversation, free_entry_answer_by: 0, free_entry_until }
}
