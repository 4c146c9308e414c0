import { HOUR } from '../time.ts'

/**
 * How long a business may write freely after a customer's last message or call.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 */
export const SERVICE_WINDOW = 24 * HOUR

/**
 * How long everything is free after the first answer to somebody who came by an advertisement.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing
 */
export const FREE_ENTRY_WINDOW = 72 * HOUR

/** The answer that starts a free entry window has to come this soon. */
export const FREE_ENTRY_ANSWER_WITHIN = 24 * HOUR

export type WindowState = { open: true; expires_at: number } | { open: false }

const CLOSED: WindowState = { open: false }

/** `lastReceivedAt` is 0 or absent when the customer never wrote. */
export function serviceWindow(lastReceivedAt: number | undefined, now: number): WindowState {
  if (!lastReceivedAt) return CLOSED
  const expires_at = lastReceivedAt + SERVICE_WINDOW
  return now < expires_at ? { open: true, expires_at } : CLOSED
}
