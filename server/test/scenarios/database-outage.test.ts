import type { ServerResponse } from 'node:http'
import { afterAll, expect, test } from 'vitest'
import { databaseLine } from '../database-line.ts'
import { png } from '../media.ts'
import { startPostgres } from '../postgres.ts'
import { site } from '../site.ts'
import { receiver, text, world } from '../world.ts'

const postgres = await startPostgres()
const line = await databaseLine(postgres.url)
const bot = await receiver('word')
let answerFirst = (_: Uint8Array) => {}
const held = (answer: ServerResponse) => {
  if (shop.asked.length > 1) answer.end(png())
  else answerFirst = bytes => void answer.end(bytes)
}
const shop = await site({ '/fern.png': { type: 'image/png', body: held } })
const { landline, call, graph, control, sends, says } = await world({
  databaseUrl: line.url,
  clock: {},
  webhook: { url: bot.url, verifyToken: 'word' },
  logLevel: 'silent',
})
afterAll(async () => {
  await landline.close()
  await bot.close()
  await shop.close()
  line.close()
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
  line.mend()
  await expect.poll(async () => (await call('GET', '/readyz')).status).toBe(200)
})

test('a message that is being carried when the database goes away is carried once it is back, without another call', async () => {
  const { body } = await sends({ type: 'image', image: { link: `${shop.url}/fern.png` } })
  await expect.poll(() => shop.asked.length).toBe(1)
  line.cut()
  const before = line.refused()
  answerFirst(png())
  await expect.poll(line.refused).toBeGreaterThan(before)
  line.mend()
  const fate = await bot.fateOf(body.messages[0].id)
  expect(new Set(fate.map(({ status }) => status))).toEqual(new Set(['sent', 'delivered']))
}, 30_000)
