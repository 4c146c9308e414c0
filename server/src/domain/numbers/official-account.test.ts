import { expect, test } from 'vitest'
import type { Business } from '../accounts/model.ts'
import { DAY } from '../time.ts'
import type { PhoneNumber } from './model.ts'
import { newNumber } from './new-number.ts'
import { ON_PLATFORM_FOR, unmetRequirement } from './official-account.ts'

const BUSINESS: Business = {
  id: '1',
  name: 'Lucky Shrub',
  timezone_id: '1',
  verification_status: 'verified',
  messaging_limit: 'TIER_2K',
  created_at: 0,
}
const given = { id: '2', profile_id: '3', account_id: '4', digits: '16505550100', verified_name: 'Lucky Shrub' }
const NUMBER: PhoneNumber = {
  ...newNumber({ ...given, preverified: false }, 0),
  name_status: 'APPROVED',
  pin_hash: 'x',
}

test.each<[string, Partial<PhoneNumber>, Partial<Business>, number, string | undefined]>([
  ['all there is', {}, {}, ON_PLATFORM_FOR, undefined],
  ['a day less', {}, {}, ON_PLATFORM_FOR - DAY, 'less than 30 days'],
  ['a test number', { is_test_number: true }, {}, ON_PLATFORM_FOR, 'Test numbers'],
  ['a number in the app', { is_on_biz_app: true }, {}, ON_PLATFORM_FOR, 'WhatsApp Business app'],
  ['a name in review', { name_status: 'PENDING_REVIEW' }, {}, ON_PLATFORM_FOR, 'display name'],
  ['a business that is not verified', {}, { verification_status: 'pending' }, ON_PLATFORM_FOR, 'not verified'],
])('%s', (_, number, business, now, unmet) => {
  const said = unmetRequirement({ ...NUMBER, ...number }, { ...BUSINESS, ...business }, now)
  if (unmet === undefined) expect(said).toBeUndefined()
  else expect(said).toContain(unmet)
})

test('two-step verification has to be on', () => {
  const { pin_hash: _, ...open } = NUMBER
  expect(unmetRequirement(open, BUSINESS, ON_PLATFORM_FOR)).toContain('Two-step verification')
})
