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

function windowAt(openedAt: number | undefined, length: number, now: number): WindowState {
  if (!openedAt) return CLOSED
  return now < openedAt + length ? { open: true, expires_at: openedAt + length } : CLOSED
}

/** `lastReceivedAt` is 0 or absent when the customer never wrote. */
export const serviceWindow = (lastReceivedAt: number | undefined, now: number): WindowState =>
  windowAt(lastReceivedAt, SERVICE_WINDOW, now)

/** `answeredAt` is the instant of the business's first answer, when that came in time. */
export const freeEntryWindow = (answeredAt: number | undefined, now: number): WindowState =>
  windowAt(answeredAt, FREE_ENTRY_WINDOW, now)
