import type { Refusal } from '../refusals.ts'

/*
 * The ladder that a number climbs before it can send.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/registration
 */

export const AccountNotRegistered: Refusal = {
  name: 'AccountNotRegistered',
  code: 133010,
  http: 400,
  message: 'Account not registered',
  details: 'Account does not exist in Cloud API, please use /register API to create an account first',
}

export const PinMismatch: Refusal = {
  name: 'PinMismatch',
  code: 133005,
  http: 400,
  message: 'Two step verification PIN Mismatch',
}

export const NumberNotVerified: Refusal = {
  name: 'NumberNotVerified',
  code: 133006,
  http: 400,
  message: 'Phone number re-verification needed',
}

export const TooManyPinGuesses = (seconds: number): Refusal => ({
  name: 'TooManyPinGuesses',
  code: 133008,
  http: 400,
  message: 'Too Many two step verification PIN Guesses',
  details: `Too many wrong PINs were entered. Wait ${seconds} seconds before trying again.`,
})

export const PinGuessedTooFast = (seconds: number): Refusal => ({
  name: 'PinGuessedTooFast',
  code: 133009,
  http: 400,
  message: 'Two step verification PIN guessed too fast',
  details: `The PIN was entered too quickly. Wait ${seconds} seconds before trying again.`,
})

export const NumberJustDeleted: Refusal = {
  name: 'NumberJustDeleted',
  code: 133015,
  http: 400,
  message: 'Please wait a few minutes before attempting to register this phone number',
}

/** Ten registrations and deregistrations of one number in 72 hours. */
export const RegistrationRateExceeded: Refusal = {
  name: 'RegistrationRateExceeded',
  code: 133016,
  http: 400,
  message: 'Account register deregister rate limit exceeded',
}

/** The number is used in the WhatsApp Business app, too. NOTE: the words are those of the OpenAPI document. */
export const DeregisteredInApp: Refusal = {
  name: 'DeregisteredInApp',
  code: 100,
  http: 400,
  bare: true,
  message: 'Deregister endpoint is not available for API solution for SMB businesses.',
}

/** A code was asked for, though the number is verified already. */
export const CodeNotNeeded: Refusal = {
  name: 'CodeNotNeeded',
  code: 136024,
  http: 400,
  message: 'Request code error',
}

/** A code is on its way already. NOTE: which code goes with this subcode is known from one source only. */
export const CodeSentRecently: Refusal = {
  name: 'CodeSentRecently',
  code: 136024,
  subcode: 2388004,
  http: 400,
  message: 'Request code error',
  userTitle: "Couldn't send code",
  userMessage: 'A code was sent recently. Try again later.',
}

/** The code is wrong or expired, or none was asked for. */
export const WrongCode = (details: string): Refusal => ({
  name: 'WrongCode',
  code: 136025,
  http: 400,
  message: 'Verify code error',
  details,
})

export const NumberAlreadyYours: Refusal = {
  name: 'NumberAlreadyYours',
  code: 100,
  subcode: 2388012,
  http: 400,
  message: 'Invalid parameter',
  userTitle: 'Phone number already exists',
  userMessage: 'This phone number already exists in your list of phone numbers.',
}

/** Another account has the number, or a person uses it with the app. */
export const NumberInUse: Refusal = {
  name: 'NumberInUse',
  code: 100,
  subcode: 2388001,
  http: 400,
  message: 'Invalid parameter',
  userTitle: 'Cannot Create Certificate',
  userMessage:
    'This number is registered to an existing WhatsApp account. To use this number, disconnect it from the existing account.',
}

/** A number moves once its PIN is gone. NOTE: the cause is documented, the sentence is ours. */
export const TwoStepStillOn: Refusal = {
  ...NumberInUse,
  name: 'TwoStepStillOn',
  userMessage:
    'Two-step verification is still on for this phone number. To use this number here, turn it off where it is now.',
}

export const CannotMigrate = (userMessage: string): Refusal => ({
  name: 'CannotMigrate',
  code: 100,
  subcode: 2388103,
  http: 400,
  message: 'Invalid parameter',
  userTitle: 'Cannot migrate phone number',
  userMessage,
})

/** NOTE: the limit is documented, the refusal is not. */
export const NumberLimitReached = (limit: number): Refusal => ({
  name: 'NumberLimitReached',
  code: 100,
  http: 400,
  message: 'Invalid parameter',
  details: `The business portfolio has reached its limit of ${limit} phone numbers.`,
})
