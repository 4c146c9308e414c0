import { RecipientIsSender, WindowClosed } from '../catalogue.ts'
import { serviceWindow } from '../messaging/window.ts'
import type { Refusal } from '../refusals.ts'

/*
 * Customers whom a number blocks.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users
 */
export const MAX_BLOCKED = 64_000
/** Users in one call. */
export const MAX_BLOCKED_AT_ONCE = 1000

export const blockId = (phoneNumberId: string, customerId: string): string => `${phoneNumberId}/${customerId}`

export interface BlockFacts {
  /** The number is a business's, this one or another. */
  isBusiness: boolean
  /** Instant of the last message from there; 0 = never. */
  lastReceivedAt: number
}

/** Only people are blocked, and only those who wrote in the last 24 hours. */
export function blockRefusal({ isBusiness, lastReceivedAt }: BlockFacts, now: number): Refusal | undefined {
  if (isBusiness) return RecipientIsSender
  return serviceWindow(lastReceivedAt, now).open ? undefined : NotRecently
}

const NotRecently: Refusal = {
  ...WindowClosed,
  details: 'The user has not sent a message to this phone number in the last 24 hours.',
}
