import {
  AccountLocked,
  AccountNotRegistered,
  DeregisteredInApp,
  RegistrationRateExceeded,
} from '../../domain/catalogue.ts'
import { nextState } from '../../domain/machine.ts'
import { numberLife } from '../../domain/numbers/life.ts'
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
  refusals: [DeregisteredInApp, AccountNotRegistered, AccountLocked, RegistrationRateExceeded],
}).run(async ({ node: number, stage, now, record, take, exhausted }) => {
  if (number.is_on_biz_app) throw new Refused(DeregisteredInApp)
  if (exhausted.has('registration')) throw new Refused(RegistrationRateExceeded)
  if (number.registered_at === undefined) throw new Refused(AccountNotRegistered)
  const status = nextState(numberLife, number.status, 'deregister')
  if (status === undefined) throw new Refused(AccountLocked)
  take(registrationTake(number.id, now))
  const { registered_at: _, settings, ...rest } = number
  // Local storage ends with the registration; the other settings stay.
  const { storage: __, ...kept } = settings ?? {}
  stage.numbers.change({ ...rest, ...(settings ? { settings: kept } : {}), status })
  record({ type: 'number.deregistered', at: now, account_id: number.account_id, phone_number_id: number.id })
  return success
})
