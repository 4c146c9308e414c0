import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js'

/** The country (ISO 3166) of the digits of a phone number. Undefined where they are nobody's, or no one country's. */
export const countryOf = (digits: string): string | undefined => parsePhoneNumberFromString(`+${digits}`)?.country

/** The digits that stand for the country of a phone number. Undefined where they are nobody's. */
export const callingCodeOf = (digits: string): string | undefined =>
  parsePhoneNumberFromString(`+${digits}`)?.countryCallingCode

/** Countries whose numbers are told apart within a calling code that several share: the beginning of one of theirs. */
const SHARED_CODE: { [country: string]: string } = { DO: '1809', JM: '1876', KZ: '77', PR: '1787' }

/** The first digits of numbers of a country (ISO 3166): enough to find its market. Undefined for what is no country. */
export function digitsOfCountry(country: string): string | undefined {
  const code = country.toUpperCase()
  return isSupportedCountry(code) ? (SHARED_CODE[code] ?? getCountryCallingCode(code as CountryCode)) : undefined
}
