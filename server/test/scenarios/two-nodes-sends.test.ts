import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres, type TestPostgres } from '../postgres.ts'
import { type Receiver, receiver, text, world } from '../world.ts'

const SECRETS = { accessToken: 'EAAtwonodes', appSecret: 'shared-app-secret', verifyToken: 'word' }

let postgres: TestPostgres
let bot: Receiver
let one: Awaited<ReturnType<typeof world>>
let two: Awaited<ReturnType<typeof world>>

beforeAll(async () => {
  postgres = await startPostgres()
  bot = await receiver('word')
  const options = { ...SECRETS, databaseUrl: postgres.url, clock: {} }
  one = await world({ ...options, webhook: { url: bot.url, verifyToken: 'word' } })
  two = await world(options)
})
afterAll(async () => {
  await one?.landline.close()
  await two?.landline.close()
  await bot?.close()
  await postgres?.stop()
})

test('two nodes that send the first messages of a kind at once make one hidden template', async () => {
  const { waba_id } = one.landline
  // Each node has to know: from the other it hears a moment later.
  for (const node of [one, two]) await node.control('POST', `accounts/${waba_id}/direct-send`, { utility: true })
  const sends = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      (i % 2 ? one : two).sends({ ...text(`Order ${i} is on its way.`), category: 'utility' }),
    ),
  )
  expect(sends.map(answer => answer.status)).toEqual(Array(10).fill(200))
  await bot.until(() => bot.statuses().filter(status => status.status === 'delivered').length === 10)
  const ids = new Set(bot.statuses().map(status => status.template_id))
  expect(ids.size).toBe(1)
  await one.control('GET', 'events?type=template.created&wait=5')
  const listed = await two.graph('GET', `${waba_id}/message_templates?source=AUTO_GENERATED`)
  expect(listed.body.data.map((template: { id: string }) => template.id)).toEqual([...ids])
})

test('a thread that is passed on one node belongs to somebody else on the other', async () => {
  const { phone_number_id, business_id, app_id, customer } = one.landline
  const desk = (await one.control('POST', 'apps', { name: 'Jaspers Desk', business_id })).body.id
  const apps = [
    { app_id, role: 'ai_agent' },
    { app_id: desk, role: 'escalation' },
  ]
  await one.control('POST', `numbers/${phone_number_id}/routing`, { apps })
  await Promise.all([one.says('Is anybody there?'), two.says('Hello?')])
  expect((await two.sends(text('What can I do?'))).status).toBe(200)
  const pass = { messaging_product: 'whatsapp', to: customer, action: 'pass' }
  expect((await one.graph('POST', `${phone_number_id}/thread_control`, pass)).status).toBe(200)
  for (const node of [one, two]) {
    await expect.poll(async () => (await node.sends(text('Me again'))).status).toBe(403)
  }
})
