import { AccountNotRegistered, RegistrationRateExceeded } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { NoParams, operation, Success, success } from '../../graph/operation.ts'
import { PhoneNumberNode } from './node.ts'
import { registrationTake } from './register.post.ts'

export const deregisterNumber = operation({
  on: PhoneNumberNode,
  edge: 'deregister',
  method: 'POST',
  name: 'deregisterNumber',
  summary: 'Take the number off the platform; its history stays.',
  docs: 'business-phone-numbers/registration',
  access: ['whatsapp_business_messaging', 'whatsapp_business_management'],
  params: NoParams,
  returns: Success,
  refusals: [AccountNotRegistered, RegistrationRateExceeded],
}).run(async ({ node: number, stage, now, record, take, exhausted }) => {
  if (exhausted.has('registration')) throw new Refused(RegistrationRateExceeded)
  if (number.registered_at === undefined) throw new Refused(AccountNotRegistered)
  take(registrationTake(number.id, now))
  const { registered_at: _, ...rest } = number
  stage.numbers.change({ ...rest, status: 'DISCONNECTED' })
  record({ type: 'number.deregistered', at: now, account_id: number.account_id, phone_number_id: number.id })
  return success
})
