import { expect, test } from 'vitest'
import { sharedWorld } from '../shared-world.ts'
import { hello, text } from '../world.ts'

const { w, bot } = await sharedWorld()

const history = async (query = '') =>
  (await w.graph('GET', `${w.landline.phone_number_id}/message_history${query}`)).body
const sendAll = async (count: number): Promise<string[]> => {
  const ids: string[] = []
  for (let n = 0; n < count; n++) ids.unshift((await w.sends(hello)).body.messages[0].id)
  await bot.until(() => bot.statuses().filter(({ status }) => status === 'delivered').length === count)
  return ids
}

test('what became of a message is read by its own id', async () => {
  const [wamid] = await sendAll(1)
  await w.control('POST', `customers/${w.landline.customer}/read`, {})
  const [{ id, ...rest }] = (await history(`?message_id=${wamid}`)).data
  expect(rest).toEqual({ message_id: wamid })
  expect((await w.graph('GET', id)).body).toEqual({ id, message_id: wamid })
  const { data } = (await w.graph('GET', `${id}/events`)).body
  expect(data.map((one: { delivery_status: string }) => one.delivery_status)).toEqual(['SENT', 'DELIVERED', 'READ'])
  expect(data[0]).toMatchObject({ id: expect.any(String), timestamp: expect.any(Number) })
  expect((await w.graph('GET', `${id}/events?status_filter=READ`)).body.data).toHaveLength(1)
  const expanded = await history(`?message_id=${wamid}&fields=id,events.limit(1){delivery_status}`)
  expect(expanded.data[0].events.data).toEqual([{ delivery_status: 'SENT', id: data[0].id }])
})

test('each event tells which app was told where, and how that went', async () => {
  const app = { id: w.landline.app_id, name: expect.any(String) }
  bot.state.status = 500
  const { body } = await w.sends(hello)
  await w.advance('0s')
  const [{ id }] = (await history(`?message_id=${body.messages[0].id}`)).data
  const events = async () => (await w.graph('GET', `${id}/events`)).body.data
  bot.state.status = 200
  const [failed] = await events()
  expect(failed).toMatchObject({
    delivery_status: 'SENT',
    webhook_update_state: 'FAILED',
    application: app,
    webhook_uri: bot.url,
    error_description: 'Webhook endpoint returned HTTP 500',
  })
  await w.control('POST', `customers/${w.landline.customer}/read`, {})
  await w.advance('0s')
  expect((await events()).at(-1)).toEqual({
    id: expect.any(String),
    delivery_status: 'READ',
    webhook_update_state: 'DELIVERED',
    timestamp: expect.any(Number),
    occurrence_timestamp: expect.any(Number),
    status_timestamp: expect.any(Number),
    application: app,
    webhook_uri: bot.url,
  })
})

test('two apps are two events, each with its own state', async () => {
  const { id: app, app_secret } = (
    await w.control('POST', 'apps', { name: 'Jaspers Bot', business_id: w.landline.business_id })
  ).body
  const { access_token } = (await w.control('POST', 'tokens', { app_id: app })).body
  const subscription = {
    object: 'whatsapp_business_account',
    callback_url: bot.url,
    verify_token: bot.verifyToken,
    fields: 'messages',
  }
  await w.graph('POST', `${app}/subscriptions`, subscription, { authorization: `Bearer ${app}|${app_secret}` })
  const bearer = { authorization: `Bearer ${access_token}` }
  await w.graph('POST', `${w.landline.waba_id}/subscribed_apps`, undefined, bearer)
  await w.sends(hello)
  await w.advance('0s')
  const [{ id }] = (await history()).data
  const { data } = (await w.graph('GET', `${id}/events?status_filter=DELIVERED`)).body
  expect(data.map((one: { application: { id: string } }) => one.application.id).sort()).toEqual(
    [w.landline.app_id, app].sort(),
  )
  expect(new Set(data.map((one: { id: string }) => one.id)).size).toBe(2)
  const page = (await w.graph('GET', `${id}/events?limit=3`)).body
  expect((await (await fetch(page.paging.next)).json()) as object).toMatchObject({
    data: [{ delivery_status: 'DELIVERED' }],
  })
})

