import { WrongCode } from '../../domain/catalogue.ts'
import { nextState } from '../../domain/machine.ts'
import { codeRefusal } from '../../domain/numbers/code.ts'
import { numberVerification } from '../../domain/numbers/life.ts'
import { operation, RefusedButKept, Success, success } from '../../graph/operation.ts'
import { PhoneNumberNode } from './node.ts'
import { expireVerificationLater, VerifyCode } from './verification.ts'

export const verifyCode = operation({
  on: PhoneNumberNode,
  edge: 'verify_code',
  method: 'POST',
  name: 'verifyCode',
  summary: 'Enter the code that arrived: the number is verified and can be registered.',
  docs: 'business-phone-numbers/phone-numbers',
  access: ['whatsapp_business_management'],
  params: VerifyCode,
  returns: Success,
  refusals: [WrongCode('')],
}).run(async call => {
  const { node: number, params, stage, now, record } = call
  const { pending_code: pending, ...rest } = number
  const refusal = codeRefusal(number, params.code, now)
  if (refusal) {
    if (pending) stage.numbers.change({ ...number, pending_code: { ...pending, wrong: pending.wrong + 1 } })
    return new RefusedButKept(refusal)
  }
  const code_verification_status =
    nextState(numberVerification, number.code_verification_status, 'verify') ?? 'VERIFIED'
  const verified = { ...rest, code_verification_status, verified_at: now }
  stage.numbers.change(verified)
  expireVerificationLater(call, verified, 'code')
  record({ type: 'number.verified', at: now, account_id: number.account_id, phone_number_id: number.id })
  return success
})
