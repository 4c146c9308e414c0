import { Param } from '../../domain/catalogue.ts'
import { preverifiedCodeRefusal } from '../../domain/numbers/preverified.ts'
import { operation, RefusedButKept, Success, success } from '../../graph/operation.ts'
import { VerifyCode } from '../phone-number/verification.ts'
import { PreverifiedNumberNode } from './node.ts'

export const verifyPreverifiedCode = operation({
  on: PreverifiedNumberNode,
  edge: 'verify_code',
  method: 'POST',
  name: 'verifyPreverifiedCode',
  summary: 'Enter the code that arrived: the number is verified for 90 days.',
  docs: 'embedded-signup/pre-verified-numbers',
  access: ['business_management'],
  params: VerifyCode,
  returns: Success,
  refusals: [Param('')],
}).run(async ({ node: number, params, stage, now }) => {
  const { pending_code: pending, ...rest } = number
  const refusal = preverifiedCodeRefusal(number, params.code, now)
  if (refusal) {
    if (pending) stage.preverifiedNumbers.change({ ...number, pending_code: { ...pending, wrong: pending.wrong + 1 } })
    return new RefusedButKept(refusal)
  }
  stage.preverifiedNumbers.change({ ...rest, code_verification_status: 'VERIFIED', verified_at: now })
  return success
})
