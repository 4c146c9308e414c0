import type { Account } from '../accounts/model.ts'
import { countryOf } from '../countries.ts'

/**
 * The European Union and Japan: template analytics are not available there.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics
 */
const WITHOUT_INSIGHTS = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT JP LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
)

/** Whether an account may have template analytics: neither it nor one of its numbers is at home where there are none. */
export function mayHaveInsights(account: Pick<Account, 'country'>, numbers: readonly { digits: string }[]): boolean {
  if (WITHOUT_INSIGHTS.has(account.country)) return false
  return !numbers.some(({ digits }) => WITHOUT_INSIGHTS.has(countryOf(digits) ?? ''))
}
