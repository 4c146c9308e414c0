import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres, type TestPostgres } from '../postgres.ts'
import { hello, type Receiver, receiver, text, world } from '../world.ts'

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

test('two nodes over one PostgreSQL are one platform: each status comes once, whoever does the work', async () => {
  await two.says('Is anybody there?')
  await bot.until(() => bot.messages().length === 1)
  const sends = await Promise.all(
    Array.from({ length: 20 }, (_, i) => (i % 2 ? one : two).sends(i % 3 ? text(`Answer ${i}`) : hello)),
  )
  expect(sends.map(answer => answer.status)).toEqual(Array(20).fill(200))
  const ids = sends.map(answer => answer.body.messages[0].id as string)
  await bot.until(() => bot.statuses().filter(status => status.status === 'delivered').length === 20)
  for (const id of ids) {
    const seen = bot.statuses().filter(status => status.id === id)
    expect(seen.map(status => status.status)).toEqual(['sent', 'delivered'])
  }
})

test('what one node changes, the other sees at once', async () => {
  const profile = `${one.landline.phone_number_id}/whatsapp_business_profile`
  await one.graph('GET', `${profile}?fields=about`)
  await two.graph('GET', `${profile}?fields=about`)
  await one.graph('POST', profile, { messaging_product: 'whatsapp', about: 'Open on Sundays' })
  await expect
    .poll(async () => (await two.graph('GET', `${profile}?fields=about`)).body.data[0].about)
    .toBe('Open on Sundays')
})
