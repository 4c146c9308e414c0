import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { standings } from '../../src/domain/accounts/standing.ts'
import { DAY } from '../../src/domain/time.ts'
import { sharedWorld } from '../shared-world.ts'
import { hello, text } from '../world.ts'

const { w, bot } = await sharedWorld()
const account = w.landline.waba_id

const decide = (edge: string, body: object = {}) => w.control('POST', `accounts/${account}/${edge}`, body)
const MONTHS = 'January February March April May June July August September October November December'.split(' ')
/** `December 1, 2026` */
function longDay(at: number): string {
  const day = new Date(at)
  return `${MONTHS[day.getUTCMonth()]} ${day.getUTCDate()}, ${day.getUTCFullYear()}`
}

const create = (category: string) =>
  w.graph('POST', `${account}/message_templates`, {
    name: `news_${category.toLowerCase()}`,
    language: 'en_US',
    category,
    components: [{ type: 'BODY', text: 'The succulents have arrived.' }],
  })

beforeEach(async () => {
  await w.advance('1s')
  bot.notifications.length = 0
})

describe('review', () => {
  test('a rejected account is locked until it is approved, and account_review_update tells of each decision', async () => {
    expect((await decide('review', { decision: 'reject' })).body).toMatchObject({ standing: 'REJECTED' })
    const refused = await w.sends(hello)
    expect(refused.status).toBe(403)
    expect(refused.body.error).toMatchObject({ code: 131031, message: '(#131031) Account has been locked' })
    expect((await decide('review', { decision: 'approve' })).body).toMatchObject({ standing: 'APPROVED' })
    expect((await w.sends(hello)).status).toBe(200)
    await w.advance('1s')
    const told = bot.changes().filter(one => one.field === 'account_review_update')
    expect(told.map(one => one.value)).toEqual([{ decision: 'REJECTED' }, { decision: 'APPROVED' }])
    expect(bot.notifications[0]!.body.entry[0]).toMatchObject({ id: account, time: expect.any(Number) })
  })

  test('what cannot be decided is refused with what can', async () => {
    const { status, body } = await decide('review', { decision: 'approve' })
    expect(status).toBe(400)
    expect(body.error.message).toBe(
      '(#100) Account Lucky Shrub is APPROVED. What can be decided now: reject, pend, restrict, schedule_ban, ban, delete.',
    )
  })

  test('a deferred decision leaves the account in review', async () => {
    await decide('review', { decision: 'pend' })
    expect((await decide('review', { decision: 'defer' })).body).toMatchObject({ account_review_status: 'PENDING' })
    expect((await w.graph('GET', `${account}?fields=account_review_status`)).body.account_review_status).toBe('PENDING')
  })
})

describe('restrictions', () => {
  test('business-initiated messages are refused with 368, answers are not, and it ends by itself', async () => {
    await decide('restrict', { types: ['RESTRICTED_BIZ_INITIATED_MESSAGING'], days: 5, violation: 'SCAM' })
    const refused = await w.sends(hello)
    expect(refused.status).toBe(403)
    expect(refused.body.error).toMatchObject({
      code: 368,
      message: '(#368) Temporarily blocked for policies violations',
    })
    await w.says('Is it open?')
    expect((await w.sends(text('It is.'))).status).toBe(200)
    await w.advance('5d')
    expect((await w.sends(hello)).status).toBe(200)
    const told = bot.changes().filter(one => one.field === 'account_update')
    expect(told.map(one => one.value)).toEqual([
      { event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'SCAM' } },
      {
        event: 'ACCOUNT_RESTRICTION',
        restriction_info: [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: expect.any(Number) }],
      },
    ])
  })

  test('customer-initiated ones stop answers only', async () => {
    await decide('restrict', { types: ['RESTRICTED_CUSTOMER_INITIATED_MESSAGING'] })
    expect((await w.sends(hello)).status).toBe(200)
    await w.says('Is it open?')
    expect((await w.sends(text('It is.'))).body.error.code).toBe(368)
  })

  test('utility templates are neither created nor edited, others are', async () => {
    const { body: old } = await create('UTILITY')
    await w.advance('2s')
    await w.control('POST', `templates/${old.id}/review`, { decision: 'reject' })
    await decide('restrict', { types: ['RESTRICTED_UTILITY_TEMPLATES'] })
    const again = await w.graph('POST', `${account}/message_templates`, {
      name: 'another',
      language: 'en_US',
      category: 'UTILITY',
      components: [{ type: 'BODY', text: 'The succulents have arrived.' }],
    })
    expect(again.body.error.code).toBe(368)
    const edit = { components: [{ type: 'BODY', text: 'The succulents are here.' }] }
    expect((await w.graph('POST', old.id, edit)).body.error.code).toBe(368)
    expect((await create('MARKETING')).status).toBe(200)
  })
})

