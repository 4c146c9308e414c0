import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileWorld } from '../shared-world.ts'
import { hello, receiver } from '../world.ts'

/* A partner with an app and a line of credit, and Lucky Shrub as its customer. */
const bot = await receiver()
const w = await fileWorld()
const account = w.landline.waba_id
let partner: { business_id: string; app_id: string; secret: string; token: string }
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const asPartner = (method: string, path: string, body?: unknown) => w.graph(method, path, body, bearer(partner.token))

beforeAll(async () => {
  const business = (await w.control('POST', 'businesses', { name: 'Jaspers Market' })).body
  const app = (await w.control('POST', 'apps', { name: 'Jaspers App', business_id: business.id })).body
  const token = (await w.control('POST', 'tokens', { app_id: app.id })).body.access_token
  partner = { business_id: business.id, app_id: app.id, secret: app.app_secret, token }
  const subscription = { object: 'whatsapp_business_account', callback_url: bot.url, verify_token: 'token' }
  const fields = ['account_update', 'account_review_update']
  const appToken = bearer(`${app.id}|${app.app_secret}`)
  await w.graph('POST', `${app.id}/subscriptions`, { ...subscription, fields }, appToken)
})
afterAll(() => bot.close())

describe('sharing an account', () => {
  test('before, the partner does not see it; after, it does, and account_update tells', async () => {
    expect((await asPartner('GET', account)).body.error).toMatchObject({ code: 100, error_subcode: 33 })
    const shared = await w.control('POST', `accounts/${account}/share`, { business_id: partner.business_id })
    expect(shared.body.partners).toEqual([partner.business_id])
    const { body } = await asPartner('GET', `${account}?fields=ownership_type,is_shared_with_partners`)
    expect(body).toEqual({ ownership_type: 'CLIENT_OWNED', is_shared_with_partners: true, id: account })
    await w.advance('1s')
    const [entry] = bot.notifications.at(-1)!.body.entry
    expect(entry).toEqual({
      id: partner.business_id,
      time: expect.any(Number),
      changes: [
        {
          value: {
            waba_info: { waba_id: account, owner_business_id: w.landline.business_id },
            event: 'PARTNER_ADDED',
          },
          field: 'account_update',
        },
      ],
    })
  })

  test('client accounts are found by id, time, and ownership', async () => {
    const path = `${partner.business_id}/client_whatsapp_business_accounts`
    const found = async (query: string) => (await asPartner('GET', `${path}?${query}`)).body.data.length
    expect(await found('')).toBe(1)
    expect(await found(`find=${account}`)).toBe(1)
    expect(await found('find=1')).toBe(0)
    const filtering = (field: string, operator: string, value: unknown) =>
      `filtering=${encodeURIComponent(JSON.stringify([{ field, operator, value }]))}`
    const now = (await w.control('GET', 'clock')).body.now / 1000
    expect(await found(filtering('creation_time', 'LESS_THAN', now + 60))).toBe(1)
    expect(await found(filtering('creation_time', 'GREATER_THAN', now + 60))).toBe(0)
    expect(await found(filtering('creation_time', 'IN_RANGE', [now - 3600, now + 60]))).toBe(1)
    expect(await found(filtering('ownership_type', 'EQUAL', 'CLIENT_OWNED'))).toBe(1)
    expect(await found(filtering('ownership_type', 'IN', ['SELF']))).toBe(0)
    expect(await found(filtering('partners', 'ALL', undefined))).toBe(1)
    const own = await w.graph('GET', `${w.landline.business_id}/owned_whatsapp_business_accounts`)
    expect(own.body.data.map((one: { id: string }) => one.id)).toEqual([account])
  })

  test('the partner reads whether its customer is verified, and nothing of its people', async () => {
    const { business_id } = w.landline
    expect((await asPartner('GET', `${business_id}?fields=verification_status`)).body.verification_status).toBe(
      'verified',
    )
    const people = await asPartner('GET', `${business_id}/system_users`)
    expect(people.body.error).toMatchObject({ code: 200, error_subcode: 1349174 })
  })

  test('its app subscribes, and the customer is one of its connected businesses', async () => {
    const edge = `${partner.app_id}/connected_client_businesses`
    expect((await asPartner('GET', edge)).body).toMatchObject({ data: [] })
    expect((await asPartner('POST', `${account}/subscribed_apps`, {})).body).toEqual({ success: true })
    expect((await asPartner('GET', edge)).body.data).toEqual([{ id: w.landline.business_id, name: 'Lucky Shrub' }])
    await w.control('POST', `accounts/${account}/review`, { decision: 'pend' })
    await w.advance('1s')
    expect(bot.values().at(-1)).toEqual({ decision: 'PENDING' })
    await w.control('POST', `accounts/${account}/review`, { decision: 'approve' })
  })

  test('a business token reaches what is shared, for the proof of the system token', async () => {
    const appsecret_proof = createHmac('sha256', partner.secret).update(partner.token).digest('hex')
    const edge = `${w.landline.business_id}/system_user_access_tokens`
    const { body } = await asPartner('POST', edge, { appsecret_proof, fetch_only: true })
    const { data } = (await asPartner('GET', `debug_token?input_token=${body.access_token}`)).body
    expect(data).toMatchObject({ app_id: partner.app_id, type: 'SYSTEM_USER', is_valid: true })
    expect(data.granular_scopes[0].target_ids).toEqual([account])
    expect((await w.graph('GET', account, undefined, bearer(body.access_token))).status).toBe(200)
    const foreign = await asPartner('POST', edge, { appsecret_proof, asset: ['1'] })
    expect(foreign.body.error.code).toBe(100)
  })

  test('the partner hears when a customer installs its app, and when it takes the permissions back', async () => {
    const { business_id } = w.landline
    const { app_id } = partner
    const wanted = { kind: 'BUSINESS', app_id, business_id, account_ids: [account] }
    const { code, user_id } = (await w.control('POST', 'codes', wanted)).body
    const credentials = `client_id=${app_id}&client_secret=${partner.secret}`
    const token = (await w.call('GET', `/oauth/access_token?${credentials}&code=${code}`)).body.access_token
    expect((await w.graph('DELETE', `${user_id}/permissions`, undefined, bearer(token))).body).toEqual({
      success: true,
    })
    expect((await w.graph('GET', account, undefined, bearer(token))).body.error.error_subcode).toBe(458)
    await w.advance('1s')
    const waba_info = { waba_id: account, owner_business_id: business_id, partner_app_id: app_id }
    expect(bot.values().slice(-2)).toEqual([
      { waba_info, event: 'PARTNER_APP_INSTALLED' },
      { waba_info, event: 'PARTNER_APP_UNINSTALLED' },
    ])
    const types = (await w.graph('GET', `${account}/activities?limit=2`)).body.data
    expect(types.map((one: { activity_type: string }) => one.activity_type)).toEqual([
      'API_ACCESS_REVOKED',
      'API_ACCESS_GRANTED',
    ])
  })

  test('two partners are the most', async () => {
    const others = ['Second', 'Third'].map(name => w.control('POST', 'businesses', { name }))
    const [second, third] = (await Promise.all(others)).map(one => one.body.id)
    expect((await w.control('POST', `accounts/${account}/share`, { business_id: second })).status).toBe(200)
    expect((await w.control('POST', `accounts/${account}/share`, { business_id: third })).body.error.message).toContain(
      'is shared with 2 partners already',
    )
  })
})

