import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { SECOND } from '../domain/time.ts'
import type { Log } from '../runtime/log.ts'
import type { Timers } from '../runtime/timers.ts'
import { NotCommitted, type Store, type Unit } from '../store/store.ts'
import { type DelivererOptions, startDeliverer } from './deliverer.ts'
import { ANSWER_MS, httpOut } from './http-out.ts'
import { ok, receiver, signedWith } from './receiver.test-util.ts'
import { APP, AT, app, SECRET, statusEvent, subscription, testWorld } from './world.test-util.ts'

const STOP_MS = 3 * SECOND
const BREATH_MS = 500
const quiet: Log = { info() {}, warn() {}, error() {} }
const HOME = { allowLoopback: true, allowPrivate: false }
const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** Timers that go off when a test says so; the engine's own short breath is not waited for. */
function manualTimers() {
  const waiting = new Set<{ milliseconds: number; run: () => void }>()
  const timers: Timers = {
    after(milliseconds, run) {
      const timer = { milliseconds, run }
      waiting.add(timer)
      if (milliseconds <= BREATH_MS) setImmediate(() => waiting.delete(timer) && run())
      return () => waiting.delete(timer)
    },
    every: () => () => {},
    elapsed: () => 0,
  }
  const goOff = (milliseconds: number) => {
    for (const timer of [...waiting]) {
      if (timer.milliseconds === milliseconds && waiting.delete(timer)) timer.run()
    }
  }
  return { timers, goOff }
}

async function server(...answer: Parameters<typeof receiver>) {
  const made = await receiver(...answer)
  ends.push(made.close)
  return made
}

const appAt = (url: string, id = APP) => app({ id, subscriptions: [subscription({ callback_url: url })] })

async function setUp(urls: string[], options: Partial<DelivererOptions> = {}) {
  const world = await testWorld({ apps: urls.map((url, i) => appAt(url, i === 0 ? APP : `app-${i}`)) })
  const manual = manualTimers()
  const http = httpOut(HOME)
  const start = () =>
    startDeliverer({ ...world, timers: manual.timers, http, profile: 'instant', log: quiet, ...options })
  const deliverer = start()
  ends.push(world.store.close, http.close, async () => {
    const stopped = deliverer.stop()
    await turns()
    manual.goOff(STOP_MS)
    await stopped
  })
  return { ...world, ...manual, deliverer, start }
}

/** Lets everything that is ready happen. */
async function turns(count = 50): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise<void>(resolve => setImmediate(resolve))
}

/** So many deliveries at once, spread over some conversations. */
function backlog(unit: Unit, count: number, conversations: number, url: string, then = (_: string) => {}): void {
  for (let i = 0; i < count; i++) {
    const where = { app_id: APP, account_id: 'a', field: 'messages', url, conversation: String(i % conversations) }
    const id = unit.ids.key()
    unit.stage.delivery({ id, ...where, created_at: unit.now, body: `{"id":"wamid.${i}"}` })
    then(id)
  }
}

const statusesOf = (received: { raw: string }[]): string[] =>
  received.flatMap(({ raw }) => [...raw.matchAll(/"status":"(\w+)"/g)].map(match => match[1]!))
