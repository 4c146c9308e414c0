import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type Landline, startLandline } from '../../server/src/index.ts'
import { clientOf } from '../../server/test/world.ts'

const SECRETS = {
  accessToken: 'a-token-for-the-bot',
  appSecret: 'a-secret-for-the-bot',
  verifyToken: 'a-word-for-the-bot',
}

const ends: (() => unknown)[] = []
const bots: ChildProcess[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** The file as it is printed in the README, with a Node.js of its own. What it complains of is in its `stderr`. Resolves to the port when it listens. */
async function startBot(env: Record<string, string>): Promise<number> {
  const bot: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, 'bot.js')], {
    env: { ...env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  bots.push(bot)
  ends.push(() => bot.kill())
  const [line] = await once(bot.stdout!, 'data')
  return Number(/port (\d+)/.exec(String(line))![1])
}

/** Two servers need each other's address: the bot is told where the Graph will be. */
async function conversation(): Promise<{ landline: Landline; port: number }> {
  const known = { phoneNumberId: '106540352242922', ...SECRETS }
  const options = { port: 0, memory: true, logLevel: 'silent', ...known }
  const landline = await startLandline(options)
  ends.push(() => landline.close())
  const port = await startBot({
    GRAPH_URL: `${landline.url}/v25.0`,
    ACCESS_TOKEN: SECRETS.accessToken,
    APP_SECRET: SECRETS.appSecret,
    VERIFY_TOKEN: SECRETS.verifyToken,
    PHONE_NUMBER_ID: known.phoneNumberId,
  })
  return { landline, port }
}

test('the bot passes the handshake and answers a customer', async () => {
  const { landline, port } = await conversation()
  const { call, appToken, says, control } = clientOf(landline)
  const subscribed = await call(
    'POST',
    `/v25.0/${landline.app_id}/subscriptions`,
    {
      object: 'whatsapp_business_account',
      callback_url: `http://127.0.0.1:${port}/webhook`,
      verify_token: SECRETS.verifyToken,
      fields: 'messages',
    },
    appToken,
  )
  expect(subscribed.body).toEqual({ success: true })
  await says('hi')
  await control('GET', 'events?type=message.delivered&wait=10000')
  const inbox = await control('GET', `customers/${landline.customer}/inbox`)
  expect(inbox.body.data.map((message: { content: unknown }) => message.content)).toMatchObject([
    { body: 'hi' },
    { body: 'You said: hi' },
  ])
})

test('the bot refuses who does not know its words', async () => {
  const { port } = await conversation()
  const url = `http://127.0.0.1:${port}/webhook`
  const stranger = await fetch(`${url}?hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=1`)
  expect(stranger.status).toBe(401)
  const forged = await fetch(url, { method: 'POST', body: '{}', headers: { 'x-hub-signature-256': 'sha256=00' } })
  expect(forged.status).toBe(401)
})

test('the bot goes on when its answer cannot be sent', async () => {
  const port = await startBot({ GRAPH_URL: 'http://127.0.0.1:1', APP_SECRET: SECRETS.appSecret })
  const message = { from: '16505551234', type: 'text', text: { body: 'hi' } }
  const body = JSON.stringify({ entry: [{ changes: [{ value: { messages: [message] } }] }] })
  const signature = `sha256=${createHmac('sha256', SECRETS.appSecret).update(body).digest('hex')}`
  const deliver = () =>
    fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body, headers: { 'x-hub-signature-256': signature } })
  expect((await deliver()).status).toBe(200)
  await once(bots.at(-1)!.stderr!, 'data')
  expect((await deliver()).status).toBe(200)
})
