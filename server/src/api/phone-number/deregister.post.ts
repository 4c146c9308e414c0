import {
  AccountLocked,
  AccountNotRegistered,
  DeregisteredInApp,
  RegistrationRateExceeded,
} from '../../domain/catalogue.ts'
import { nextState } from '../../domain/machine.ts'
import { attempted, attemptsUsedUp, blocked } from '../../domain/numbers/attempts.ts'
import { numberLife } from '../../domain/numbers/life.ts'
import { Refused } from '../../domain/refusals.ts'
import { NoParams, operation, RefusedButKept, Success, success } from '../../graph/operation.ts'
import { PhoneNumberNode } from './node.ts'

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
}).run(async ({ node: number, stage, now, record }) => {
  if (number.is_on_biz_app) throw new Refused(DeregisteredInApp)
  if (number.registered_at === undefined) throw new Refused(AccountNotRegistered)
  const status = nextState(numberLife, number.status, 'deregister')
  if (status === undefined) throw new Refused(AccountLocked)
  if (attemptsUsedUp(number.attempts, now)) {
    stage.numbers.change({ ...number, attempts: blocked(number.attempts, now) })
    return new RefusedButKept(RegistrationRateExceeded)
  }
  const { registered_at: _, settings, ...rest } = number
  // Local storage ends with the registration; the other settings stay.
  const { storage: __, ...kept } = settings ?? {}
  stage.numbers.change({
    ...rest,
    ...(settings ? { settings: kept } : {}),
    attempts: attempted(number.attempts, now),
    status,
  })
  record({ type: 'number.deregistered', at: now, account_id: number.account_id, phone_number_id: number.id })
  return success
})
