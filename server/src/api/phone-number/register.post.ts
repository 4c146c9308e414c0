import { z } from 'zod'
import { NumberNotVerified, PinMismatch, RegistrationRateExceeded, ValueNotValid } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { HOUR } from '../../domain/time.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { PhoneNumberNode } from './node.ts'

/**
 * Attempts to register or deregister one number.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/registration
 */
export const REGISTRATION_ATTEMPTS = 10
export const REGISTRATION_PERIOD = 72 * HOUR

/** Ten at once, and one more every 7.2 hours: never more than the limit, and simple to keep. */
export const registrationTake = (numberId: string, now: number) => ({
  kind: 'bucket' as const,
  name: 'registration',
  counter: `registration/${numberId}`,
  n: 1,
  capacity: REGISTRATION_ATTEMPTS,
  interval: REGISTRATION_PERIOD / REGISTRATION_ATTEMPTS,
  now,
})

const PIN = /^\d{6}$/

export const registerNumber = operation({
  on: PhoneNumberNode,
  edge: 'register',
  method: 'POST',
  name: 'registerNumber',
  summary: 'Register the number for messaging; sets the PIN, or must match the one that is set.',
  docs: 'business-phone-numbers/registration',
  access: ['whatsapp_business_messaging', 'whatsapp_business_management'],
  params: z.looseObject({ messaging_product: z.literal('whatsapp'), pin: z.string() }),
  returns: Success,
  refusals: [PinMismatch, NumberNotVerified, RegistrationRateExceeded],
})
  .before(async ({ node: number, params, io }) => ({
    hash: PIN.test(params.pin) ? await io.hashPin(params.pin) : '',
    matches: number.pin_hash === undefined || (await io.pinMatches(params.pin, number.pin_hash)),
  }))
  .run(async ({ node: number, params, before, stage, now, record, take, exhausted }) => {
    if (!PIN.test(params.pin)) throw new Refused(ValueNotValid('The PIN must have six digits.'))
    if (exhausted.has('registration')) throw new Refused(RegistrationRateExceeded)
    if (number.code_verification_status === 'NOT_VERIFIED' && !number.is_test_number)
      throw new Refused(NumberNotVerified)
    if (!before.matches) throw new Refused(PinMismatch)
    take(registrationTake(number.id, now))
    stage.numbers.change({
      ...number,
      pin_hash: number.pin_hash ?? before.hash,
      registered_at: now,
      last_onboarded_at: now,
      status: 'CONNECTED',
    })
    record({ type: 'number.registered', at: now, account_id: number.account_id, phone_number_id: number.id })
    return success
  })
