import { afterAll, describe, expect, test } from 'vitest'
import { fileWorld } from '../shared-world.ts'
import { receiver } from '../world.ts'

const bot = await receiver()
const w = await fileWorld()
const account = w.landline.waba_id

afterAll(() => bot.close())

test('subscribed apps are a field as well as an edge, and can be narrowed', async () => {
  const edge = (await w.graph('GET', `${w.landline.waba_id}/subscribed_apps`)).body
  expect(edge.data).toHaveLength(1)
  const read = async (fields: string) => (await w.graph('GET', `${w.landline.waba_id}?fields=${fields}`)).body
  expect((await read('subscribed_apps')).subscribed_apps).toEqual(edge)
  const narrowed = await read('name,subscribed_apps{whatsapp_business_api_data}')
  expect(narrowed.subscribed_apps.data[0]).toEqual({
    whatsapp_business_api_data: edge.data[0].whatsapp_business_api_data,
  })
  const business = await read('subscribed_apps{override_callback_uri}')
  expect(business.subscribed_apps.data).toEqual([{}])
  const { access_token } = (await w.control('POST', 'tokens', { scopes: ['whatsapp_business_messaging'] })).body
  const headers = { authorization: `Bearer ${access_token}` }
  const denied = await w.graph('GET', `${w.landline.waba_id}?fields=subscribed_apps`, undefined, headers)
  expect(denied.status).toBe(403)
})

test('documented fields without a value are left out, and are not unknown', async () => {
  const read = async (id: string, fields: string) => (await w.graph('GET', `${id}?fields=${fields}`)).body
  expect(await read(account, 'linked_commerce_account')).toEqual({ id: account })
  expect(await read(w.landline.phone_number_id, 'new_certificate')).toEqual({ id: w.landline.phone_number_id })
  const { id } = (await w.graph('GET', `${account}/message_templates?fields=id`)).body.data[0]
  expect(await read(id, 'is_sms_fallback_enabled')).toEqual({ is_sms_fallback_enabled: false, id })
})

describe('changing an account', () => {
  test.each([
    ['', 400],
    ['a', 200],
    ['a'.repeat(99), 200],
    ['a'.repeat(100), 200],
    ['a'.repeat(101), 400],
  ])('a name of %j is answered with %i', async (name, status) => {
    expect((await w.graph('POST', account, { name })).status).toBe(status)
    if (status === 200) expect((await w.graph('GET', account)).body.name).toBe(name)
  })

  test('insights are switched on for good', async () => {
    expect((await w.graph('POST', account, { is_enabled_for_insights: false })).status).toBe(200)
    expect((await w.graph('POST', account, { is_enabled_for_insights: true })).status).toBe(200)
    const refused = await w.graph('POST', account, { is_enabled_for_insights: false })
    expect(refused.body.error).toMatchObject({ code: 200006, message: '(#200006) Cannot disable template insights' })
    const { body } = await w.graph('GET', `${account}?fields=is_enabled_for_insights`)
    expect(body.is_enabled_for_insights).toBe(true)
  })
})

describe('schedules', () => {
  const create = (more: object) =>
    w.graph('POST', `${account}/schedules`, {
      name: 'Business hours',
      schedule_type: 'BUSINESS_HOURS',
      start_time: '09:00',
      end_time: '17:00',
      ...more,
    })

  test('are created, filtered and sorted, and end with their last day', async () => {
    const recurrence_pattern = { frequency: 'WEEKLY', interval: 1, end_date: '2026-11-25' }
    const first = await create({ days_of_week: ['MONDAY'], recurrence_pattern })
    expect(first.body).toEqual({ id: expect.stringMatching(/^\d+$/) })
    await w.advance('1m')
    const second = await create({ name: 'Maintenance', schedule_type: 'MAINTENANCE_WINDOW', is_active: false })
    const list = async (query = '') =>
      (await w.graph('GET', `${account}/schedules${query}`)).body.data.map((one: { id: string }) => one.id)
    expect(await list()).toEqual([second.body.id, first.body.id])
    expect(await list('?sort=created_time.asc')).toEqual([first.body.id, second.body.id])
    const filter = (field: string, operator: string, value: unknown) =>
      `?filtering=${encodeURIComponent(JSON.stringify([{ field, operator, value }]))}`
    expect(await list(filter('status', 'EQUAL', 'ACTIVE'))).toEqual([first.body.id])
    expect(await list(filter('is_active', 'EQUAL', false))).toEqual([second.body.id])
    expect(await list(filter('schedule_type', 'IN', ['MAINTENANCE_WINDOW']))).toEqual([second.body.id])
    await w.advance('2d')
    expect((await w.graph('GET', first.body.id)).body).toMatchObject({
      status: 'EXPIRED',
      timezone: 'UTC',
      days_of_week: ['MONDAY'],
      created_time: '2026-11-24T09:00:00Z',
    })
  })

  test.each([
    [{ name: 'x'.repeat(101) }, 400, undefined],
    [{ name: 'x'.repeat(100) }, 200, undefined],
    [{ name: 'y', description: 'x'.repeat(501) }, 400, undefined],
    [{ name: 'z', description: 'x'.repeat(500) }, 200, undefined],
    [{ name: 'over night', start_time: '18:00', end_time: '08:00' }, 200, undefined],
    [{ name: 'none', start_time: '09:00', end_time: '09:00' }, 400, '(#100) Invalid parameter'],
    [{ name: 'late', start_time: '24:00' }, 400, undefined],
    [{ name: 'x'.repeat(100) }, 409, 'Schedule name already exists in this WhatsApp Business Account'],
    [{ name: 'moon', timezone: 'Moon/Sea' }, 422, 'Schedule validation failed: invalid timezone identifier'],
    [{ name: 'rome', timezone: 'Europe/Rome' }, 200, undefined],
  ])('%j is answered with %i', async (more, status, message) => {
    const answer = await create(more)
    expect(answer.status).toBe(status)
    if (message) expect(answer.body.error.message).toBe(message)
  })
})

