import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SECOND } from '../domain/time.ts'
import { makeIds } from '../runtime/ids.ts'
import { seededRandom } from '../runtime/random.ts'
import { systemTimers } from '../runtime/timers.ts'
import { openSqlite } from '../store/sqlite.ts'
import { makeStore, type Store } from '../store/store.ts'
import { type Deliverer, startDeliverer } from './deliverer.ts'
import { httpOut } from './http-out.ts'
import type { RetryProfile } from './retry.ts'
import { type Call, hook, nobody, ok, serve } from './servers.test-util.ts'

const APP = 'app'
const SECRET = 'app secret'
const random = seededRandom('deliveries')

let clock = 0
let store: Store
let http: ReturnType<typeof httpOut>
let deliverer: Deliverer | undefined

beforeEach(async () => {
  clock = 1_700_000_000_000
  store = makeStore({
    driver: openSqlite(),
    now: () => clock,
    ids: name => makeIds(() => clock, random.child(name), { last: 0 }),
    beforeCommit: async () => {},
  })
  http = httpOut({ allowLoopback: true, allowPrivate: false })
  const app = { id: APP, name: 'App', secret: SECRET, business_id: '1', default_version: 'v25.0', subscriptions: [] }
  await store.run(async ({ stage }) => stage.apps.add(app))
})

afterEach(async () => {
  await deliverer?.stop()
  deliverer = undefined
  await store.close()
  await http.close()
})

function start(profile: RetryProfile = 'meta'): Deliverer {
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  deliverer = startDeliverer({ store, now: () => clock, timers: systemTimers(), http, profile, log: log as never })
  return deliverer
}

/** Deliveries to a URL, named by number, in as many conversations as are given (else one). */
const plan = (url: string, names: readonly string[], conversation = (_: string) => 'chat', size = 0): Promise<void> =>
  store.run(async ({ stage }) => {
    for (const name of names) {
      stage.delivery({
        id: name,
        app_id: APP,
        account_id: '1',
        field: 'messages',
        url,
        conversation: conversation(name),
        created_at: clock,
        body: JSON.stringify({ id: name, changes: [], ...(size ? { padding: 'x'.repeat(size) } : {}) }),
      })
    }
  })

