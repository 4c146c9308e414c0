import { afterAll, expect, test } from 'vitest'
import { databaseLine } from '../database-line.ts'
import { startPostgres } from '../postgres.ts'
import { receiver, text, world } from '../world.ts'

const postgres = await startPostgres()
const line = await databaseLine(postgres.url)
const bot = await receiver('word')
const { landline, call, graph, control, sends, says } = await world({
  databaseUrl: line.url,
  clock: {},
  webhook: { url: bot.url, verifyToken: 'word' },
  logLevel: 'silent',
})
afterAll(async () => {
  await landline.close()
  await bot.close()
  line.cut()
  await postgres.stop()
})

const AWAY = {
  message: 'Service temporarily unavailable',
  type: 'OAuthException',
  code: 2,
  is_transient: true,
}

test('while the database is away calls are refused as to be repeated, and the node says that it is not ready', async () => {
  await says('Do you have ferns?')
  expect((await call('GET', '/readyz')).status).toBe(200)
  line.cut()
  const send = await sends(text('We do.'))
  expect(send.status).toBe(503)
  expect(send.body.error).toMatchObject(AWAY)
  expect(JSON.stringify(send.body)).toContain('The server cannot reach its database. Nothing was accepted.')
  const read = await graph('GET', `${landline.waba_id}/phone_numbers`)
  expect([read.status, read.body.error.code]).toEqual([503, 2])
  expect((await control('GET', 'customers')).status).toBe(503)
  expect(await call('GET', '/readyz')).toMatchObject({ status: 503, body: { status: 'not ready' } })
  expect((await call('GET', '/healthz')).status).toBe(200)
  await line.mend()
  await expect.poll(async () => (await call('GET', '/readyz')).status).toBe(200)
})

test('what was accepted before is carried and told once the database is back, without another call', async () => {
  const sent = await Promise.all(Array.from({ length: 20 }, (_, i) => sends(text(`Fern ${i}`))))
  line.cut()
  const accepted = sent.map(({ body }) => body.messages[0].id as string)
  await expect.poll(async () => (await call('GET', '/readyz')).status).toBe(503)
  await line.mend()
  for (const id of accepted) {
    const fate = await bot.fateOf(id)
    expect(new Set(fate.map(({ status }) => status))).toEqual(new Set(['sent', 'delivered']))
  }
}, 30_000)