describe('activities', () => {
  const FIELDS = 'fields=activity_type,actor_type,actor_name,details'

  test('tell what happened, newest first, by whom', async () => {
    await w.graph('POST', account, { name: 'Lucky Shrub' })
    await w.advance('1s')
    await w.control('POST', `accounts/${account}/review`, { decision: 'pend' })
    const { body } = await w.graph('GET', `${account}/activities?limit=2&${FIELDS}`)
    expect(body.data).toEqual([
      {
        activity_type: 'COMPLIANCE_ACTION',
        actor_type: 'SYSTEM',
        details: { decision: 'PENDING' },
        id: expect.stringMatching(/^\d+$/),
      },
      {
        activity_type: 'ACCOUNT_UPDATED',
        actor_type: 'API',
        actor_name: 'Landline System User',
        details: {},
        id: expect.any(String),
      },
    ])
    const [first] = (await w.graph('GET', `${account}/activities?limit=1`)).body.data
    expect(Object.keys(first)).toEqual(['id', 'activity_type', 'timestamp', 'actor_type'])
  })

  test('are filtered by type and time', async () => {
    const types = async (query: string) =>
      (await w.graph('GET', `${account}/activities?limit=100&${query}`)).body.data.map(
        (one: { activity_type: string }) => one.activity_type,
      )
    expect(new Set(await types('activity_type=COMPLIANCE_ACTION'))).toEqual(new Set(['COMPLIANCE_ACTION']))
    const { now } = (await w.control('GET', 'clock')).body
    await w.advance('1h')
    await w.graph('POST', `${account}/message_templates`, {
      name: 'news',
      language: 'en_US',
      category: 'MARKETING',
      components: [{ type: 'BODY', text: 'The succulents have arrived.' }],
    })
    expect(await types(`since=${Math.floor(now / 1000) + 60}`)).toEqual(['TEMPLATE_CREATED'])
    expect(await types(`since=${new Date(now + 60_000).toISOString()}`)).toEqual(['TEMPLATE_CREATED'])
    expect(await types(`until=${Math.floor(now / 1000) + 60}`)).not.toContain('TEMPLATE_CREATED')
  })

  test('tell of numbers when they come, are verified and go, and not of each registration', async () => {
    const types = async () =>
      (await w.graph('GET', `${account}/activities?limit=3`)).body.data.map(
        (one: { activity_type: string }) => one.activity_type,
      )
    const added = { cc: '1', phone_number: '6505550100', verified_name: 'Lucky Shrub' }
    const { id } = (await w.graph('POST', `${account}/phone_numbers`, added)).body
    await w.graph('POST', `${id}/request_code`, { code_method: 'SMS', language: 'en_US' })
    const { code } = (await w.control('GET', 'sms?to=16505550100')).body.data[0]
    await w.graph('POST', `${id}/verify_code`, { code })
    await w.graph('POST', `${id}/register`, { messaging_product: 'whatsapp', pin: '123456' })
    await w.graph('POST', `${id}/deregister`)
    await w.control('POST', `numbers/${id}/pin`, { action: 'request_reset' })
    expect(await types()).toEqual(['SECURITY_EVENT', 'PHONE_NUMBER_VERIFIED', 'PHONE_NUMBER_ADDED'])
    await w.control('DELETE', `numbers/${id}`)
    expect((await types())[0]).toBe('PHONE_NUMBER_REMOVED')
  })

  test('are paged forth and back', async () => {
    const ids = (body: { data: { id: string }[] }) => body.data.map(one => one.id)
    const edge = `${account}/activities?limit=2`
    const all = ids((await w.graph('GET', `${account}/activities?limit=100`)).body)
    const first = (await w.graph('GET', edge)).body
    const second = (await w.graph('GET', `${edge}&after=${first.paging.cursors.after}`)).body
    const back = (await w.graph('GET', `${edge}&before=${second.paging.cursors.before}`)).body
    expect([...ids(first), ...ids(second)]).toEqual(all.slice(0, 4))
    expect(ids(back)).toEqual(ids(first))
    expect(first.paging.previous).toBeUndefined()
    expect(back.paging.previous).toBeUndefined()
    expect(first.paging.next).toBeDefined()
  })

  test.each([
    ['limit=0', 400],
    ['limit=1', 200],
    ['limit=100', 200],
    ['limit=101', 400],
    ['since=yesterday', 400],
    ['activity_type=DANCE', 400],
    ['since=2026-01-01T00:00:00Z&until=2026-04-01T00:00:00Z', 200],
    ['since=2026-01-01T00:00:00Z&until=2026-04-01T00:00:01Z', 422],
  ])('%s is answered with %i', async (query, status) => {
    expect((await w.graph('GET', `${account}/activities?${query}`)).status).toBe(status)
  })
})

