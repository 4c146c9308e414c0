import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { volumeCounter } from '../../src/domain/pricing/charge.ts'
import { openSqlite } from '../../src/store/sqlite/open.ts'
import { luckyShrub } from '../seeds.ts'
import { sharedWorld } from '../shared-world.ts'
import { hello, TUESDAY, world } from '../world.ts'

/*
 * Webhooks about accounts and numbers that follow from what the platform decides, against the shapes of the reference:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_update
 */
const seed = luckyShrub({ number: { on_business_app: true } })
const { w, bot } = await sharedWorld({ seed })
const { waba_id: account, phone_number_id: number } = w.landline

beforeEach(async () => {
  await w.advance('1s')
  bot.notifications.length = 0
})

/** Fields and values as they were told, once nothing is under way any more. */
async function told(): Promise<[string, object][]> {
  await w.advance('0s')
  return bot.changes().map(({ field, value }) => [field, value])
}
const measure = (edge: string, body: object) => w.control('POST', `numbers/${number}/${edge}`, body)
const restrict = (body: object) => w.control('POST', `accounts/${account}/restrict`, body)
const update = (event: string, more: object = {}) => ['account_update', { event, ...more }]
const clock = async () => (await w.control('GET', 'clock')).body.now / 1000

describe('phone_number_quality_update', () => {
  const about = (digits: string, event: string, limit: string) => [
    'phone_number_quality_update',
    {
      display_phone_number: digits,
      event,
      current_limit: limit,
      max_daily_conversations_per_business: limit,
    },
  ]

  test('ONBOARDING: a number is registered for the first time, and not when it is registered again', async () => {
    const added = { cc: '1', phone_number: '6505550100', verified_name: 'Jaspers Market' }
    const { id } = (await w.graph('POST', `${account}/phone_numbers`, added)).body
    await w.graph('POST', `${id}/request_code`, { code_method: 'SMS', language: 'en_US' })
    const { code } = (await w.control('GET', 'sms?to=16505550100')).body.data[0]
    await w.graph('POST', `${id}/verify_code`, { code })
    const register = () => w.graph('POST', `${id}/register`, { messaging_product: 'whatsapp', pin: '123456' })
    for (let i = 0; i < 2; i++) expect((await register()).status).toBe(200)
    await w.graph('POST', `${id}/deregister`)
    expect((await register()).status).toBe(200)
    expect(await told()).toEqual([about('16505550100', 'ONBOARDING', 'TIER_NOT_SET')])
  })

  test('THROUGHPUT_UPGRADE: a number sends faster from now on', async () => {
    for (let i = 0; i < 2; i++) {
      const { body } = await measure('throughput', { level: 'HIGH' })
      expect(body).toEqual({ id: number, throughput: { level: 'HIGH' } })
    }
    expect(await told()).toEqual([about('15550783881', 'THROUGHPUT_UPGRADE', 'TIER_UNLIMITED')])
    expect((await w.graph('GET', `${number}?fields=throughput`)).body.throughput).toEqual({ level: 'HIGH' })
    expect((await measure('throughput', { level: 'STANDARD' })).status).toBe(400)
  })
})

describe('business_username_updates', () => {
  const about = (more: object) => ['business_username_updates', { display_phone_number: '15550783881', ...more }]

  test('a username is approved, changed in the app, and deleted there', async () => {
    expect((await w.graph('POST', `${number}/username`, { username: 'jaspersmarket' })).status).toBe(200)
    expect((await measure('username_in_app', { username: 'jaspers.market' })).body).toEqual({
      id: number,
      username: 'jaspers.market',
    })
    expect((await w.graph('GET', `${number}/username`)).body).toEqual({
      username: 'jaspers.market',
      status: 'approved',
    })
    for (let i = 0; i < 2; i++)
      expect((await measure('username_in_app', { username: '' })).body).toEqual({ id: number })
    expect(await told()).toEqual([
      about({ username: 'jaspersmarket', status: 'approved' }),
      about({ username: 'jaspers.market', status: 'approved' }),
      about({ status: 'deleted' }),
    ])
    expect((await w.graph('GET', `${number}/username`)).body).toEqual({})
  })

  test('a username that is set as a field of the number is told as well, and needs a registration, too', async () => {
    expect((await w.graph('POST', number, { username: 'jaspers_market' })).body).toEqual({ success: true })
    expect(await told()).toEqual([about({ username: 'jaspers_market', status: 'approved' })])
    const added = { cc: '1', phone_number: '6505550123', verified_name: 'Jaspers Market' }
    const { id } = (await w.graph('POST', `${account}/phone_numbers`, added)).body
    expect((await w.graph('POST', id, { username: 'jaspers2' })).body.error).toMatchObject({ code: 133010 })
    await measure('username_in_app', { username: '' })
  })

  test('what cannot be a username is refused and told to nobody', async () => {
    expect((await measure('username_in_app', { username: 'no spaces' })).status).toBe(400)
    expect(await told()).toEqual([])
  })
})

