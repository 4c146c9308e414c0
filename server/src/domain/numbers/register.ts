import {
  AccountLocked,
  InvalidParameter,
  NumberInUse,
  NumberJustDeleted,
  NumberNotVerified,
  RegistrationRateExceeded,
} from '../catalogue.ts'
import { nextState } from '../machine.ts'
import type { Refusal } from '../refusals.ts'
import { attempted, attemptsUsedUp } from './attempts.ts'
import { numberLife } from './life.ts'
import type { PhoneNumber } from './model.ts'
import { guessRefusal } from './pin-guesses.ts'
import type { StorageConfiguration } from './settings.ts'

/** What is known when a number is registered. */
export interface RegisterFacts {
  /** Somebody uses the number with the app. */
  usedByPerson: boolean
}

/**
 * Why a number cannot be registered; whether the PIN is right comes after that.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/registration
 */
export function registerRefusal(number: PhoneNumber, facts: RegisterFacts, now: number): Refusal | undefined {
  if (attemptsUsedUp(number.attempts, now)) return RegistrationRateExceeded
  if (!nextState(numberLife, number.status, 'register')) return AccountLocked
  if (number.code_verification_status !== 'VERIFIED' && !number.is_test_number) return NumberNotVerified
  if (number.rests_until !== undefined && now < number.rests_until) return NumberJustDeleted
  if (facts.usedByPerson) return NumberInUse
  return guessRefusal(number.pin_guesses, now)
}

/** The number once it is registered. A key that was signed for an earlier registration is worth nothing now. */
export function registered<N extends PhoneNumber>(
  number: N,
  { pin_hash, storage }: { pin_hash: string; storage?: StorageConfiguration | undefined },
  now: number,
): N {
  const { pin_guesses: _, rests_until: __, offboarded: ___, ...rest } = number
  const { encryption } = number
  return {
    ...rest,
    ...(encryption && number.status !== 'PENDING' ? { encryption: { ...encryption, mismatch: true } } : {}),
    ...(storage ? { settings: { ...number.settings, storage } } : {}),
    pin_hash: number.pin_hash ?? pin_hash,
    attempts: attempted(number.attempts, now),
    registered_at: now,
    last_onboarded_at: now,
    status: nextState(numberLife, number.status, 'register') ?? number.status,
  } as N
}

/** Until v20.0 a registration said where messages lie; in later versions `/settings` does, before it. */
export function storageAtRegistration(
  region: string | undefined,
  retention_minutes: number | undefined,
): StorageConfiguration | Refusal | undefined {
  if (region !== undefined && retention_minutes !== undefined) {
    return InvalidParameter('data_localization_region and meta_store_retention_minutes exclude each other.')
  }
  if (region !== undefined) return { status: 'IN_COUNTRY_STORAGE_ENABLED', data_localization_region: region }
  return retention_minutes === undefined ? undefined : { status: 'NO_STORAGE_ENABLED', retention_minutes }
}
