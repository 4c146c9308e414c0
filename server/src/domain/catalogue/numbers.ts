import type { Refusal } from '../refusals.ts'

/*
 * Settings, block list, links and names of a number.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers
 */

/** A call to `/settings` changes one feature. */
export const OneFeature: Refusal = {
  name: 'OneFeature',
  code: 100,
  http: 400,
  message: 'One feature setting must be specified',
}

export const FeatureNotSupported: Refusal = {
  name: 'FeatureNotSupported',
  code: 10,
  http: 403,
  message: 'Not supported',
}

export const CallingLimitTooLow: Refusal = {
  name: 'CallingLimitTooLow',
  code: 138015,
  http: 400,
  message: 'Calling cannot be enabled',
  details: 'The messaging limit of the business must be at least 2,000.',
}

export const CallingNobodyListens: Refusal = {
  name: 'CallingNobodyListens',
  code: 138018,
  http: 400,
  message: 'WhatsApp Business calling cannot be enabled because technical pre-requisites are not met.',
  details: 'Subscribe an app to the calls webhook field, or configure SIP.',
}

/** Graph says what is wrong in `message` itself. */
export const Param = (message: string): Refusal => ({ name: 'InvalidParameter', code: 100, http: 400, message })

export const InvalidPublicKey: Refusal = {
  name: 'InvalidPublicKey',
  code: 100,
  http: 400,
  message: 'Business public key is invalid',
  userTitle: 'Invalid Public Key',
  userMessage: 'The provided public key format is invalid',
}

/** Some entries of a block list call were not done; the others were, and stand beside the error. */
export const BlockFailed = (did: 'block' | 'unblock', beside: { [member: string]: unknown }): Refusal => ({
  name: 'BlockFailed',
  code: 139100,
  http: 400,
  message: 'Failed to block/unblock users',
  details: `Failed to ${did} some users, see the block_users response list for details`,
  beside,
})

export const BlockListFull: Refusal = {
  name: 'BlockListFull',
  code: 139101,
  http: 400,
  message: 'Blocklist limit reached',
  details: 'The block list holds at most 64000 users.',
}

/** NOTE: known from the OpenAPI document only. */
export const LinkNotFound: Refusal = {
  name: 'LinkNotFound',
  code: 803,
  http: 404,
  type: 'GraphMethodException',
  message: 'QR code not found',
  userTitle: 'QR Code Not Found',
  userMessage: "The QR code you're trying to access doesn't exist or has been deleted",
}

/** What was to be deleted is gone. */
export const LinkGone: Refusal = {
  ...LinkNotFound,
  userMessage: "The QR code you're trying to delete doesn't exist or has already been deleted",
}

/** NOTE: the limit is documented, the refusal is not. */
export const TooManyLinks = (limit: number): Refusal =>
  Param(`A phone number can have at most ${limit} QR codes and short links.`)

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-usernames */
export const UsernameInvalid = (details: string): Refusal => ({
  name: 'UsernameInvalid',
  code: 100,
  http: 400,
  message: 'Param Invalid',
  details,
})

export const UsernameTaken: Refusal = {
  name: 'UsernameTaken',
  code: 147001,
  http: 400,
  message: 'Username not available',
  details: 'This username is not available. Choose another one.',
}

export const UsernameTransferRequired: Refusal = {
  name: 'UsernameTransferRequired',
  code: 147005,
  http: 400,
  message: 'Username transfer required',
  details:
    'This username is in use on another phone number of the business portfolio. ' +
    'Send transfer_action force_transfer to move it.',
}

/** For pre-verified numbers; others have CodeSentRecently. */
export const TooManyCodeRequests: Refusal = {
  name: 'TooManyCodeRequests',
  code: 613,
  http: 400,
  message: 'Too many verification code requests. Please wait before requesting another code',
}
