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

export const TooManyPinGuesses: Refusal = {
  name: 'TooManyPinGuesses',
  code: 133008,
  http: 400,
  message: 'Too Many two step verification PIN Guesses',
}

export const PinGuessedTooFast: Refusal = {
  name: 'PinGuessedTooFast',
  code: 133009,
  http: 400,
  message: 'Two step verification PIN guessed too fast',
}

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

/** A code was asked for, though the number is verified already. */
export const CodeNotNeeded: Refusal = {
  name: 'CodeNotNeeded',
  code: 136024,
  http: 400,
  message: 'Request code error',
}

/** The code is wrong, or none was asked for. */
export const WrongCode: Refusal = { name: 'WrongCode', code: 136025, http: 400, message: 'Verify code error' }
