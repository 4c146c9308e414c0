import type { Account } from '../accounts/model.ts'
import type { PricingCategory } from '../messaging/price.ts'
import { SECOND } from '../time.ts'
import { zoneOf } from '../time-zones.ts'
import { marketOf } from './markets.ts'

/**
 * Markets with a rate of their own for authentication by businesses from elsewhere; each is one country.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing/authentication-international-rates
 */
const COUNTRIES: { [market: string]: string } = {
  Egypt: 'EG',
  India: 'IN',
  Indonesia: 'ID',
  Malaysia: 'MY',
  Nigeria: 'NG',
  Pakistan: 'PK',
  'Saudi Arabia': 'SA',
  'South Africa': 'ZA',
  'United Arab Emirates': 'AE',
}

type Abroad = Pick<Account, 'timezone_id' | 'country' | 'auth_international_rate_eligibility'>

/**
 * The category that a message is charged by: authentication becomes authentication_international where the country has
 * such a rate, the account has become eligible for it by then, and the business is not at home there.
 */
export function pricedCategory(
  category: PricingCategory,
  customerDigits: string,
  account: Abroad | undefined,
  at: number,
): PricingCategory {
  const eligible = account?.auth_international_rate_eligibility
  if (category !== 'authentication' || !eligible) return category
  const country = COUNTRIES[marketOf(customerDigits, at, zoneOf(account.timezone_id))]
  if (country === undefined || country === account.country) return category
  const exception = eligible.exception_countries.find(one => one.country_code === country)
  return at >= (exception ?? eligible).start_time * SECOND ? 'authentication_international' : category
}