describe('credit', () => {
  let line: string
  beforeAll(async () => {
    line = (await w.control('POST', `businesses/${partner.business_id}/credit`, {})).body.id
  })

  test('is listed with its legal entity, for its own portfolio only', async () => {
    const { body } = await asPartner('GET', `${partner.business_id}/extendedcredits`)
    expect(body.data).toEqual([{ id: line, legal_entity_name: 'Jaspers Market' }])
    const own = await w.graph('GET', `${w.landline.business_id}/extendedcredits`)
    expect(own.body.data).toEqual([{ id: '1972385232742146', legal_entity_name: 'Lucky Shrub' }])
  })

  test('is shared and attached, verified by the funding id, and fixes the time zone', async () => {
    expect((await w.graph('POST', account, { timezone_id: '2' })).status).toBe(200)
    const query = `waba_currency=EUR&waba_id=${account}`
    const { body } = await asPartner('POST', `${line}/whatsapp_credit_sharing_and_attach?${query}`)
    expect(body).toEqual({ allocation_config_id: expect.any(String), waba_id: account })
    const allocation = await asPartner('GET', `${body.allocation_config_id}?fields=receiving_credential`)
    const funded = await asPartner('GET', `${account}?fields=primary_funding_id,currency`)
    expect(funded.body).toMatchObject({
      primary_funding_id: allocation.body.receiving_credential.id,
      currency: 'EUR',
    })
    expect((await w.graph('POST', account, { timezone_id: '3' })).body.error.code).toBe(100)
    expect((await w.graph('POST', account, { timezone_id: '2' })).status).toBe(200)
  })

  test('what it pays for is told to the partner, and not to the business', async () => {
    const at = Math.floor((await w.control('GET', 'clock')).body.now / 1000)
    await w.sends(hello)
    await w.advance('2s')
    await w.graph('POST', account, { is_enabled_for_insights: true })
    const { id } = (await w.graph('GET', `${account}/message_templates?name=${hello.template.name}`)).body.data[0]
    const range = (granularity: string) => `start=${at - 60}&end=${at + 60}&granularity=${granularity}`
    const pricing = `${account}/pricing_analytics?${range('DAILY')}`
    const insights = `${account}/template_analytics?${range('daily')}&template_ids=[${id}]`
    const point = (answer: Awaited<ReturnType<typeof asPartner>>) => answer.body.data[0].data_points[0]
    expect(point(await w.graph('GET', pricing))).not.toHaveProperty('cost')
    expect(point(await w.graph('GET', pricing)).volume).toBeGreaterThan(0)
    expect(point(await w.graph('GET', insights))).not.toHaveProperty('cost')
    expect(point(await asPartner('GET', pricing)).cost).toBeGreaterThan(0)
    expect(point(await asPartner('GET', insights)).cost).toHaveLength(2)
    const only = `conversation_analytics.start(${at - 60}).end(${at + 60}).granularity(DAILY).metric_types(COST)`
    expect((await w.graph('GET', `${account}?fields=${only}`)).body.error).toMatchObject({
      code: 100,
      error_user_title: 'Cost not available',
      error_user_msg:
        'Cost is no longer shown for businesses who bill through a partner (i.e., BSP). ' +
        'To understand your charges, please reach out to your partner.',
    })
  })

  test('another one cannot replace it, and other currencies are refused', async () => {
    const own = '1972385232742146'
    const attach = (currency: string) =>
      w.graph('POST', `${own}/whatsapp_credit_sharing_and_attach`, { waba_currency: currency, waba_id: account })
    expect((await attach('USD')).body.error.error_data.details).toContain('cannot be replaced')
    expect((await attach('CHF')).body.error.message).toBe(
      '(#100) Param waba_currency must be one of {AUD, EUR, GBP, IDR, INR, USD} - got "CHF".',
    )
  })

  test('in two steps, the second is taken with the business token', async () => {
    const second = (await w.control('POST', 'accounts', { name: 'Second shop' })).body.id
    await w.control('POST', `accounts/${second}/share`, { business_id: partner.business_id })
    const shared = await asPartner(
      'POST',
      `${line}/whatsapp_credit_sharing?receiving_business_id=${w.landline.business_id}`,
    )
    expect(shared.body).toEqual({ success: true, allocation_config_id: expect.any(String) })
    const customer = (
      await w.control('POST', 'tokens', {
        kind: 'BUSINESS',
        app_id: partner.app_id,
        business_id: w.landline.business_id,
        account_ids: [second],
      })
    ).body.access_token
    const attached = await w.graph(
      'POST',
      `${line}/whatsapp_credit_attach?waba_currency=USD&waba_id=${second}`,
      undefined,
      bearer(customer),
    )
    expect(attached.body).toEqual({
      success: true,
      waba_id: second,
      allocation_config_id: shared.body.allocation_config_id,
    })
  })

  test('is found by its customer, taken back, and then nothing is sent that costs', async () => {
    await w.control('POST', `accounts/${account}/unshare`, { business_id: partner.business_id })
    const paid = async () => (await w.graph('GET', `${account}?fields=primary_funding_id,health_status`)).body
    expect(await paid()).toMatchObject({ health_status: { can_send_message: 'BLOCKED' } })
    expect(await paid()).not.toHaveProperty('primary_funding_id')
    await w.control('POST', `accounts/${account}/share`, { business_id: partner.business_id })
    await asPartner('POST', `${line}/whatsapp_credit_sharing_and_attach?waba_currency=EUR&waba_id=${account}`)
    expect(await paid()).toMatchObject({ health_status: { can_send_message: 'AVAILABLE' } })
    const edge = `${line}/owning_credit_allocation_configs?receiving_business_id=${w.landline.business_id}`
    const [found] = (await asPartner('GET', `${edge}&fields=id,receiving_business`)).body.data
    expect(found.receiving_business).toEqual({ name: 'Lucky Shrub', id: w.landline.business_id })
    expect((await w.sends(hello)).status).toBe(200)
    expect((await asPartner('DELETE', found.id)).body).toEqual({ success: true })
    expect((await asPartner('GET', `${found.id}?fields=request_status`)).body.request_status).toBe('DELETED')
    expect((await asPartner('GET', edge)).body).toMatchObject({ data: [] })
    const sent = await w.sends(hello)
    expect(sent.status).toBe(200)
    const { body } = await w.control('GET', 'events?type=message.failed&wait=5000')
    expect(body.data).toMatchObject([
      {
        wamid: sent.body.messages[0].id,
        errors: [{ code: 131042, title: 'Business eligibility payment issue' }],
      },
    ])
    const { health_status } = (await w.graph('GET', `${account}?fields=health_status`)).body
    expect(health_status.can_send_message).toBe('BLOCKED')
    expect(health_status.entities[0]).toMatchObject({ entity_type: 'WABA', errors: [{ error_code: 141006 }] })
  })
})

