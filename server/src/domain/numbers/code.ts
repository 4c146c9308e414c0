import { CodeNotNeeded, CodeSentRecently, WrongCode } from '../catalogue.ts'
import type { Refusal } from '../refusals.ts'
import { DAY, MINUTE, SECOND } from '../time.ts'
import type { CodeVerificationStatus } from './life.ts'

/*
 * The code that shows whose number it is.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers
 * NOTE: how long a code lives, how soon another may be asked for, and how many tries it has are not published.
 */
export const CODE_LIFE = 10 * MINUTE
export const CODE_AGAIN_AFTER = 60 * SECOND
export const CODE_TRIES = 5
/** A number has to be registered within this time of its verification, or be verified again. */
export const REGISTER_WITHIN = 14 * DAY
/** The same for a number that a partner verified before. */
export const REGISTER_PREVERIFIED_WITHIN = 90 * DAY

export const CODE_METHODS = ['SMS', 'VOICE'] as const
export type CodeMethod = (typeof CODE_METHODS)[number]

/** A code on its way; it is entered, expires, or is replaced by the next one. */
export interface PendingCode {
  code: string
  requested_at: number
  wrong: number
}

/** What is verified: a number, or one that a partner verifies for others. */
export interface Verifiable {
  code_verification_status: CodeVerificationStatus
  pending_code?: PendingCode
}

/** Why no code is sent now. */
export function requestRefusal({ code_verification_status: status, pending_code }: Verifiable, now: number) {
  if (status === 'VERIFIED') return CodeNotNeeded
  if (pending_code && now - pending_code.requested_at < CODE_AGAIN_AFTER) return CodeSentRecently
  return undefined
}

/** Why a code is not taken. Each wrong one counts, and after a few the right one is worth nothing either. */
export function codeRefusal({ pending_code: pending }: Verifiable, code: string, now: number): Refusal | undefined {
  if (!pending) return WrongCode('Request a verification code first.')
  if (now - pending.requested_at >= CODE_LIFE) return WrongCode('The verification code has expired. Request a new one.')
  if (pending.wrong >= CODE_TRIES) return WrongCode('Too many wrong codes were entered. Request a new one.')
  return pending.code === code ? undefined : WrongCode('The verification code is wrong.')
}

/** The text message, or what a voice says; the platform's own words. */
export function codeText(method: CodeMethod, code: string): string {
  if (method === 'SMS') return `WhatsApp code ${code.slice(0, 3)}-${code.slice(3)}`
  const said = `Verification code is ${code}.`
  return [said, said, said].join(' ')
}