const idsOf = (received: { raw: string }[]): string[] =>
  received.flatMap(({ raw }) => [...raw.matchAll(/"id":"(wamid[^"]+)"/g)].map(match => match[1]!))

describe('a delivery', () => {
  test('goes out by itself once its event is on disk, signed over its very bytes', async () => {
    const bot = await server()
    const { record, deliveries, attempts, deliverer } = await setUp([bot.url])
    await record(statusEvent('sent'))
    await bot.until(1)
    await deliverer.idle()
    const [delivery] = await deliveries()
    expect(bot.received[0]!.raw).toBe(`{"object":"whatsapp_business_account","entry":[${delivery!.body}]}`)
    expect(signedWith(SECRET, bot.received[0]!)).toBe(true)
    expect(bot.received[0]!.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'facebookexternalua',
    })
    expect(delivery).toMatchObject({ status: 'delivered', attempts: 1, settled_at: AT })
    expect(await attempts()).toMatchObject([{ delivery_id: delivery!.id, outcome: 'delivered', http_status: 200 }])
  })

  test('goes to each app with the secret of that app', async () => {
    const [one, two] = [await server(), await server()]
    const { record, deliverer } = await setUp([one.url, two.url])
    await record(statusEvent('sent'))
    await deliverer.runDue()
    expect([one.received.length, two.received.length]).toEqual([1, 1])
  })

  test('that fails is tried again, and every attempt is kept', async () => {
    let calls = 0
    const bot = await server(response => response.writeHead(++calls === 1 ? 500 : 200).end('why'))
    const { record, deliveries, attempts, deliverer } = await setUp([bot.url])
    await record(statusEvent('sent'))
    await deliverer.runDue()
    expect(await deliveries()).toMatchObject([{ status: 'delivered', attempts: 2 }])
    expect(await attempts()).toMatchObject([
      { outcome: 'status_refused', http_status: 500, detail: 'why' },
      { outcome: 'delivered', http_status: 200, detail: '' },
    ])
    expect(new Set(bot.received.map(({ raw }) => raw)).size).toBe(1)
  })

  test('is given up in the end', async () => {
    const bot = await server(response => response.writeHead(503).end())
    const { record, deliveries, deliverer } = await setUp([bot.url])
    await record(statusEvent('sent'))
    await deliverer.runDue()
    expect(bot.received).toHaveLength(4)
    expect(await deliveries()).toMatchObject([{ status: 'failed', attempts: 4, settled_at: AT }])
  })

  test('waits for its retry on the world clock', async () => {
    let status = 500
    const bot = await server(response => response.writeHead(status).end())
    const { record, deliveries, deliverer, clock } = await setUp([bot.url], { profile: 'meta' })
    await record(statusEvent('sent'))
    await deliverer.runDue()
    expect(await deliveries()).toMatchObject([{ status: 'pending', due_at: AT + 10 * SECOND, settled_at: null }])
    expect(await deliverer.runDue()).toBe(0)
    status = 200
    clock.at += 10 * SECOND
    expect(await deliverer.runDue()).toBe(1)
    expect(await deliveries('delivered')).toHaveLength(1)
  })
})

describe('order', () => {
  test('first attempts of a conversation go one after the other, those of others at the same time', async () => {
    const open: ServerResponse[] = []
    const bot = await server(response => void open.push(response))
    const { record, deliverer } = await setUp([bot.url])
    await record(statusEvent('sent'), statusEvent('delivered'), statusEvent('sent', { customer_id: '49' }))
    await bot.until(2)
    await turns()
    expect(statusesOf(bot.received)).toEqual(['sent', 'sent'])
    for (const response of open.splice(0)) ok(response)
    await bot.until(3)
    expect(statusesOf(bot.received)).toEqual(['sent', 'sent', 'delivered'])
    for (const response of open) ok(response)
    await deliverer.idle()
  })

  test('a new conversation does not wait for one that hangs', async () => {
    const bot = await server(() => {})
    const { record } = await setUp([bot.url])
    await record(statusEvent('sent'), statusEvent('delivered'))
    await bot.until(1)
    await record(statusEvent('sent', { customer_id: '49' }))
    await bot.until(2)
  })

  test('a delivery that waits for its retry holds nothing back', async () => {
    const bot = await server(response =>
      response.writeHead(statusesOf(bot.received).at(-1) === 'sent' ? 500 : 200).end(),
    )
    const { record, deliveries, deliverer } = await setUp([bot.url], { profile: 'meta' })
    await record(statusEvent('sent'), statusEvent('delivered'))
    await deliverer.runDue()
    expect((await deliveries()).map(({ status }) => status)).toEqual(['pending', 'delivered'])
  })
})

describe('isolation', () => {
  test.each([
    ['on another server', false],
    ['on the same server', true],
  ])('an endpoint that hangs, with more waiting than is ever in hand, does not delay one %s', async (_, same) => {
    const slow = await server((response, { url }) => void (url === '/good' && ok(response)))
    const good = same ? slow : await server()
    const { record, store } = await setUp([slow.url, `${good.origin}/good`])
    await store.run(async unit => backlog(unit, 25_000, 25_000, slow.url))
    // As many calls as one endpoint is given.
    await slow.until(8)
    await record(statusEvent('sent', { customer_id: '49' }))
    await good.until(same ? 9 : 1)
    expect(good.received.at(-1)!.url).toBe('/good')
  })

  test('nor do many that hang', async () => {
    const slow = await server(() => {})
    const good = await server()
    const { record, store, deliverer } = await setUp([good.url])
    const hanging = Array.from({ length: 30 }, (_, i) => `${slow.origin}/${i}`)
    for (const url of hanging) await store.run(async unit => backlog(unit, 1_500, 1_500, url))
    // What has room for one call only makes it at once.
    while (new Set(slow.received.map(({ url }) => url)).size < hanging.length) await turns(1)
    await record(statusEvent('sent', { customer_id: '49' }))
    await good.until(1)
    expect(deliverer.inFlight().length).toBeLessThan(hanging.length * 1_500)
  })
})