test.each(['expired', 'ineligible', 'pending_need_more_info', 'pending_submission', 'revoked', 'verified'])(
  'the verification of a portfolio can be %s',
  async verification_status => {
    const edge = `businesses/${w.landline.business_id}/settings`
    expect((await w.control('POST', edge, { verification_status })).body).toMatchObject({ verification_status })
    const { body } = await w.graph('GET', `${account}?fields=business_verification_status`)
    expect(body.business_verification_status).toBe(verification_status)
  },
)

test.each<[string, object, RegExp]>([
  ['accounts', { name: 'Second', id: '102290129340398' }, /The id 102290129340398 is taken\./],
  ['businesses', { name: 'Second', id: '102290129340398' }, /The id 102290129340398 is taken\./],
  ['accounts', { name: 'Second', timezone_id: 'Moon/Sea' }, /Moon\/Sea is no time zone\./],
  ['accounts', { name: 'Second', currency: 'usd' }, /Param currency is not a valid value\./],
  ['accounts', { name: 'Second', country: 'us' }, /Param country is not a valid value\./],
  ['accounts/102290129340398/ban', { in_days: 0 }, /Param in_days must be more than 0\./],
])('%s of %j is refused', async (path, params, message) => {
  const { status, body } = await w.control('POST', path, params)
  expect(status).toBe(400)
  expect(body.error.message).toMatch(message)
})

