import { displayNumber } from './add.ts'
import { isProvided } from './display-name.ts'
import type { PhoneNumber } from './model.ts'

/** What is known of a number when it comes into being. */
export interface NewNumber {
  id: string
  profile_id: string
  account_id: string
  digits: string
  verified_name: string
  /** A partner has verified it already. */
  preverified: boolean
  /** The number of another account that it takes the place of. */
  source?: PhoneNumber | undefined
  rests_until?: number | undefined
}

/** A number as it is right after it was added: nobody has verified or registered it. */
export function newNumber(given: NewNumber, now: number): PhoneNumber {
  const { id, profile_id, account_id, digits, verified_name, preverified, source, rests_until } = given
  return {
    id,
    account_id,
    digits,
    display_phone_number: displayNumber(digits),
    verified_name,
    name_status: isProvided(digits) ? 'PENDING_REVIEW' : 'AVAILABLE_WITHOUT_REVIEW',
    code_verification_status: preverified ? 'VERIFIED' : 'NOT_VERIFIED',
    status: 'PENDING',
    quality_rating: 'UNKNOWN',
    account_mode: 'LIVE',
    throughput: 'STANDARD',
    is_test_number: false,
    ...(preverified ? { preverified, verified_at: now } : {}),
    ...(source ? { migrates_from: source.id, ...movedAlong(source) } : {}),
    ...(rests_until === undefined || rests_until <= now ? {} : { rests_until }),
    last_onboarded_at: now,
    profile: {},
    profile_id,
    created_at: now,
  }
}

/**
 * What a number keeps when it moves to another account: its name, its quality and its badge.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/support/migrating-phone-numbers-among-solution-partners-programmatically
 */
export function movedAlong(source: PhoneNumber): Partial<PhoneNumber> {
  const { verified_name, name_status, quality_rating, throughput, official_account } = source
  return { verified_name, name_status, quality_rating, throughput, ...(official_account ? { official_account } : {}) }
}