test('approved utility templates become marketing with the restriction, each is told, and they stay so', async () => {
  const { body } = await create('UTILITY')
  await w.advance('2s')
  bot.notifications.length = 0
  await decide('restrict', { types: ['RESTRICTED_UTILITY_TEMPLATES'], violation: 'UTILITY_TEMPLATE_ABUSE', days: 7 })
  await w.advance('1s')
  const told = bot.changes().filter(one => one.field === 'template_category_update')
  expect(told.map(one => one.value)).toContainEqual({
    message_template_id: Number(body.id),
    message_template_name: 'news_utility',
    message_template_language: 'en_US',
    previous_category: 'UTILITY',
    new_category: 'MARKETING',
  })
  await w.advance('8d')
  const { body: now } = await w.graph('GET', `${body.id}?fields=status,category,previous_category`)
  expect(now).toMatchObject({ status: 'APPROVED', category: 'MARKETING', previous_category: 'UTILITY' })
})

describe('bans', () => {
  test('an announced ban comes when it was announced for', async () => {
    const { now } = (await w.control('GET', 'clock')).body
    await decide('ban', { in_days: 7 })
    expect((await w.sends(hello)).status).toBe(200)
    await w.advance('7d')
    expect((await w.sends(hello)).body.error.code).toBe(131031)
    expect((await create('UTILITY')).body.error.code).toBe(368)
    expect((await w.graph('GET', `${account}?fields=status`)).body.status).toBe('DISABLED')
    const told = bot.changes().filter(one => one.field === 'account_update')
    const ban_info = { waba_ban_state: 'SCHEDULE_FOR_DISABLE', waba_ban_date: longDay(now + 7 * DAY) }
    expect(told.map(one => one.value)).toEqual([
      { event: 'DISABLED_UPDATE', ban_info },
      { event: 'DISABLED_UPDATE', ban_info: { ...ban_info, waba_ban_state: 'DISABLE' } },
    ])
  })

  test('one that was taken back does not come, and restrictions are lifted with it', async () => {
    await decide('restrict', { types: ['RESTRICTED_BIZ_INITIATED_MESSAGING'], days: 30 })
    await decide('ban', { in_days: 7 })
    expect((await decide('reinstate')).body).toMatchObject({ standing: 'APPROVED', restrictions: [] })
    await w.advance('7d')
    expect((await w.sends(hello)).status).toBe(200)
    const told = bot.changes().filter(one => one.field === 'account_update')
    expect(told.map(one => one.value.ban_info?.waba_ban_state)).toEqual([
      undefined,
      'SCHEDULE_FOR_DISABLE',
      'REINSTATE',
    ])
  })

  test('one that was put off comes at the later day only', async () => {
    await decide('ban', { in_days: 2 })
    await decide('reinstate')
    await decide('ban', { in_days: 4 })
    await w.advance('3d')
    expect((await w.sends(hello)).status).toBe(200)
    await w.advance('1d')
    expect((await w.sends(hello)).body.error.code).toBe(131031)
  })

  test('health_status says what is blocked and why', async () => {
    const health = async () => (await w.graph('GET', `${account}?fields=health_status`)).body.health_status
    expect(await health()).toMatchObject({ can_send_message: 'AVAILABLE' })
    await decide('restrict', { types: ['RESTRICTED_BIZ_INITIATED_MESSAGING'] })
    expect(await health()).toMatchObject({ can_send_message: 'LIMITED' })
    await decide('ban')
    const blocked = await health()
    expect(blocked.can_send_message).toBe('BLOCKED')
    expect(blocked.entities.map((one: { entity_type: string }) => one.entity_type)).toEqual(['WABA', 'BUSINESS', 'APP'])
    expect(blocked.entities[0].errors[0]).toMatchObject({ error_code: 131031 })
  })
})

test('an account that keeps marketing off the Cloud API sends other templates only', async () => {
  const name = 'news_marketing'
  await create('MARKETING')
  await w.advance('2s')
  const news = { type: 'template', template: { name, language: { code: 'en_US' } } }
  expect((await w.sends(news)).status).toBe(200)
  await w.graph('POST', account, { disable_marketing_messages_on_cloud_api: true })
  expect((await w.sends(news)).body.error).toMatchObject({
    code: 131063,
    message: '(#131063) Marketing templates disabled on Cloud API',
  })
  expect((await w.sends(hello)).status).toBe(200)
})

