import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { Account, Business } from '../accounts/model.ts'
import { CannotMigrate, InvalidParameter, NumberAlreadyYours, NumberInUse, NumberLimitReached } from '../catalogue.ts'
import { nextState } from '../machine.ts'
import type { Refusal } from '../refusals.ts'
import { MINUTE } from '../time.ts'
import { isProvided } from './display-name.ts'
import { isGone, numberLife } from './life.ts'
import type { PhoneNumber } from './model.ts'

/**
 * Numbers that a portfolio may have.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers
 */
const NUMBERS_AT_FIRST = 2
const NUMBERS_LATER = 20
/** A number that was removed can be registered again after this time. */
const REST_AFTER_REMOVAL = 5 * MINUTE

export const numberLimit = ({ verification_status, messaging_limit }: Business): number =>
  verification_status === 'verified' || messaging_limit !== 'TIER_250' ? NUMBERS_LATER : NUMBERS_AT_FIRST

/**
 * The digits of a number that is added. The pages give it without its country code and the OpenAPI document with it, so
 * both are taken; what can be read either way is meant without. Undefined when no such number can exist.
 */
export function addedDigits(phone: string, countryCode: string | undefined): string | undefined {
  const digits = phone.replace(/\D/g, '')
  const cc = countryCode?.replace(/\D/g, '') ?? ''
  const readings = [
    ...(cc !== '' && !phone.trim().startsWith('+') ? [`${cc}${digits}`] : []),
    ...(digits.startsWith(cc) ? [digits] : []),
  ].flatMap(reading => parsePhoneNumberFromString(`+${reading}`) ?? [])
  // Numbers with 555 are in no plan that calls them valid.
  const found = readings.find(one => one.isValid()) ?? readings.find(one => one.isPossible())
  return found?.number.slice(1)
}

/** What is known when a number is added. */
export interface AddFacts {
  digits: string | undefined
  account_id: string
  migrate: boolean
  /** Numbers of the portfolio, and how many it may have. */
  count: number
  limit: number
  /** All of the world, those that are gone included. */
  numbers: readonly PhoneNumber[]
}

/** Why a number cannot be added. */
export function addRefusal(facts: AddFacts): Refusal | undefined {
  const { digits, account_id, migrate, count, limit, numbers } = facts
  if (digits === undefined) return InvalidParameter('The phone number is not valid. Give its country code in cc.')
  const taken = numbers.filter(one => one.digits === digits && !isGone(one))
  if (taken.some(one => one.account_id === account_id)) return NumberAlreadyYours
  if (taken.length > 0 && !migrate) return NumberInUse
  return taken.length === 0 && count >= limit ? NumberLimitReached(limit) : undefined
}

/** The number of another account that would move here: not one that is on its way itself. */
export const migrationSource = ({ digits, numbers }: AddFacts): PhoneNumber | undefined =>
  numbers.find(one => one.digits === digits && !isGone(one) && !(one.status === 'PENDING' && one.migrates_from))

/** What is known of a number that moves, and of the two ends of its way. */
export interface MigrationFacts {
  source: PhoneNumber
  from_business: string | undefined
  to: Account
  /** Whether an app gets webhooks of the account that the number moves to. */
  subscribed: boolean
}

/**
 * Why a number cannot move to another account.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 * NOTE: the titles are documented, the sentences are ours.
 */
export function migrationRefusal({ source, from_business, to, subscribed }: MigrationFacts): Refusal | undefined {
  if (source.is_test_number || isProvided(source.digits)) {
    return CannotMigrate('Test numbers and numbers that the platform provides cannot move.')
  }
  if (from_business !== to.business_id) return CannotMigrate('The phone number belongs to another business portfolio.')
  if (to.account_review_status !== 'APPROVED') {
    return CannotMigrate('The destination WhatsApp Business Account is not approved.')
  }
  if (!subscribed) return CannotMigrate('Webhooks are not set up for the destination WhatsApp Business Account.')
  if (to.unfunded) return CannotMigrate('The destination WhatsApp Business Account has no payment method.')
  if (source.name_status !== 'APPROVED' || source.new_name_status === 'PENDING_REVIEW') {
    return CannotMigrate('The registered display name must be present and approved.')
  }
  return nextState(numberLife, source.status, 'migrate')
    ? undefined
    : CannotMigrate(`The phone number is ${source.status}.`)
}

/** Until when a number rests that was removed a moment ago. */
export function restsUntil(digits: string, numbers: readonly PhoneNumber[]): number | undefined {
  const removals = numbers.flatMap(one => (one.digits === digits && one.removed_at ? [one.removed_at] : []))
  return removals.length > 0 ? Math.max(...removals) + REST_AFTER_REMOVAL : undefined
}

/** `+1 555-078-3881`, as the platform displays numbers. */
export function displayNumber(digits: string): string {
  if (/^1\d{10}$/.test(digits)) return `+1 ${digits.slice(1, 4)}-${digits.slice(4, 7)}-${digits.slice(7)}`
  return parsePhoneNumberFromString(`+${digits}`)?.formatInternational() ?? `+${digits}`
}
