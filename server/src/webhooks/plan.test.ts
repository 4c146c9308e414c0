import { expect, test } from 'vitest'
import { DEFAULT_CALLING } from '../domain/numbers/calling-settings.ts'
import type { Event } from '../events/event.ts'
import {
  ACCOUNT,
  APP,
  AT,
  app,
  CUSTOMER,
  NUMBER,
  number,
  statusEvent,
  subscription,
  testWorld,
} from './world.test-util.ts'

const approved: Event = {
  type: 'template.status_changed',
  at: AT,
  account_id: ACCOUNT,
  template_id: '1',
  name: 'n',
  language: 'en_US',
  category: 'UTILITY',
  status: 'APPROVED',
  reason: 'NONE',
}
const NUMBERS_OWN = { ...number, webhooks: { [APP]: { override_callback_uri: 'http://number/', verify_token: 't' } } }
const ACCOUNTS_OWN = { [APP]: { override_callback_uri: 'http://account/', verify_token: 't' } }

const urls = async (cast: Parameters<typeof testWorld>[0], event: Event) => {
  const world = await testWorld(cast)
  await world.record(event)
  return (await world.deliveries()).map(({ url }) => url)
}

test.each([
  ['the app', {}, 'http://app/'],
  ['the account', { links: ACCOUNTS_OWN }, 'http://account/'],
  ['the number', { links: ACCOUNTS_OWN, numbers: NUMBERS_OWN }, 'http://number/'],
])('messages go to the callback of %s', async (_, cast, url) => {
  expect(await urls(cast, statusEvent('sent'))).toEqual([url])
})

test('what one app has set for a number is for that app alone', async () => {
  const other = app({ id: '2', subscriptions: [subscription({ callback_url: 'http://other/' })] })
  const told = await urls({ apps: [app(), other], numbers: NUMBERS_OWN }, statusEvent('sent'))
  expect(told.sort()).toEqual(['http://number/', 'http://other/'])
})

test('what belongs to messages goes where they go', async () => {
  const fields = [{ name: 'account_settings_update', version: 'v25.0' }]
  const apps = [app({ subscriptions: [subscription({ fields })] })]
  const changed: Event = {
    type: 'number.calling_changed',
    at: AT,
    account_id: ACCOUNT,
    phone_number_id: NUMBER,
    calling: DEFAULT_CALLING,
  }
  expect(await urls({ apps, numbers: NUMBERS_OWN }, changed)).toEqual(['http://number/'])
})

test('every other field goes to the callback of the app', async () => {
  expect(await urls({ links: ACCOUNTS_OWN, numbers: NUMBERS_OWN }, approved)).toEqual(['http://app/'])
})

test('a message is one entry, in the bytes that are signed', async () => {
  const world = await testWorld()
  await world.record(statusEvent('sent'))
  const [delivery] = await world.deliveries()
  expect(delivery).toMatchObject({
    app_id: APP,
    account_id: ACCOUNT,
    field: 'messages',
    conversation: `${NUMBER}/${CUSTOMER}`,
    status: 'pending',
    due_at: AT,
    attempts: 0,
    created_at: AT,
  })
  expect(delivery!.body).toMatch(/^{"id":"102290129340398","changes":\[{"value":{"messaging_product":"whatsapp",/)
  expect(delivery!.body).toMatch(/},"field":"messages"}]}$/)
})

test('an entry of another field tells the time', async () => {
  const world = await testWorld()
  await world.record(approved)
  const [delivery] = await world.deliveries()
  expect(delivery!.conversation).toBe(ACCOUNT)
  expect(delivery!.body).toMatch(new RegExp(`^{"id":"${ACCOUNT}","time":${AT / 1000},"changes":\\[{"value":`))
})

test('each subscribed app gets its own, shaped by its own version', async () => {
  const old = subscription({ callback_url: 'http://old/', fields: [{ name: 'messages', version: 'v23.0' }] })
  const world = await testWorld({ apps: [app(), app({ id: '2', subscriptions: [old] })] })
  await world.record(statusEvent('sent'))
  const told = (await world.deliveries()).map(({ url, body }) => [url, body.includes('"conversation"')])
  expect(told.sort()).toEqual([
    ['http://app/', false],
    ['http://old/', true],
  ])
})

test.each([
  ['that is not active', { active: false }],
  ['of another object', { object: 'page' }],
  ['without the field', { fields: [{ name: 'account_update', version: 'v25.0' }] }],
])('a subscription %s gets nothing', async (_, more) => {
  expect(await urls({ apps: [app({ subscriptions: [subscription(more)] })] }, statusEvent('sent'))).toEqual([])
})

test('deliveries keep the order of the events', async () => {
  const world = await testWorld()
  await world.record(statusEvent('sent'), statusEvent('delivered'), statusEvent('read'))
  const order = (await world.deliveries()).map(({ body }) => /"status":"(\w+)"/.exec(body)![1])
  expect(order).toEqual(['sent', 'delivered', 'read'])
})

test('an event without a field costs nothing', async () => {
  const scene = { account_id: ACCOUNT, phone_number_id: NUMBER, customer_id: CUSTOMER, wamid: 'wamid.A' }
  expect(await urls({}, { type: 'message.accepted', at: AT, ...scene, message_type: 'text' })).toEqual([])
})
