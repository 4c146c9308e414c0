import { expect, test } from 'vitest'
import { sharedWorld } from '../shared-world.ts'

const { w, bot } = await sharedWorld()

const customer = async (act: string, body: object = {}) =>
  (await w.control('POST', `customers/${w.landline.customer}/${act}`, body)).body

/** What becomes of a reaction of the business. */
async function outcome(message_id: string) {
  const { status, body } = await w.sends({ type: 'reaction', reaction: { message_id, emoji: '👍' } })
  expect(status).toBe(200)
  const { id } = body.messages[0]
  const told = () => bot.statuses().filter(status => status.id === id)
  await bot.until(() => told().length > 0)
  return { id, ...told()[0] }
}

const unplaced = {
  status: 'failed',
  errors: [
    {
      code: 131009,
      title: 'Parameter value is not valid',
      error_data: {
        details: 'The message to react to is unknown, deleted, older than 30 days or a reaction itself.',
      },
    },
  ],
}

test('a reaction is sent, and neither delivered nor read', async () => {
  const { id } = (await w.says('Rye, please!')).body
  expect(await outcome(id)).toMatchObject({ status: 'sent' })
  await w.advance('1m')
  expect(bot.statuses()).toHaveLength(1)
})

test('a reaction to nothing that is in the chat fails', async () => {
  const { id } = (await w.says('Rye, please!')).body
  await w.control('POST', 'customers', { wa_id: '+1 650-555-0100' })
  const other = (await w.says('Me too', '16505550100')).body.id
  for (const unknown of ['wamid.nothing', other]) expect(await outcome(unknown)).toMatchObject(unplaced)
  expect((await customer('delete', { message_id: id })).id).toBeDefined()
  expect(await outcome(id)).toMatchObject(unplaced)
})

test('a reaction to a reaction fails', async () => {
  await w.says('Rye, please!')
  const { id } = await customer('react', { emoji: '🎉', message_id: (await w.says('Hello?')).body.id })
  expect(await outcome(id)).toMatchObject(unplaced)
})

test('a message is reacted to for thirty days', async () => {
  const { id } = (await w.says('Rye, please!')).body
  await w.advance('719h59m59s')
  await w.says('Are you still there?')
  expect(await outcome(id)).toMatchObject({ status: 'sent' })
  await w.advance('1s')
  expect(await outcome(id)).toMatchObject(unplaced)
})

test('a reaction waits for the phone, and goes with its message when that is deleted', async () => {
  const { id } = (await w.says('Rye, please!')).body
  const inbox = async () => (await w.control('GET', `customers/${w.landline.customer}/inbox`)).body.data
  await customer('offline')
  expect(await outcome(id)).toMatchObject({ status: 'sent' })
  expect((await inbox()).at(-1).reactions).toBeUndefined()
  await customer('online')
  expect((await inbox()).at(-1).reactions).toEqual({ business: '👍' })
  await customer('delete', { message_id: id })
  expect((await inbox()).at(-1).reactions).toBeUndefined()
})
