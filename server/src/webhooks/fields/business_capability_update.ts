import { customersOf } from '../../domain/messaging/messaging-limit.ts'
import type { WebhookField } from '../field.ts'

/** From here on the limit is told as that of the portfolio. */
const PORTFOLIO_SINCE = 24
/** As the platform writes a limit that there is none of. */
const UNLIMITED = -1
/**
 * How many numbers a portfolio on the first level may have, and an account on any other.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers
 */
const NUMBERS_OF_BUSINESS = 2
const NUMBERS_OF_ACCOUNT = 25

/**
 * The messaging limit of the portfolio has changed.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/business_capability_update
 * NOTE: the page prints the limit of v24.0 as a level in its table and as a number in its example; the level is kept.
 */
export const businessCapabilityUpdate: WebhookField = {
  name: 'business_capability_update',
  events: ['account.capability_changed'],
  timed: true,
  value(event, { version }) {
    if (event.type !== 'account.capability_changed') return undefined
    const { messaging_limit: level } = event
    const customers = customersOf(level)
    return {
      ...(Number(version.slice(1, version.indexOf('.'))) >= PORTFOLIO_SINCE
        ? { max_daily_conversations_per_business: level }
        : { max_daily_conversation_per_phone: Number.isFinite(customers) ? customers : UNLIMITED }),
      ...(level === 'TIER_250'
        ? { max_phone_numbers_per_business: NUMBERS_OF_BUSINESS }
        : { max_phone_numbers_per_waba: NUMBERS_OF_ACCOUNT }),
    }
  },
  sample: { max_daily_conversations_per_business: 'TIER_2K', max_phone_numbers_per_waba: 25 },
}