describe('ACCOUNT_OFFBOARDED and ACCOUNT_RECONNECTED', () => {
  test('the app moves to another device: nothing is sent until it is back, and subscriptions stay', async () => {
    expect((await measure('business_app', { event: 'offboard' })).body).toEqual({ id: number, status: 'DISCONNECTED' })
    expect((await w.sends(hello)).body.error).toMatchObject({ code: 133010 })
    expect((await w.graph('GET', `${account}/subscribed_apps`)).body.data).toHaveLength(1)
    expect((await measure('business_app', { event: 'reconnect' })).body).toEqual({ id: number, status: 'CONNECTED' })
    expect(await told()).toEqual([update('ACCOUNT_OFFBOARDED'), update('ACCOUNT_RECONNECTED')])
    expect((await w.sends(hello)).status).toBe(200)
  })

  test('what is not away does not come back, and is taken off the platform in the app alone', async () => {
    const { body } = await measure('business_app', { event: 'reconnect' })
    expect(body.error.message).toBe('(#100) +1 555-078-3881 is CONNECTED, so reconnect does nothing.')
    expect((await w.graph('POST', `${number}/deregister`)).body.error).toMatchObject({
      code: 100,
      message: 'Deregister endpoint is not available for API solution for SMB businesses.',
    })
    expect((await w.graph('GET', `${number}?fields=status`)).body.status).toBe('CONNECTED')
    expect(await told()).toEqual([])
  })

  test('a number that is not in the app has none to move', async () => {
    const v = await world()
    const { body } = await v.control('POST', `numbers/${v.landline.phone_number_id}/business_app`, {
      event: 'offboard',
    })
    expect(body.error.message).toMatch(/is not used in the WhatsApp Business app/)
    await v.landline.close()
  })
})

test('VERIFIED_ACCOUNT: a test number becomes a real one, once', async () => {
  const fields = `${number}?fields=account_mode,is_pin_enabled`
  expect((await w.graph('GET', fields)).body.account_mode).toBe('SANDBOX')
  expect((await measure('go_live', {})).body).toEqual({ id: number, account_mode: 'LIVE' })
  const { body } = await measure('go_live', {})
  expect(body.error.message).toBe('(#100) +1 555-078-3881 is no test number any more.')
  expect(await told()).toEqual([update('VERIFIED_ACCOUNT', { phone_number: '15550783881' })])
  expect((await w.graph('GET', fields)).body.account_mode).toBe('LIVE')
  // The sample template is for test numbers only.
  expect((await w.sends(hello)).body.error).toMatchObject({ code: 131058 })
})

describe('misuse of utility templates', () => {
  const violation = (violation_type: string) => ({ violation_info: { violation_type } })

  test('a warning restricts nothing', async () => {
    expect((await restrict({ violation: 'UTILITY_TEMPLATE_ABUSE' })).status).toBe(200)
    expect(await told()).toEqual([update('ACCOUNT_RESTRICTION', violation('UTILITY_TEMPLATE_ABUSE'))])
  })

  test.each([
    ['UTILITY_TEMPLATE_ABUSE', 'RESTRICTED_UTILITY_TEMPLATES', 'UTILITY_TEMPLATE_ABUSE_UNBAN'],
    [
      'UTILITY_TEMPLATE_ABUSE_RATE_LIMIT',
      'RATE_LIMITED_UTILITY_TEMPLATE_MESSAGING',
      'UTILITY_TEMPLATE_ABUSE_RATE_LIMIT_RECOVERY',
    ],
  ])('%s is told with %s, and its end as %s', async (misuse, restriction_type, end) => {
    const now = await clock()
    const updates = async () => (await told()).filter(([field]) => field === 'account_update')
    await restrict({ violation: misuse, types: [restriction_type], days: 7 })
    const restriction_info = [{ restriction_type, expiration: now + 7 * 24 * 3600 }]
    const begun = update('ACCOUNT_RESTRICTION', { ...violation(misuse), restriction_info })
    expect(await updates()).toEqual([begun])
    await w.advance('167h59m59s')
    expect(await updates()).toEqual([begun])
    await w.advance('1s')
    expect(await updates()).toEqual([begun, update('ACCOUNT_RESTRICTION', violation(end))])
  })

  test('one that is lifted by hand is not lifted again, and lets utility templates through', async () => {
    const template = {
      name: 'order_ready',
      language: 'en_US',
      category: 'UTILITY',
      components: [{ type: 'BODY', text: 'Your order is ready.' }],
    }
    await restrict({ violation: 'UTILITY_TEMPLATE_ABUSE', types: ['RESTRICTED_UTILITY_TEMPLATES'] })
    expect((await w.graph('POST', `${account}/message_templates`, template)).body.error.code).toBe(368)
    await restrict({ violation: 'UTILITY_TEMPLATE_ABUSE_UNBAN' })
    expect((await w.graph('POST', `${account}/message_templates`, template)).status).toBe(200)
    await w.advance('25h')
    const events = (await told()).filter(([field]) => field === 'account_update')
    expect(events).toHaveLength(2)
    expect(events[1]).toEqual(update('ACCOUNT_RESTRICTION', violation('UTILITY_TEMPLATE_ABUSE_UNBAN')))
  })

  test('other violations are told by themselves, and nothing at all is refused', async () => {
    await restrict({ violation: 'SCAM' })
    expect(await told()).toEqual([update('ACCOUNT_VIOLATION', violation('SCAM'))])
    const { body } = await restrict({})
    expect(body.error.message).toBe('(#100) Name what is restricted in types, or a violation.')
  })
})