test('a message that failed tells why', async () => {
  const { body } = await w.sends(text('Too late'))
  await bot.until(() => bot.statuses().length > 0)
  const [{ id }] = (await history(`?message_id=${body.messages[0].id}`)).data
  expect((await w.graph('GET', `${id}/events`)).body.data).toMatchObject([
    { delivery_status: 'FAILED', error_description: 'Re-engagement message' },
  ])
})

test('the history is read newest first, in both directions, and without what customers said', async () => {
  await w.says('Hello')
  const wamids = await sendAll(3)
  const named = (page: { data: { message_id: string }[] }) => page.data.map(({ message_id }) => message_id)
  const first = await history('?limit=2')
  expect(named(first)).toEqual(wamids.slice(0, 2))
  const second = await history(`?limit=2&after=${first.paging.cursors.after}`)
  expect(named(second)).toEqual(wamids.slice(2))
  expect(second.paging.next).toBeUndefined()
  expect(named(await history(`?limit=2&before=${second.paging.cursors.before}`))).toEqual(wamids.slice(0, 2))
  expect(await history(`?message_id=${(await w.says('Hi')).body.id}`)).toEqual({ data: [] })
})

test('an id that looks like a history and is none does not exist', async () => {
  expect((await w.graph('GET', '123456789012345678901')).body.error).toMatchObject({ code: 100, error_subcode: 33 })
})

test('health tells what stands in the way of sending', async () => {
  const { landline } = w
  const health = async (id: string) => (await w.graph('GET', `${id}?fields=health_status`)).body.health_status
  const kinds = async (id: string) => (await health(id)).entities.map((one: { entity_type: string }) => one.entity_type)
  expect(await kinds(landline.phone_number_id)).toEqual(['PHONE_NUMBER', 'WABA', 'BUSINESS', 'APP'])
  expect(await kinds(landline.waba_id)).toEqual(['WABA', 'BUSINESS', 'APP'])
  const [template] = (await w.graph('GET', `${landline.waba_id}/message_templates`)).body.data
  expect(await kinds(template.id)).toEqual(['MESSAGE_TEMPLATE', 'WABA', 'BUSINESS', 'APP'])
  expect(await health(landline.phone_number_id)).toMatchObject({ can_send_message: 'AVAILABLE' })

  await w.control('POST', `templates/${template.id}/review`, { decision: 'pause' })
  expect(await health(template.id)).toMatchObject({
    can_send_message: 'BLOCKED',
    entities: [{ id: template.id, errors: [{ error_code: 141002 }] }, {}, {}, {}],
  })
  await w.control('POST', `numbers/${landline.phone_number_id}/status`, { measure: 'restrict' })
  expect(await health(landline.phone_number_id)).toMatchObject({ can_send_message: 'LIMITED' })
  await w.graph('POST', `${landline.phone_number_id}/deregister`, {})
  expect(await health(landline.phone_number_id)).toMatchObject({
    can_send_message: 'BLOCKED',
    entities: [{ errors: [{ error_code: 133010 }] }, {}, {}, {}],
  })
})

test('a page holds a hundred messages at most', async () => {
  const numbers = Array.from({ length: 101 }, (_, i) => `1650555${3000 + i}`)
  for (const to of numbers) {
    await w.sends(hello, to)
    await w.advance('1s')
  }
  const pages = await Promise.all([100, 101, 1000].map(limit => history(`?limit=${limit}`)))
  expect(pages.map(({ data }) => data.length)).toEqual([100, 100, 100])
  expect(pages[2].paging.next).toBeDefined()
  expect((await history(`?limit=1000&after=${pages[2].paging.cursors.after}`)).data).toHaveLength(1)
})
