import { z } from 'zod'
import { Param } from '../../domain/catalogue.ts'
import {
  CODE_METHODS,
  type CodeMethod,
  codeText,
  type PendingCode,
  REGISTER_PREVERIFIED_WITHIN,
  REGISTER_WITHIN,
} from '../../domain/numbers/code.ts'
import type { PhoneNumber } from '../../domain/numbers/model.ts'
import { Refused } from '../../domain/refusals.ts'
import type { Unit } from '../../store/store.ts'

/** Messages with codes that are kept of one number, so that the list stays short. */
const CODE_MESSAGES_KEPT = 5
/** Digits of a code. */
const CODE_DIGITS = 6

export const RequestCode = z.looseObject({
  code_method: z.enum(CODE_METHODS).describe('A text message, or a voice that says the code.'),
  language: z.string().describe('A locale such as `en_US`, or a language alone.'),
})

export const VerifyCode = z.looseObject({ code: z.string().describe('Six digits, without the hyphen.') })

/** Throws Refused for what is no locale. */
export function checkLanguage(language: string): void {
  if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(language)) {
    throw new Refused(Param('Invalid parameter: language must be a valid locale identifier'))
  }
}

/** Sends a new code to a number; where it can be read is GET /control/sms. */
export async function sendCode(
  { read, stage, ids, now }: Unit,
  digits: string,
  method: CodeMethod,
  language: string,
): Promise<{ pending: PendingCode; text: string }> {
  const code = ids.node().slice(-CODE_DIGITS)
  const text = codeText(method, code)
  stage.codeMessages.add({ id: ids.key(), to: digits, method, language, text, code, at: now })
  const older = await read.codeMessages.latest(CODE_MESSAGES_KEPT, digits)
  if (older.length === CODE_MESSAGES_KEPT) stage.codeMessages.remove(older.at(-1)!.id)
  return { pending: { code, requested_at: now, wrong: 0 }, text }
}

/** A verified number that nobody registers has to be verified again. */
export function expireVerificationLater(
  { stage, ids, now }: Unit,
  number: PhoneNumber,
  by: 'code' | 'preverified',
): void {
  stage.job({
    id: ids.key(),
    name: 'expire-verification',
    due_at: now + (by === 'code' ? REGISTER_WITHIN : REGISTER_PREVERIFIED_WITHIN),
    subject: number.id,
    payload: { phone_number_id: number.id, verified_at: now },
  })
}
