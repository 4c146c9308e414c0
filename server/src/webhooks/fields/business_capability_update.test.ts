import { expect, test } from 'vitest'
import { metaJson } from '../bytes.ts'
import { ACCOUNT, AT } from '../world.test-util.ts'
import { businessCapabilityUpdate } from './business_capability_update.ts'

const told = (messaging_limit: 'TIER_250' | 'TIER_2K' | 'TIER_UNLIMITED', version: string) =>
  metaJson(
    businessCapabilityUpdate.value(
      { type: 'account.capability_changed', at: AT, account_id: ACCOUNT, messaging_limit },
      { version },
    ),
  )

test.each([
  ['TIER_2K', 'v24.0', JSON.stringify(businessCapabilityUpdate.sample)],
  ['TIER_2K', 'v23.0', '{"max_daily_conversation_per_phone":2000,"max_phone_numbers_per_waba":25}'],
  ['TIER_UNLIMITED', 'v23.0', '{"max_daily_conversation_per_phone":-1,"max_phone_numbers_per_waba":25}'],
  ['TIER_250', 'v25.0', '{"max_daily_conversations_per_business":"TIER_250","max_phone_numbers_per_business":2}'],
] as const)('%s in %s', (limit, version, json) => {
  expect(told(limit, version)).toBe(json)
})