describe('where the messages of an account go', () => {
  const override = () => ({ override_callback_uri: bot.url, verify_token: 'token' })

  test('can be said only by an app that is subscribed, and is told back', async () => {
    await w.graph('DELETE', `${account}/subscribed_apps`)
    const refused = await w.graph('POST', `${account}/subscribed_apps`, override())
    expect(refused.body.error).toMatchObject({
      code: 100,
      message:
        '(#100) Before override the current callback uri, your app must be subscribed to receive messages for WhatsApp Business Account',
    })
    expect((await w.graph('POST', `${account}/subscribed_apps`, {})).body).toEqual({ success: true })
    const { body } = await w.graph('POST', `${account}/subscribed_apps`, override())
    expect(body).toEqual({
      success: true,
      data: [
        {
          whatsapp_business_api_data: {
            id: w.landline.app_id,
            link: `https://www.facebook.com/games/?app_id=${w.landline.app_id}`,
            name: 'Jaspers Market',
          },
          override_callback_uri: bot.url,
        },
      ],
    })
    expect((await w.graph('POST', `${account}/subscribed_apps`, {})).body).toEqual({ success: true })
  })
})

describe('where the messages of a number go', () => {
  const number = () => w.landline.phone_number_id
  const set = (override_callback_uri: string, headers?: Record<string, string>) =>
    w.graph('POST', number(), { webhook_configuration: { override_callback_uri, verify_token: 'token' } }, headers)
  const configuration = async (headers?: Record<string, string>) =>
    (await w.graph('GET', `${number()}?fields=webhook_configuration`, undefined, headers)).body.webhook_configuration

  test('can be said only by an app that is subscribed to its account', async () => {
    await w.graph('DELETE', `${account}/subscribed_apps`)
    const refused = await set(bot.url)
    expect(refused.status).toBe(400)
    expect(refused.body.error).toMatchObject({
      code: 100,
      message:
        '(#100) Before override the current callback uri, your app must be subscribed to receive messages for WhatsApp Business Account',
    })
    await w.graph('POST', `${account}/subscribed_apps`, {})
    expect((await set(bot.url)).body).toEqual({ success: true })
    expect((await set('')).body).toEqual({ success: true })
  })

  test('is said by each app for itself', async () => {
    const { id } = (await w.control('POST', 'apps', { name: 'Jaspers Desk', business_id: w.landline.business_id })).body
    const { access_token } = (await w.control('POST', 'tokens', { app_id: id })).body
    const other = { authorization: `Bearer ${access_token}` }
    await w.graph('POST', `${account}/subscribed_apps`, {}, other)
    expect((await set(bot.url, other)).body).toEqual({ success: true })
    expect((await configuration(other)).phone_number).toBe(bot.url)
    expect((await configuration()).phone_number).toBeUndefined()
    await set('')
    expect((await configuration(other)).phone_number).toBe(bot.url)
    await set('', other)
    expect((await configuration(other)).phone_number).toBeUndefined()
  })
})

test('a portfolio has twenty accounts at most', async () => {
  for (let i = 1; i < 20; i++) expect((await w.control('POST', 'accounts', { name: `Shop ${i}` })).status).toBe(200)
  const listed = (await w.control('GET', 'accounts')).body.data
  expect(listed).toHaveLength(20)
  expect(listed).toContainEqual(expect.objectContaining({ name: 'Shop 19', standing: 'APPROVED', partners: [] }))
  const { status, body } = await w.control('POST', 'accounts', { name: 'Shop 20' })
  expect(status).toBe(400)
  expect(body.error.message).toContain('20 accounts at most')
})