test('a portfolio says what it is', async () => {
  const about = {
    link: 'https://www.luckyshrub.com/',
    vertical: 'RETAIL',
    vertical_id: 1003,
    primary_page: '9876543210987654',
    profile_picture_uri: 'https://www.luckyshrub.com/logo.png',
    two_factor_type: 'admin_required',
  }
  const { id } = (await w.control('POST', 'businesses', { name: 'Garden', verification_status: 'pending', ...about }))
    .body
  const { access_token } = (await w.control('POST', 'tokens', { business_id: id })).body
  const fields = Object.keys({ ...about, verification_status: '' }).join()
  expect((await w.graph('GET', `${id}?fields=${fields}`, undefined, bearer(access_token))).body).toEqual({
    ...about,
    verification_status: 'pending',
    id,
  })
})

test('what is not shared any more is gone for the partner, its app and its people', async () => {
  const disconnection_info = { reason: 'PRIMARY_INACTIVITY', initiated_by: 'SYSTEM' }
  await w.control('POST', `accounts/${account}/unshare`, { business_id: partner.business_id, disconnection_info })
  expect((await asPartner('GET', account)).body.error).toMatchObject({ code: 100, error_subcode: 33 })
  await w.advance('1s')
  expect(bot.values().at(-1)).toEqual({
    event: 'PARTNER_REMOVED',
    waba_info: { waba_id: account, owner_business_id: w.landline.business_id },
    disconnection_info,
  })
  const apps = (await w.graph('GET', `${account}/subscribed_apps`)).body.data
  expect(apps.map((one: { whatsapp_business_api_data: { id: string } }) => one.whatsapp_business_api_data.id)).toEqual([
    w.landline.app_id,
  ])
})
