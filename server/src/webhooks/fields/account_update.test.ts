import { expect, test } from 'vitest'
import type { Event } from '../../events/event.ts'
import { accountUpdate } from './account_update.ts'

const AT = Date.UTC(2025, 3, 17, 12)
const scene = { at: AT, account_id: '980198427658004' }
const partner = { ...scene, owner_business_id: '2329417887457253', partner_business_id: '2949482758682047' }

/* The examples of the reference, key by key, and what else its tables name. */
test.each<[Event, object]>([
  [{ ...scene, type: 'account.deleted' }, { event: 'ACCOUNT_DELETED' }],
  [
    { ...scene, type: 'account.violated', violation: 'ADULT' },
    { event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'ADULT' } },
  ],
  [
    {
      ...scene,
      type: 'account.restricted',
      restrictions: [
        { restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expires_at: 1641330498_000, remediation: 'Wait.' },
      ],
    },
    {
      event: 'ACCOUNT_RESTRICTION',
      restriction_info: [
        { restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: 1641330498, remediation: 'Wait.' },
      ],
    },
  ],
  [
    { ...scene, type: 'account.reinstated', ban_at: AT },
    { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'REINSTATE', waba_ban_date: 'April 17, 2025' } },
  ],
  [
    {
      ...scene,
      type: 'account.international_rates_set',
      auth_international_rate_eligibility: {
        start_time: 1748780624,
        exception_countries: [{ country_code: 'ID', start_time: 1751347424 }],
      },
    },
    {
      auth_international_rate_eligibility: {
        exception_countries: [{ country_code: 'ID', start_time: 1751347424 }],
        start_time: 1748780624,
      },
      event: 'AUTH_INTL_PRICE_ELIGIBILITY_UPDATE',
    },
  ],
  [
    { ...scene, type: 'account.located', country: 'IN' },
    { country: 'IN', event: 'BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE' },
  ],
  [
    { ...partner, type: 'account.shared' },
    { event: 'PARTNER_ADDED', waba_info: { waba_id: '980198427658004', owner_business_id: '2329417887457253' } },
  ],
  [
    { ...partner, type: 'account.app_removed', app_id: '869361281603019' },
    {
      event: 'PARTNER_APP_UNINSTALLED',
      waba_info: {
        waba_id: '980198427658004',
        owner_business_id: '2329417887457253',
        partner_app_id: '869361281603019',
      },
    },
  ],
])('$type is told as the reference has it', (event, value) => {
  expect(JSON.stringify(accountUpdate.value(event, { version: 'v25.0' }))).toBe(JSON.stringify(value))
})

test('what concerns a partner goes to the partner', () => {
  expect(accountUpdate.business?.({ ...partner, type: 'account.unshared' })).toBe('2949482758682047')
  expect(accountUpdate.business?.({ ...scene, type: 'account.deleted' })).toBeUndefined()
})
