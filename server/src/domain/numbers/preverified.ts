import { Param, TooManyCodeRequests } from '../catalogue.ts'
import type { Refusal } from '../refusals.ts'
import { DAY } from '../time.ts'
import { CODE_AGAIN_AFTER, CODE_LIFE, CODE_TRIES } from './code.ts'
import type { PreverifiedNumber } from './model.ts'

/*
 * Numbers that a partner verifies before a customer claims them.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/pre-verified-numbers
 */
export const PREVERIFIED_LIFE = 90 * DAY
/** They can be verified again only towards the end. */
const VERIFY_AGAIN_IN_LAST = 45 * DAY

/** Its verification runs out without anything happening. */
export function preverifiedStatus({ code_verification_status: status, verified_at }: PreverifiedNumber, now: number) {
  return status === 'VERIFIED' && now >= (verified_at ?? 0) + PREVERIFIED_LIFE ? 'EXPIRED' : status
}

export function preverifiedRequestRefusal(number: PreverifiedNumber, now: number): Refusal | undefined {
  const { pending_code: pending, verified_at = 0 } = number
  const early = now < verified_at + PREVERIFIED_LIFE - VERIFY_AGAIN_IN_LAST
  if (preverifiedStatus(number, now) === 'VERIFIED' && early) {
    return Param('This phone number has already been verified')
  }
  return pending && now - pending.requested_at < CODE_AGAIN_AFTER ? TooManyCodeRequests : undefined
}

export function preverifiedCodeRefusal(number: PreverifiedNumber, code: string, now: number): Refusal | undefined {
  const { pending_code: pending } = number
  if (!/^\d+$/.test(code)) return Param('Invalid parameter: code must be a numeric string')
  if (!pending && preverifiedStatus(number, now) === 'VERIFIED') return Param('This phone number is already verified')
  if (!pending || pending.wrong >= CODE_TRIES || (pending.code !== code && now - pending.requested_at < CODE_LIFE)) {
    return InvalidCode
  }
  return now - pending.requested_at < CODE_LIFE ? undefined : ExpiredCode
}

const InvalidCode: Refusal = {
  ...Param('The verification code is invalid'),
  userTitle: 'Invalid Code',
  userMessage: 'The verification code you entered is incorrect',
}

const ExpiredCode: Refusal = {
  ...Param('The verification code has expired'),
  userTitle: 'Code Expired',
  userMessage: 'The verification code has expired. Please request a new code',
}

/** Why a number cannot be claimed by an account of this business. */
export function claimRefusal(
  number: PreverifiedNumber | undefined,
  business_id: string,
  digits: string,
  now: number,
): Refusal | undefined {
  const mine = number && (number.business_id === business_id || number.partners.includes(business_id))
  if (!mine) return Param('Invalid preverified_id: the pre-verified phone number was not found')
  if (number.digits !== digits) return Param('The pre-verified phone number is another one than phone_number')
  return preverifiedStatus(number, now) === 'VERIFIED'
    ? undefined
    : Param('The pre-verified phone number is not verified')
}
