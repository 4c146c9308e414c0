/*
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-comparison
 */

/** Days that a comparison may look back. */
export const COMPARE_WINDOWS: readonly number[] = [7, 30, 60, 90]

/** Sends of each template without which there is nothing to compare. */
export const SENDS_NEEDED = 1000

/** What customers may say when they block a business. */
export const BLOCK_REASONS = [
  'NO_LONGER_NEEDED',
  'NO_REASON',
  'NO_REASON_GIVEN',
  'NO_SIGN_UP',
  'OFFENSIVE_MESSAGES',
  'OTHER',
  'OTP_DID_NOT_REQUEST',
  'SPAM',
  'UNKNOWN_BLOCK_REASON',
] as const
