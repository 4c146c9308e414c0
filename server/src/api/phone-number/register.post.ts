import { z } from 'zod'
import {
  AccountLocked,
  CannotMigrate,
  NumberInUse,
  NumberJustDeleted,
  NumberNotVerified,
  PinGuessedTooFast,
  PinMismatch,
  RegistrationRateExceeded,
  TooManyPinGuesses,
  TwoStepStillOn,
  ValueNotValid,
} from '../../domain/catalogue.ts'
import { blocked } from '../../domain/numbers/attempts.ts'
import { guessedWrong } from '../../domain/numbers/pin-guesses.ts'
import { registered, registerRefusal, storageAtRegistration } from '../../domain/numbers/register.ts'
import { RETENTION_MINUTES, STORAGE_REGIONS } from '../../domain/numbers/settings.ts'
import { Refused } from '../../domain/refusals.ts'
import { operation, RefusedButKept, Success, success } from '../../graph/operation.ts'
import { inVersion } from '../../graph/versions.ts'
import { finishMigration } from './migration.ts'
import { PhoneNumberNode } from './node.ts'

export const PIN = /^\d{6}$/

export const registerNumber = operation({
  on: PhoneNumberNode,
  edge: 'register',
  method: 'POST',
  name: 'registerNumber',
  summary: 'Register the number for messaging; sets the PIN, or must match the one that is set.',
  docs: 'business-phone-numbers/registration',
  access: ['whatsapp_business_messaging', 'whatsapp_business_management'],
  params: z.looseObject({
    messaging_product: z.literal('whatsapp'),
    pin: z.string(),
    tier: z.enum(['PROD', 'SANDBOX']).optional().describe('Accepted and ignored.'),
    backup: z.looseObject({}).optional().describe('Accepted and ignored: there is nothing to move from elsewhere.'),
    data_localization_region: z.enum(STORAGE_REGIONS).optional().describe('Until v20.0; later, /settings has it.'),
    meta_store_retention_minutes: z.literal(RETENTION_MINUTES).optional().describe('Until v20.0, likewise.'),
  }),
  returns: Success,
  refusals: [
    PinMismatch,
    PinGuessedTooFast(0),
    TooManyPinGuesses(0),
    NumberNotVerified,
    NumberInUse,
    NumberJustDeleted,
    AccountLocked,
    CannotMigrate(''),
    TwoStepStillOn,
    RegistrationRateExceeded,
  ],
})
  .before(async ({ node: number, params, io }) => ({
    hash: PIN.test(params.pin) ? await io.hashPin(params.pin) : '',
    matches: number.pin_hash === undefined || (await io.pinMatches(params.pin, number.pin_hash)),
  }))
  .run(async call => {
    const { node: number, params, version, before, read, stage, now, record } = call
    if (!PIN.test(params.pin)) throw new Refused(ValueNotValid('The PIN must have six digits.'))
    const usedByPerson = (await read.customers.find(number.digits)) !== undefined
    const refusal = registerRefusal(number, { usedByPerson }, now)
    if (refusal === RegistrationRateExceeded) {
      stage.numbers.change({ ...number, attempts: blocked(number.attempts, now) })
      return new RefusedButKept(refusal)
    }
    if (refusal) throw new Refused(refusal)
    const storage = inVersion({ until: 'v20.0' }, version)
      ? storageAtRegistration(params.data_localization_region, params.meta_store_retention_minutes)
      : undefined
    if (storage && 'code' in storage) throw new Refused(storage)
    if (!before.matches) {
      stage.numbers.change({ ...number, pin_guesses: guessedWrong(number.pin_guesses, now) })
      return new RefusedButKept(PinMismatch)
    }
    const here = number.migrates_from === undefined ? number : await finishMigration(call, number, number.migrates_from)
    stage.numbers.change(registered(here, { pin_hash: before.hash, storage }, now))
    record({
      type: 'number.registered',
      at: now,
      account_id: number.account_id,
      phone_number_id: number.id,
      ...(number.status === 'PENDING' ? { first: true as const } : {}),
    })
    return success
  })
