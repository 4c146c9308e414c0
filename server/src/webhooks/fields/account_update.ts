import type { BanState } from '../../domain/accounts/standing.ts'
import { type DirectViolation, violationType } from '../../domain/messaging/direct-send.ts'
import { unixSeconds } from '../../domain/time.ts'
import type { Event, EventOf } from '../../events/event.ts'
import type { WebhookField } from '../field.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_update */
export const accountUpdate: WebhookField = {
  name: 'account_update',
  events: [
    'account.app_installed',
    'account.app_removed',
    'account.ban_scheduled',
    'account.banned',
    'account.deleted',
    'account.international_rates_set',
    'account.located',
    'account.marketing_terms_signed',
    'account.offboarded',
    'account.reconnected',
    'account.reinstated',
    'account.restricted',
    'account.shared',
    'account.tier_reached',
    'account.unshared',
    'account.verified',
    'account.violated',
  ],
  timed: true,
  business: event => ('partner_business_id' in event ? event.partner_business_id : undefined),
  value,
  sample: { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'DISABLE', waba_ban_date: 'April 17, 2025' } },
}

function value(event: Event): object | undefined {
  switch (event.type) {
    case 'account.shared':
      return { event: 'PARTNER_ADDED', waba_info: wabaInfo(event) }
    case 'account.unshared':
      return { event: 'PARTNER_REMOVED', waba_info: wabaInfo(event), ...disconnection(event) }
    case 'account.app_installed':
      return { event: 'PARTNER_APP_INSTALLED', waba_info: { ...wabaInfo(event), partner_app_id: event.app_id } }
    case 'account.app_removed':
      return { event: 'PARTNER_APP_UNINSTALLED', waba_info: { ...wabaInfo(event), partner_app_id: event.app_id } }
    case 'account.marketing_terms_signed':
      return { event: 'MM_LITE_TERMS_SIGNED', waba_info: wabaInfo(event) }
    case 'account.deleted':
      return { event: 'ACCOUNT_DELETED' }
    case 'account.violated':
      return { event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: event.violation } }
    case 'account.restricted':
      return event.direct_send ? misclassified(event, event.direct_send) : restriction(event)
    case 'account.offboarded':
      return { event: 'ACCOUNT_OFFBOARDED' }
    case 'account.reconnected':
      return { event: 'ACCOUNT_RECONNECTED' }
    case 'account.verified':
      return { event: 'VERIFIED_ACCOUNT', phone_number: event.phone_number }
    case 'account.tier_reached':
      return { event: 'VOLUME_BASED_PRICING_TIER_UPDATE', volume_tier_info: tierInfo(event) }
    case 'account.ban_scheduled':
      return disabledUpdate('SCHEDULE_FOR_DISABLE', event.ban_at)
    case 'account.banned':
      return disabledUpdate('DISABLE', event.ban_at)
    case 'account.reinstated':
      return disabledUpdate('REINSTATE', event.ban_at)
    case 'account.located':
      return { country: event.country, event: 'BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE' }
    case 'account.international_rates_set':
      return { auth_international_rate_eligibility: rates(event), event: 'AUTH_INTL_PRICE_ELIGIBILITY_UPDATE' }
    default:
      return undefined
  }
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/integrity-and-content-guidelines */
const misclassified = (event: EventOf<'account.restricted'>, violation: DirectViolation) => ({
  event: 'ACCOUNT_RESTRICTION',
  violation_info: { violation_type: violationType(violation) },
  ...(event.restrictions.length > 0 ? { restriction_info: restrictionInfo(event) } : {}),
})

const wabaInfo = ({ account_id, owner_business_id }: { account_id: string; owner_business_id: string }) => ({
  waba_id: account_id,
  owner_business_id,
})

const disconnection = ({ disconnection_info }: EventOf<'account.unshared'>) =>
  disconnection_info ? { disconnection_info } : {}

const rates = ({ auth_international_rate_eligibility: set }: EventOf<'account.international_rates_set'>) => ({
  exception_countries: set.exception_countries,
  start_time: set.start_time,
})

const restriction = (event: EventOf<'account.restricted'>) => ({
  event: 'ACCOUNT_RESTRICTION',
  ...(event.violation === undefined ? {} : { violation_info: { violation_type: event.violation } }),
  ...(event.restrictions.length === 0 ? {} : { restriction_info: restrictionInfo(event) }),
})

const tierInfo = ({ at, pricing_category, tier, effective_month, region }: EventOf<'account.tier_reached'>) => ({
  tier_update_time: unixSeconds(at),
  pricing_category,
  tier,
  effective_month,
  region,
})

const restrictionInfo = ({ restrictions }: EventOf<'account.restricted'>) =>
  restrictions.map(({ restriction_type, expires_at, remediation }) => ({
    restriction_type,
    expiration: unixSeconds(expires_at),
    ...(remediation === undefined ? {} : { remediation }),
  }))

const disabledUpdate = (state: BanState | 'REINSTATE', at: number) => ({
  event: 'DISABLED_UPDATE',
  ban_info: { waba_ban_state: state, waba_ban_date: longDate(at) },
})

/** `April 17, 2025`, as the platform writes a day in this one place. */
const longDate = (at: number): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(at)
