import { Param, TooManyCodeRequests } from '../../domain/catalogue.ts'
import { preverifiedRequestRefusal } from '../../domain/numbers/preverified.ts'
import { Refused } from '../../domain/refusals.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { checkLanguage, RequestCode, sendCode } from '../phone-number/verification.ts'
import { PreverifiedNumberNode } from './node.ts'

export const requestPreverifiedCode = operation({
  on: PreverifiedNumberNode,
  edge: 'request_code',
  method: 'POST',
  name: 'requestPreverifiedCode',
  summary: 'Send a verification code to the number; GET /control/sms shows what arrived there.',
  docs: 'embedded-signup/pre-verified-numbers',
  access: ['business_management'],
  params: RequestCode,
  returns: Success,
  refusals: [Param(''), TooManyCodeRequests],
}).run(async call => {
  const { node: number, params, stage, now } = call
  checkLanguage(params.language)
  const refusal = preverifiedRequestRefusal(number, now)
  if (refusal) throw new Refused(refusal)
  const { pending } = await sendCode(call, number.digits, params.code_method, params.language)
  stage.preverifiedNumbers.change({ ...number, pending_code: pending })
  return success
})