test('of the retries of an endpoint that hangs only some are kept in hand', async () => {
  const bot = await server(response => void (bot.received.length === 1 && response.writeHead(500).end()))
  const { store, deliverer, deliveries, record } = await setUp([bot.url], { profile: 'meta' })
  await record(statusEvent('sent'))
  await deliverer.runDue()
  await store.run(async unit => {
    backlog(unit, 3_000, 3_000, bot.url, id => unit.stage.update('deliveries', { id, attempts: 3 }))
  })
  await bot.until(1 + 8)
  await turns(200)
  const put = (await deliveries('pending')).filter(one => one.attempts === 3 && one.due_at === AT + 30 * SECOND)
  expect(put.length).toBeGreaterThan(1_500)
  expect(put.length).toBeLessThan(3_000)
})

describe('under backlog', () => {
  test('deliveries share notifications, each once and in order, and are recorded together', async () => {
    const bot = await server()
    const { record, deliveries, deliverer, store } = await setUp([bot.url])
    const events = Array.from({ length: 300 }, (_, i) => statusEvent('sent', { wamid: `wamid.${i}` }))
    const before = store.driver.syncs()
    await record(...events)
    await deliverer.runDue()
    expect(bot.received.length).toBeLessThan(5)
    expect(idsOf(bot.received)).toEqual(events.map(({ wamid }) => wamid))
    expect(bot.received.every(one => signedWith(SECRET, one))).toBe(true)
    expect(await deliveries('delivered')).toHaveLength(300)
    expect(store.driver.syncs() - before).toBeLessThan(6)
  })

  test('more than is kept in memory still goes out, once each', async () => {
    const bot = await server()
    const { store, deliverer, deliveries } = await setUp([bot.url])
    await store.run(async unit => backlog(unit, 4_500, 7, bot.url))
    await deliverer.runDue()
    expect(idsOf(bot.received)).toHaveLength(4_500)
    expect(new Set(idsOf(bot.received)).size).toBe(4_500)
    for (let c = 0; c < 7; c++) {
      const order = idsOf(bot.received)
        .map(id => Number(id.slice(6)))
        .filter(i => i % 7 === c)
      expect(order).toEqual([...order].sort((a, b) => a - b))
    }
    expect(await deliveries('delivered')).toHaveLength(4_500)
  })

  test('what waited for a dead endpoint is drained in full notifications once it answers', async () => {
    let dead = true
    const bot = await server(response => void (dead || ok(response)))
    const { store, deliverer, clock, goOff } = await setUp([bot.url], { profile: 'meta' })
    await store.run(async unit => backlog(unit, 25_000, 25_000, bot.url))
    await bot.until(8)
    dead = false
    goOff(ANSWER_MS)
    await deliverer.runDue()
    expect(idsOf(bot.received.slice(8))).toHaveLength(25_000 - 8 * 1_000)
    expect(bot.received).toHaveLength(25)
    clock.at += 10 * SECOND
    await deliverer.runDue()
    expect(new Set(idsOf(bot.received.slice(8))).size).toBe(25_000)
    expect(bot.received).toHaveLength(25 + 80)
  })
})

describe('outcomes', () => {
  const outcomeAt = async (url: string, prepare?: (set: Awaited<ReturnType<typeof setUp>>) => Promise<void>) => {
    const set = await setUp([url], { profile: 'meta' })
    await set.record(statusEvent('sent'))
    const due = set.deliverer.runDue()
    await prepare?.(set)
    await due
    return (await set.attempts()).map(({ outcome }) => outcome)
  }

  test.each([
    [204, 'status_refused'],
    [404, 'status_refused'],
    [301, 'redirected'],
  ])('an answer of %i is %s', async (status, outcome) => {
    const bot = await server(response => response.writeHead(status, { location: '/' }).end())
    expect(await outcomeAt(bot.url)).toEqual([outcome])
    expect(bot.received).toHaveLength(1)
  })

  test('no answer in time', async () => {
    const bot = await server(() => {})
    const outcome = await outcomeAt(bot.url, async ({ goOff }) => {
      await bot.until(1)
      goOff(ANSWER_MS)
    })
    expect(outcome).toEqual(['timed_out'])
  })

  test('an answer without an end', async () => {
    const bot = await server(response => void response.writeHead(200).write('x'.repeat(100_000)))
    expect(await outcomeAt(bot.url)).toEqual(['delivered'])
  })

  test('a connection that breaks', async () => {
    const bot = await server(response => response.destroy())
    expect(await outcomeAt(bot.url)).toEqual(['connection_lost'])
  })

  test('nobody there', async () => {
    const bot = await receiver()
    await bot.close()
    expect(await outcomeAt(bot.url)).toEqual(['connection_refused'])
  })

  test.each([
    ['https://127.0.0.1:PORT/', 'tls_failed'],
    ['http://10.0.0.1/', 'address_blocked'],
    ['http://169.254.169.254/latest', 'address_blocked'],
    ['ftp://127.0.0.1/', 'url_invalid'],
    ['nonsense', 'url_invalid'],
  ])('%s is %s', async (url, outcome) => {
    const plain = await server()
    expect(await outcomeAt(url.replace('PORT', new URL(plain.origin).port))).toEqual([outcome])
  })

  test('an app that is gone', async () => {
    const set = await setUp(['http://127.0.0.1:1/'])
    await set.store.run(async ({ stage }) => {
      const where = {
        app_id: 'gone',
        account_id: 'a',
        field: 'messages',
        url: 'http://127.0.0.1:1/',
        conversation: 'c',
      }
      stage.delivery({ id: 'D', ...where, created_at: AT, body: '{}' })
    })
    await set.deliverer.runDue()
    expect(await set.attempts()).toMatchObject([{ delivery_id: 'D', outcome: 'app_gone' }])
    expect(await set.deliveries('failed')).toHaveLength(1)
  })
})

