import type { PhoneNumber } from '../numbers/model.ts'

/**
 * Whether webhooks tell a number the keys of customers' phones, and when one changes.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers
 */
export const checksIdentity = (number: PhoneNumber): boolean => number.identity_check === true