const named = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${String(i).padStart(5, '0')}`)

const statusOf = async (id: string) => (await store.read.deliveries.find(id))?.status
const attemptsOf = async (id: string) => (await store.read.deliveries.attemptsOf([id])).map(one => one.outcome)

describe('order', () => {
  test('a conversation gets one first attempt at a time, in order; others go beside it', async () => {
    const bot = await hook()
    start()
    await plan(bot.url, ['a1', 'a2', 'b1', 'b2', 'a3'], name => name[0]!)
    await bot.until(() => bot.calls.length === 2)
    expect(bot.names().sort()).toEqual(['a1', 'b1'])
    ok(bot.calls.find(call => call.names[0] === 'a1')!)
    await bot.until(() => bot.calls.length === 3)
    expect(bot.names()[2]).toBe('a2')
    ok(bot.calls[2]!)
    await bot.until(() => bot.calls.length === 4)
    expect(bot.names()[3]).toBe('a3')
    for (const call of bot.calls) ok(call)
    await bot.until(() => bot.calls.length === 5)
    ok(bot.calls[4]!)
  })

  test('a conversation that waits does not keep a newcomer of another waiting', async () => {
    const bot = await hook()
    start()
    await plan(bot.url, ['a1', 'a2'], name => name[0]!)
    await bot.until(() => bot.calls.length === 1)
    await plan(bot.url, ['b1'], name => name[0]!)
    await bot.until(() => bot.calls.length === 2)
    expect(bot.names()).toEqual(['a1', 'b1'])
    for (const call of bot.calls) ok(call)
    await bot.until(() => bot.calls.length === 3)
    ok(bot.calls[2]!)
  })

  test('a delivery that waits for its retry holds nothing back', async () => {
    const bot = await hook(call => {
      if (call.names[0] === '1' && bot.calls.length === 1) call.response.writeHead(500).end('no')
      else ok(call)
    })
    const engine = start()
    await plan(bot.url, ['1', '2'])
    await bot.until(() => bot.calls.length === 2)
    await engine.runDue()
    expect(bot.names()).toEqual(['1', '2'])
    expect(await statusOf('1')).toBe('pending')
    clock += 10 * SECOND
    await engine.runDue()
    expect(bot.names()).toEqual(['1', '2', '1'])
    expect(await attemptsOf('1')).toEqual(['status_refused', 'delivered'])
  })
})

describe('endpoints', () => {
  test('one that hangs delays no other, and stopping cuts it off without an attempt', async () => {
    const slow = await hook(() => {})
    const bot = await hook(ok)
    const engine = start()
    await plan(slow.url, named('s', 300), name => name)
    await slow.until(() => slow.calls.length >= 1)
    await plan(bot.url, named('f', 20), name => name)
    await bot.until(() => bot.names().length === 20)
    expect(engine.inFlight().every(({ url }) => url === slow.url)).toBe(true)

    const began = performance.now()
    await engine.stop()
    expect(performance.now() - began).toBeLessThan(5_000)
    expect(await statusOf('s00000')).toBe('pending')
    expect(await statusOf('s00299')).toBe('pending')
    expect(await attemptsOf('s00000')).toEqual([])
  })

  test('retries of one that hangs leave room for the others', async () => {
    const slow = await hook(call => {
      if (call.names[0]![0] === 'x') call.response.writeHead(500).end()
    })
    const bot = await hook(ok)
    const engine = start()
    await plan(slow.url, ['x'])
    await slow.until(() => slow.calls.length === 1)
    await engine.runDue()
    const late = named('s', 5_500)
    await engine.stop()
    await plan(slow.url, late, name => name)
    await store.run(async ({ stage }) => {
      for (const id of late) stage.update('deliveries', { id, attempts: 3 })
    })
    const again = start()
    // Until an attempt has failed nothing is known of the endpoint.
    await plan(slow.url, ['x2'])
    await slow.until(() => slow.names().includes('x2') || slow.calls.length >= 9)
    again.wake()
    await plan(bot.url, ['f'])
    await bot.until(() => bot.calls.length === 1)
  })

  test('under backlog notifications are put together, at most 1000 changes and 3 MB', async () => {
    const bot = await hook(ok)
    const engine = start()
    await plan(bot.url, named('n', 2_500), name => name)
    await plan(bot.url, named('big', 80), name => name, 100_000)
    await engine.runDue()
    expect(new Set(bot.names()).size).toBe(2_580)
    expect(bot.names()).toHaveLength(2_580)
    expect(bot.calls.length).toBeLessThan(500)
    for (const call of bot.calls) {
      expect(call.names.length).toBeLessThanOrEqual(1_000)
      expect(call.raw.length).toBeLessThanOrEqual(3 * 1024 * 1024)
    }
  })
})

describe('outcomes', () => {
  const answering = (status: number, headers = {}) => async () =>
    (await hook(({ response }: Call) => void response.writeHead(status, headers).end('because'))).url
  const cases: [string, () => Promise<string>][] = [
    ['delivered', answering(200)],
    ['status_refused', answering(500)],
    ['status_refused', answering(204)],
    ['redirected', answering(301, { location: 'http://127.0.0.1/' })],
    ['connection_refused', nobody],
    ['connection_lost', () => serve(request => void request.socket.destroy())],
    ['tls_failed', async () => (await answering(200)()).replace('http:', 'https:')],
    ['address_blocked', async () => 'http://169.254.169.254/latest'],
    ['url_invalid', async () => 'ftp://127.0.0.1/'],
    ['url_invalid', async () => 'not a url'],
  ]
  test.each(cases)('%s (%#)', async (outcome, where) => {
    const engine = start('instant')
    await plan(await where(), ['1'])
    await engine.runDue()
    const delivered = outcome === 'delivered'
    expect(await attemptsOf('1')).toEqual(Array.from({ length: delivered ? 1 : 4 }, () => outcome))
    expect(await statusOf('1')).toBe(delivered ? 'delivered' : 'dropped')
    expect(engine.inFlight()).toEqual([])
  })
})

test('a notification is signed over its bytes and says whose it is', async () => {
  const bot = await hook(ok)
  const engine = start()
  await plan(bot.url, ['1'])
  await engine.runDue()
  const { headers, raw } = bot.calls[0]!
  expect(raw.toString()).toBe('{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[]}]}')
  expect(headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'facebookexternalua' })
  expect(headers['x-hub-signature-256']).toBe(`sha256=${createHmac('sha256', SECRET).update(raw).digest('hex')}`)
})

test('what was delivered or dropped is sent again when that is asked for', async () => {
  let status = 500
  const bot = await hook(({ response }) => void response.writeHead(status).end())
  const engine = start('instant')
  await plan(bot.url, ['1'])
  await engine.runDue()
  expect(await statusOf('1')).toBe('dropped')
  status = 200
  expect(await engine.redeliver('1')).toBe(true)
  await engine.runDue()
  expect(await statusOf('1')).toBe('delivered')
  expect(await engine.redeliver('1')).toBe(true)
  await engine.runDue()
  expect(bot.calls).toHaveLength(6)
  expect(await engine.redeliver('nothing')).toBe(false)
})

test('what a stopped engine left goes out when another starts', async () => {
  const bot = await hook(ok)
  const engine = start()
  await engine.stop()
  await plan(bot.url, ['1', '2'])
  expect(bot.calls).toEqual([])
  await start().runDue()
  expect(bot.names()).toEqual(['1', '2'])
})
