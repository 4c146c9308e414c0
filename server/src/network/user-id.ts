import { createHash } from 'node:crypto'
import { parsePhoneNumberFromString } from 'libphonenumber-js'

/** Users whose number lies in no country's plan still need a country in their id. */
const NO_COUNTRY = 'US'

/**
 * A business-scoped user id, `US.13491208655302741918`: country, period, digits. Made from the number, so that it is the
 * same in each run.
 */
export function userIdOf(digits: string): string {
  const country = parsePhoneNumberFromString(`+${digits}`)?.country ?? NO_COUNTRY
  const hash = createHash('sha256').update(`user/${digits}`).digest()
  return `${country}.${hash.readBigUInt64BE(0)}${hash[8]! % 10}`
}