test('VOLUME_BASED_PRICING_TIER_UPDATE: the first message of a cheaper tier tells every account of the portfolio', async () => {
  const data = mkdtempSync(join(tmpdir(), 'landline-tier-'))
  const options = { memory: false, data, webhook: { url: bot.url, verifyToken: 'token' } }
  const first = await world(options)
  await first.control('POST', 'customers', { wa_id: '+919876543210', name: 'Sheena Nelson' })
  await first.control('POST', 'accounts', { id: '980198427658004', name: 'Jaspers Market' })
  await first.landline.close()
  const driver = openSqlite(data)
  const counter = volumeCounter(first.landline.business_id, 'India', 'utility', TUESDAY, 'America/Los_Angeles')
  await driver.commit([{ writes: [], takes: [{ kind: 'tally', name: 'volume', counter, n: 24_999_999 }], events: [] }])
  await driver.close()

  const v = await world(options)
  bot.notifications.length = 0
  for (let i = 0; i < 3; i++) {
    await v.sends(hello, '919876543210')
    await v.advance('1s')
  }
  const updates = bot
    .changes()
    .filter(({ field }) => field === 'account_update')
    .map(({ account, value }) => [account, value])
  const value = {
    event: 'VOLUME_BASED_PRICING_TIER_UPDATE',
    volume_tier_info: {
      tier_update_time: TUESDAY / 1000 + 1,
      pricing_category: 'UTILITY',
      tier: '25000001:50000000',
      effective_month: '2026-11',
      region: 'India',
    },
  }
  expect(updates.sort()).toEqual([
    ['102290129340398', value],
    ['980198427658004', value],
  ])
  await v.landline.close()
  rmSync(data, { recursive: true })
})

test.each([
  'INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED',
  'INCREASED_CAPABILITIES_ELIGIBILITY_FAILED',
  'INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO',
  'OBA_APPROVED',
  'OBA_REJECTED',
  'PROFILE_PICTURE_LOST',
])('account_alerts: %s', async type => {
  const alert = { type, severity: 'WARNING', status: 'ACTIVE', description: 'Use the platform for some days.' }
  await w.control('POST', `accounts/${account}/alert`, alert)
  const alert_info = {
    alert_severity: 'WARNING',
    alert_status: 'ACTIVE',
    alert_type: type,
    alert_description: alert.description,
  }
  const value = { entity_type: 'BUSINESS', entity_id: '506914307656634', alert_info }
  expect(await told()).toEqual([['account_alerts', value]])
})

test('account_review_update: each decision', async () => {
  for (const decision of ['pend', 'defer', 'approve', 'reject']) {
    expect((await w.control('POST', `accounts/${account}/review`, { decision })).status).toBe(200)
  }
  expect(await told()).toEqual(
    ['PENDING', 'DEFERRED', 'APPROVED', 'REJECTED'].map(decision => ['account_review_update', { decision }]),
  )
})

test('business_capability_update: each level, with the numbers that it allows', async () => {
  const levels = ['TIER_250', 'TIER_2K', 'TIER_10K', 'TIER_100K', 'TIER_UNLIMITED']
  for (const messaging_limit of levels) {
    await w.control('POST', 'businesses/506914307656634/messaging_limit', { messaging_limit })
  }
  expect(await told()).toEqual(
    levels.map(level => [
      'business_capability_update',
      {
        max_daily_conversations_per_business: level,
        ...(level === 'TIER_250' ? { max_phone_numbers_per_business: 2 } : { max_phone_numbers_per_waba: 25 }),
      },
    ]),
  )
})

test.each([
  'NAME_EMPLOYEE_ISSUE',
  'NAME_ENDCLIENT_NOTRELATED',
  'NAME_FORMAT_UNACCEPTABLE',
  'NAME_INDIVIDUAL_ISSUE',
  'NAME_NOT_CONSISTENT',
  'UNKNOWN',
])('phone_number_name_update: a name is rejected for %s', async reason => {
  const requested_verified_name = 'Lucky Shrub Garden'
  await w.graph('POST', number, { new_display_name: requested_verified_name })
  expect((await measure('name-review', { decision: 'reject', reason })).status).toBe(200)
  const value = {
    display_phone_number: '15550783881',
    decision: 'REJECTED',
    requested_verified_name,
    rejection_reason: reason,
  }
  expect(await told()).toEqual([['phone_number_name_update', value]])
})
