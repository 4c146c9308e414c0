import { expect, test } from 'vitest'
import { testWorld } from '../control/kernel.test-util.ts'
import type { Conversation } from '../domain/messaging/model.ts'
import { conversationOf } from './draft-board.ts'
import { putReaction } from './put-reaction.ts'

const CUSTOMER = '16505551234'

test('what two nodes change of a chat at once is all kept', async () => {
  const { store, number, customer } = await testWorld()
  await customer('POST', 'say', { text: 'Hello' })
  const { promise: bothHaveRead, resolve } = Promise.withResolvers<void>()
  let readers = 0
  const change = (changes: Partial<Conversation>) =>
    store.run(async unit => {
      const conversation = await conversationOf(unit, number.id, CUSTOMER)
      if (++readers === 2) resolve()
      await bothHaveRead
      unit.stage.conversations.change(conversation, changes)
    })
  await Promise.all([change({ last_received_at: 7 }), change({ unread: 3 })])
  for (const look of ['from memory', 'from the database']) {
    expect(await store.read.conversations.find(number.id, CUSTOMER), look).toMatchObject({
      last_received_at: 7,
      unread: 3,
    })
    store.dropCaches()
  }
})

test('a chat in which nothing has happened yet is new', async () => {
  const { store, number } = await testWorld()
  await store.run(async unit => {
    const fresh = await conversationOf(unit, number.id, CUSTOMER)
    const begun = unit.stage.conversations.change(fresh, { last_at: 5, unread: 1 })
    unit.stage.conversations.change(begun, { unread: 2 })
  })
  expect(await store.read.conversations.find(number.id, CUSTOMER)).toMatchObject({ last_at: 5, unread: 2 })
})

test('a reaction leaves a message where it is on its way', async () => {
  const { store, customer } = await testWorld()
  const { id } = await customer('POST', 'say', { text: 'Hello' })
  await store.run(async unit => {
    const message = (await unit.read.messages.find(id))!
    // Meanwhile it is read, on another node.
    await store.run(async ({ stage }) => stage.messages.move(message.key, 'read'))
    putReaction(unit, message, 'business', '👍')
  })
  expect(await store.read.messages.find(id)).toMatchObject({ status: 'read', reactions: { business: '👍' } })
})
