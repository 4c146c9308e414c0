import { expect, test } from 'vitest'
import { testWorld } from '../control/kernel.test-util.ts'
import { HOUR } from '../domain/time.ts'
import type { EventOf } from '../events/event.ts'

const CUSTOMER = '16505551234'
const text = { type: 'text', text: { body: 'Welcome!' } }

/** A customer who wrote just now, after tapping an advertisement. */
async function referred() {
  const world = await testWorld()
  const { store, number, clock, customer } = world
  await customer('POST', 'say', { text: 'I saw your advertisement.' })
  const chat = (await store.read.conversations.find(number.id, CUSTOMER))!
  const free_entry_answer_by = clock.now() + 24 * HOUR
  await store.run(async ({ stage }) => stage.conversations.put({ ...chat, free_entry_answer_by }))
  const told = (type: 'message.sent' | 'message.delivered') =>
    world.events.filter((event): event is EventOf<typeof type> => event.type === type)
  return { ...world, told, chat: () => store.read.conversations.find(number.id, CUSTOMER) }
}

test('the answer opens 72 hours in which nothing is billed, as one conversation', async () => {
  const { send, clock, told, chat } = await referred()
  const answeredAt = clock.now()
  await send(text)
  expect(await chat()).toMatchObject({ free_entry_until: answeredAt + 72 * HOUR, free_entry_answer_by: 0, unread: 1 })
  clock.moveTo(answeredAt + 72 * HOUR - 1)
  const hello = { type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } }
  await send(hello)
  clock.moveTo(answeredAt + 72 * HOUR)
  await send(hello)

  const [first, second, third] = told('message.sent')
  expect([first, second, third].map(event => [event?.pricing_type, event?.billable])).toEqual([
    ['free_entry_point', false],
    ['free_entry_point', false],
    ['regular', true],
  ])
  expect(second?.conversation_id).toBe(first?.conversation_id)
  expect(second?.conversation_expires_at).toBe(answeredAt + 72 * HOUR)
  expect(third?.conversation_id).not.toBe(first?.conversation_id)
  expect(told('message.delivered').map(event => event.pricing_type)).toEqual([
    'free_entry_point',
    'free_entry_point',
    'regular',
  ])
})

test('a phone that is off gets the free answer later, and it stays free', async () => {
  const { send, customer, told, chat } = await referred()
  await customer('POST', 'offline')
  await send(text)
  expect((await chat())?.free_entry_until).toBeGreaterThan(0)
  await customer('POST', 'online')
  expect(told('message.delivered')[0]?.pricing_type).toBe('free_entry_point')
})

test('an answer that comes too late opens nothing', async () => {
  const { send, clock, customer, chat } = await referred()
  clock.moveTo(clock.now() + 24 * HOUR)
  await customer('POST', 'say', { text: 'Anybody there?' })
  await send(text)
  expect(await chat()).toMatchObject({ free_entry_until: 0, free_entry_answer_by: 0 })
})