describe('sending again', () => {
  test('what was delivered goes out once more, in the same bytes', async () => {
    const bot = await server()
    const { record, deliveries, deliverer } = await setUp([bot.url])
    await record(statusEvent('sent'))
    await deliverer.runDue()
    const [delivery] = await deliveries()
    expect(await deliverer.redeliver(delivery!.id)).toBe(true)
    await deliverer.runDue()
    expect(bot.received).toHaveLength(2)
    expect(bot.received[1]!.raw).toBe(bot.received[0]!.raw)
    expect(await deliveries('delivered')).toMatchObject([{ attempts: 1 }])
  })

  test('what is just going out goes out once more afterwards', async () => {
    const open: ServerResponse[] = []
    const bot = await server(response => (bot.received.length === 1 ? void open.push(response) : ok(response)))
    const { record, deliverer } = await setUp([bot.url])
    await record(statusEvent('sent'))
    await bot.until(1)
    expect(await deliverer.redeliver(deliverer.inFlight()[0]!.id)).toBe(true)
    ok(open[0]!)
    await bot.until(2)
    await deliverer.idle()
  })

  test('what is not there does not', async () => {
    const { deliverer } = await setUp(['http://127.0.0.1:1/'])
    expect(await deliverer.redeliver('nothing')).toBe(false)
  })
})

describe('stopping', () => {
  test('what hangs or waits goes out after the next start, as if for the first time', async () => {
    const bot = await server(response => (bot.received.length < 3 ? undefined : ok(response)))
    const { record, deliveries, attempts, deliverer, start, goOff } = await setUp([bot.url])
    await record(statusEvent('sent'), statusEvent('delivered'))
    await bot.until(1)
    expect(deliverer.inFlight()).toMatchObject([{ url: bot.url }])
    const stopped = deliverer.stop()
    await turns()
    goOff(STOP_MS)
    await stopped
    expect(deliverer.inFlight()).toEqual([])
    expect(await attempts()).toEqual([])
    expect(await deliveries('pending')).toMatchObject([
      { attempts: 0, locked_until: 0 },
      { attempts: 0, locked_until: 0 },
    ])
    bot.received.push(bot.received[0]!)
    const next = start()
    await next.runDue()
    expect(await deliveries('delivered')).toHaveLength(2)
    await next.stop()
  })

  test('a stopped engine starts nothing', async () => {
    const bot = await server()
    const { record, deliverer } = await setUp([bot.url])
    await deliverer.stop()
    await record(statusEvent('sent'))
    deliverer.wake()
    expect(await deliverer.runDue()).toBe(0)
    expect(bot.received).toEqual([])
  })
})

test('an attempt that could not be recorded is recorded later, and not made again', async () => {
  const bot = await server()
  const world = await testWorld({ apps: [appAt(bot.url)] })
  const { timers, goOff } = manualTimers()
  const http = httpOut(HOME)
  let full = true
  const faults: string[] = []
  const store: Store = Object.create(world.store, {
    run: {
      value: (...work: Parameters<Store['run']>) =>
        full ? Promise.reject(new NotCommitted({ kind: 'full' })) : world.store.run(...work),
    },
  })
  const log = { ...quiet, error: (_: object, text: string) => void faults.push(text) }
  const deliverer = startDeliverer({ ...world, store, timers, http, profile: 'instant', log })
  ends.push(world.store.close, http.close, deliverer.stop)
  await world.record(statusEvent('sent'))
  await bot.until(1)
  while (faults.length === 0) await turns(1)
  expect(await world.deliveries('pending')).toHaveLength(1)
  full = false
  goOff(SECOND)
  await deliverer.idle()
  expect(bot.received).toHaveLength(1)
  expect(await world.deliveries('delivered')).toHaveLength(1)
})
