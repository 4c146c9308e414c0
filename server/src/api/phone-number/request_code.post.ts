import { CodeNotNeeded, CodeSentRecently, Param } from '../../domain/catalogue.ts'
import { requestRefusal } from '../../domain/numbers/code.ts'
import { Refused } from '../../domain/refusals.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { PhoneNumberNode } from './node.ts'
import { checkLanguage, RequestCode, sendCode } from './verification.ts'

export const requestCode = operation({
  on: PhoneNumberNode,
  edge: 'request_code',
  method: 'POST',
  name: 'requestCode',
  summary: 'Send a verification code to the number; GET /control/sms shows what arrived there.',
  docs: 'business-phone-numbers/phone-numbers',
  access: ['whatsapp_business_management'],
  params: RequestCode,
  returns: Success,
  refusals: [CodeNotNeeded, CodeSentRecently, Param('')],
}).run(async call => {
  const { node: number, params, stage, now, record } = call
  checkLanguage(params.language)
  const refusal = requestRefusal(number, now)
  if (refusal) throw new Refused(refusal)
  const { code_method: method } = params
  const { pending, text } = await sendCode(call, number.digits, method, params.language)
  stage.numbers.change({ ...number, pending_code: pending })
  const { account_id, id: phone_number_id } = number
  record({ type: 'number.code_sent', at: now, account_id, phone_number_id, method, text })
  return success
})