test('verification lifts a portfolio off the first messaging limit, and business_capability_update tells', async () => {
  const business = w.landline.business_id
  await w.control('POST', `businesses/${business}/settings`, { verification_status: 'not_verified' })
  await w.control('POST', `businesses/${business}/messaging_limit`, { messaging_limit: 'TIER_250' })
  const verified = await w.control('POST', `businesses/${business}/settings`, { verification_status: 'verified' })
  expect(verified.body).toMatchObject({ id: business, verification_status: 'verified' })
  const { body } = await w.graph('GET', `${account}?fields=business_verification_status`)
  expect(body.business_verification_status).toBe('verified')
  await w.advance('1s')
  expect(bot.values()).toEqual([
    { max_daily_conversations_per_business: 'TIER_250', max_phone_numbers_per_business: 2 },
    { max_daily_conversations_per_business: 'TIER_2K', max_phone_numbers_per_waba: 25 },
  ])
})

test('docs/accounts.md has the decisions as they are', () => {
  const page = readFileSync(new URL('../../../docs/accounts.md', import.meta.url), 'utf8')
  const rows = [...page.matchAll(/^\| `([A-Z_]+)` \| ([a-z_, ]+|none) \|/gm)].map(([, standing, decisions]) => [
    standing,
    decisions === 'none' ? [] : decisions!.split(', '),
  ])
  expect(Object.fromEntries(rows)).toEqual(
    Object.fromEntries(Object.entries(standings).map(([standing, next]) => [standing, Object.keys(next)])),
  )
})

test('a deleted account is gone with all that hangs on it, and its apps hear of it', async () => {
  expect((await w.control('DELETE', `accounts/${account}`)).body).toEqual({ success: true })
  for (const path of [account, w.landline.phone_number_id]) {
    expect((await w.graph('GET', path)).body.error).toMatchObject({ code: 100, error_subcode: 33 })
  }
  expect((await w.sends(hello)).body.error).toMatchObject({ code: 100, error_subcode: 33 })
  expect((await w.graph('GET', `${w.landline.business_id}/owned_whatsapp_business_accounts`)).body.data).toEqual([])
  expect((await w.control('DELETE', `accounts/${account}`)).body.error.error_subcode).toBe(33)
  await w.advance('1s')
  expect(bot.changes()).toEqual([{ account, field: 'account_update', value: { event: 'ACCOUNT_DELETED' } }])
})

test('alerts, the primary location and international rates are told in the words of the reference', async () => {
  await decide('alert', { type: 'OBA_REJECTED', description: 'Not notable enough.' })
  await decide('settings', {
    country: 'IN',
    auth_international_rate_eligibility: {
      start_time: 1748780624,
      exception_countries: [{ country_code: 'ID', start_time: 1751347424 }],
    },
  })
  await w.advance('1s')
  expect(bot.values()).toEqual([
    {
      entity_type: 'BUSINESS',
      entity_id: w.landline.business_id,
      alert_info: {
        alert_severity: 'INFORMATIONAL',
        alert_status: 'NONE',
        alert_type: 'OBA_REJECTED',
        alert_description: 'Not notable enough.',
      },
    },
    { country: 'IN', event: 'BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE' },
    {
      event: 'AUTH_INTL_PRICE_ELIGIBILITY_UPDATE',
      auth_international_rate_eligibility: {
        start_time: 1748780624,
        exception_countries: [{ country_code: 'ID', start_time: 1751347424 }],
      },
    },
  ])
  const { body } = await w.graph('GET', `${account}?fields=primary_business_location`)
  expect(body.primary_business_location).toBe('IN')
})

test('numbers of a deleted account are gone, and their digits and usernames are free', async () => {
  const other = (await w.control('POST', 'accounts', { name: 'Lucky Shrub Wholesale' })).body.id
  const add = (id: string) =>
    w.graph('POST', `${id}/phone_numbers`, { cc: '1', phone_number: '6505550100', verified_name: 'Lucky Shrub' })
  const { id } = (await add(other)).body
  await w.graph('POST', `${id}/request_code`, { code_method: 'SMS', language: 'en_US' })
  const { code } = (await w.control('GET', 'sms?to=16505550100')).body.data[0]
  await w.graph('POST', `${id}/verify_code`, { code })
  await w.graph('POST', `${id}/register`, { messaging_product: 'whatsapp', pin: '123456' })
  await w.graph('POST', `${id}/username`, { username: 'luckywholesale' })
  expect((await add(account)).status).toBe(400)
  await w.control('DELETE', `accounts/${other}`)
  const said = { text: 'Hi', phone_number_id: id }
  expect((await w.control('POST', `customers/${w.landline.customer}/say`, said)).status).toBe(400)
  expect((await add(account)).status).toBe(200)
  const named = await w.graph('POST', `${w.landline.phone_number_id}/username`, { username: 'luckywholesale' })
  expect(named.body).toEqual({ status: 'approved' })
})
