import { createHash } from 'node:crypto'
import { countryOf } from '../domain/countries.ts'

/** Users whose number lies in no country's plan still need a country in their id. */
const NO_COUNTRY = 'US'

/**
 * A business-scoped user id, `US.13491208655302741918`: country, period, digits. Made from the number, so that it is the
 * same in each run.
 */
export const userIdOf = (digits: string): string => `${countryOf(digits) ?? NO_COUNTRY}.${digitsFrom(`user/${digits}`)}`

/** The id that portfolios share which are enrolled together: `US.ENT.11815799212886844830`. */
export const parentUserIdOf = (digits: string): string =>
  `${countryOf(digits) ?? NO_COUNTRY}.ENT.${digitsFrom(`parent/${digits}`)}`

/** What webhooks call the key of a phone, like `DF2lS5v2W6x=`; another one for each phone that somebody had. */
export const identityKeyHash = (seed: string): string =>
  createHash('sha256').update(`identity/${seed}`).digest().subarray(0, 8).toString('base64')

function digitsFrom(seed: string): string {
  const hash = createHash('sha256').update(seed).digest()
  return `${hash.readBigUInt64BE(0)}${hash[8]! % 10}`
}
