import { DAY } from '../time.ts'

/**
 * How long a business still gets the phone number of somebody with a username after either wrote to the other.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 */
export const PHONE_SHOWN_FOR = 30 * DAY

/**
 * Whether webhooks leave the phone number out: for people with a username only, and not while it is known anyway.
 * `phoneSeenAt` is 0 or absent when the number never saw it.
 */
export const phoneWithheld = (customer: { username?: string }, phoneSeenAt: number | undefined, now: number): boolean =>
  customer.username !== undefined && now >= (phoneSeenAt || Number.NEGATIVE_INFINITY) + PHONE_SHOWN_FOR

/**
 * Whether the contact book of a portfolio has the phone number of a customer: one of its numbers saw it, at `seenAt`, and
 * it was not deleted there since.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 */
export const inContactBook = (
  { forgotten_by }: { forgotten_by?: { [businessId: string]: number } },
  businessId: string,
  seenAt: number,
): boolean => seenAt > (forgotten_by?.[businessId] ?? 0)
