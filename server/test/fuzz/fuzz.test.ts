import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { text, world } from '../world.ts'
import { oddBody, oddQuery, oddSegment, oddText, oddType, oddValue } from './garbage.ts'
import { abandon, BOUND, type RawAnswer, rawCall, requestBytes } from './raw.ts'
import { SENDS, spoil } from './sends.ts'

const JSON_TYPE: [string, string] = ['content-type', 'application/json']

let w: Awaited<ReturnType<typeof world>>
let bearer: [string, string]

beforeAll(async () => {
  w = await world()
  bearer = ['authorization', `Bearer ${w.landline.access_token}`]
})

afterAll(async () => {
  const health = await w.call('GET', '/healthz')
  expect(health.status).toBe(200)
  await w.call('POST', '/control/clock/freeze', {})
  await w.advance('1h')
  await w.says('Hello')
  const sent = await w.sends(text('Still here'))
  expect(sent).toMatchObject({ status: 200, body: { messages: [{ id: expect.stringMatching(/^wamid\./) }] } })
  await w.landline.close()
})

const bodyOf = (answer: RawAnswer): string =>
  /transfer-encoding: chunked/i.test(answer.head) ? answer.body.replaceAll(/(^|\r\n)[0-9a-f]+\r\n/gi, '') : answer.body

/** Never our own fault; and what is refused is refused in Meta's words. */
function expectGraphAnswer(answer: RawAnswer): void {
  expect(answer.status, answer.head + answer.body.slice(0, 300)).toBeGreaterThanOrEqual(200)
  expect(answer.status, answer.head + answer.body.slice(0, 300)).toBeLessThan(500)
  if (answer.status < 400) return
  const { error } = JSON.parse(bodyOf(answer))
  expect(error).toMatchObject({ message: expect.any(String), type: expect.any(String), code: expect.any(Number) })
  expect(error.fbtrace_id).toMatch(/^A[\w-]{22}$/)
}

const method = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('GET', 'POST', 'DELETE') },
  fc.constantFrom('PUT', 'PATCH', 'PROPFIND', 'PURGE'),
)

const path = () => {
  const { phone_number_id, waba_id, app_id, business_id } = w.landline
  const known = fc.constantFrom(phone_number_id, waba_id, app_id, business_id, 'me', 'app', 'debug_token', 'oauth', '1')
  const edge = fc.constantFrom(
    'messages',
    'media',
    'phone_numbers',
    'message_templates',
    'subscribed_apps',
    'subscriptions',
    'assigned_users',
    'schedules',
    'activities',
    'system_users',
  )
  const more = fc.constantFrom(
    'whatsapp_business_profile',
    'register',
    'access_token',
    'owned_whatsapp_business_accounts',
  )
  const version = fc.constantFrom('v25.0', 'v21.0', 'v1.0', 'v99.0', 'v')
  return fc
    .tuple(
      version,
      fc.oneof(known, oddSegment),
      fc.option(fc.oneof(edge, more, oddSegment)),
      fc.option(oddSegment, { freq: 9 }),
    )
    .map(parts => `/${parts.filter(part => part !== null).join('/')}`)
}

test('no request is answered with a fault of ours, and every one is answered', async () => {
  const request = fc.record({
    method,
    path: path(),
    query: oddQuery,
    type: oddType,
    body: oddBody,
    token: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(request, async one => {
      const headers: [string, string][] = [['content-type', one.type], ...(one.token ? [bearer] : [])]
      const bytes = requestBytes(one.method, `${one.path}?${one.query}`, headers, one.body)
      expectGraphAnswer(await rawCall(w.landline.url, bytes))
    }),
    { numRuns: 3_000, interruptAfterTimeLimit: 6_000 },
  )
})

test('spoiled messages of every type are accepted or refused, no more', async () => {
  await w.advance('10m')
  let accepted = 0
  const spoiling = fc.record({
    at: fc.nat(40),
    how: fc.constantFrom('drop', 'put', 'add', 'wrap'),
    name: oddText,
    value: oddValue,
  })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...SENDS),
      fc.array(spoiling, { minLength: 1, maxLength: 3 }),
      async (send, all) => {
        const whole = { messaging_product: 'whatsapp', to: w.landline.customer, ...send }
        const body = Buffer.from(JSON.stringify(all.reduce(spoil, whole)))
        const headers: [string, string][] = [['content-type', 'application/json'], bearer]
        const bytes = requestBytes('POST', `/v25.0/${w.landline.phone_number_id}/messages`, headers, body)
        const answer = await rawCall(w.landline.url, bytes)
        expectGraphAnswer(answer)
        // Limits must not hide what comes after them.
        if (answer.status === 200 && ++accepted % 20 === 0) await w.advance('5m')
      },
    ),
    { numRuns: 2_000, interruptAfterTimeLimit: 5_000 },
  )
  expect(accepted).toBeGreaterThan(10)
})

test('spoiled messages do no harm while no rule looks at them', async () => {
  const rules = (await w.control('GET', 'rules')).body.data.filter((one: { stage: string }) => one.stage === 'draft')
  const all = async (mode: string) => {
    for (const { name } of rules) await w.control('POST', 'rules', { rule: name, mode })
  }
  await all('off')
  await w.advance('10m')
  await w.says('Hello')
  let accepted = 0
  const spoiling = fc.record({ at: fc.nat(40), how: fc.constantFrom('drop', 'put'), name: oddText, value: oddValue })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...SENDS), fc.array(spoiling, { maxLength: 2 }), async (send, spoilings) => {
      const whole = { messaging_product: 'whatsapp', to: w.landline.customer, ...send }
      const body = Buffer.from(JSON.stringify(spoilings.reduce(spoil, whole)))
      const headers: [string, string][] = [['content-type', 'application/json'], bearer]
      const bytes = requestBytes('POST', `/v25.0/${w.landline.phone_number_id}/messages`, headers, body)
      const answer = await rawCall(w.landline.url, bytes)
      expectGraphAnswer(answer)
      if (answer.status === 200 && ++accepted % 20 === 0) await w.advance('5m')
    }),
    { numRuns: 1_000, interruptAfterTimeLimit: 4_000 },
  )
  await w.advance('1s')
  // Whatever was taken can be looked at.
  const inbox = await w.control('GET', `customers/${w.landline.customer}/inbox?limit=1000`)
  expect(inbox.status).toBe(200)
  expect(accepted).toBeGreaterThan(10)
  await all('usual')
})

test('templates of any shape are accepted or refused', async () => {
  const component = fc.record(
    {
      type: fc.constantFrom('HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL', 'x'),
      format: oddValue,
      text: oddValue,
      buttons: oddValue,
      example: oddValue,
      cards: oddValue,
    },
    { requiredKeys: ['type'] },
  )
  const template = fc.record({
    name: oddText,
    language: oddText,
    category: fc.constantFrom('UTILITY', 'MARKETING', 'AUTHENTICATION'),
    components: fc.array(component, { maxLength: 4 }),
  })
  await fc.assert(
    fc.asyncProperty(template, async one => {
      const headers: [string, string][] = [['content-type', 'application/json'], bearer]
      const body = Buffer.from(JSON.stringify({ ...one, name: 'fuzz' }))
      expectGraphAnswer(
        await rawCall(
          w.landline.url,
          requestBytes('POST', `/v25.0/${w.landline.waba_id}/message_templates`, headers, body),
        ),
      )
    }),
    { numRuns: 800, interruptAfterTimeLimit: 3_000 },
  )
})

test('no request to /control is answered with a fault of ours', async () => {
  const { customer } = w.landline
  const place = fc.constantFrom(
    'customers',
    `customers/${customer}`,
    'clock',
    'events',
    'deliveries',
    'templates',
    'requests',
    'world',
  )
  const edge = fc.constantFrom('say', 'tap', 'react', 'read', 'inbox', 'chats', 'freeze', 'advance', 'nothing')
  const params = fc.constantFrom(
    'text',
    'by',
    'at',
    'to',
    'limit',
    'name',
    'wa_id',
    'message',
    'emoji',
    'button',
    'image',
    'before',
  )
  const body = fc.array(fc.tuple(fc.oneof(params, oddText), oddValue), { maxLength: 4 }).map(Object.fromEntries)
  const request = fc.record({ method, place, edge: fc.option(fc.oneof(edge, oddSegment)), query: oddQuery, body })
  await fc.assert(
    fc.asyncProperty(request, async one => {
      const path = `/control/${one.place}${one.edge === null ? '' : `/${one.edge}`}?${one.query}`
      const bytes = Buffer.from(JSON.stringify(one.body))
      expectGraphAnswer(await rawCall(w.landline.url, requestBytes(one.method, path, [JSON_TYPE], bytes)))
    }),
    { numRuns: 800, interruptAfterTimeLimit: 4_000 },
  )
})

test.each([
  ['a header that is none', 'GET / HTTP/1.1\r\nnot a header\r\n\r\n'],
  ['no host', 'GET /v25.0/me HTTP/1.1\r\n\r\n'],
  ['a method that is none', 'FROB / HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n'],
  ['two lengths', 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nx'],
  ['length and chunks', 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\nx'],
  ['headers too large', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`],
  ['an absolute target', 'GET http://[/ HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n'],
  ['a double slash', 'GET //v25.0//me HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n'],
])('%s is refused on the spot', async (_, request) => {
  const answer = await rawCall(w.landline.url, Buffer.from(request, 'latin1'))
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
})

test('a body that is too large gets an envelope that says so', async () => {
  const { status, body } = await w.graph('POST', `${w.landline.phone_number_id}/messages`, {
    text: { body: 'x'.repeat(5 * 1024 * 1024) },
  })
  expect(status).toBe(413)
  expect(body.error).toMatchObject({
    code: 1,
    message: expect.stringContaining('larger'),
    fbtrace_id: expect.any(String),
  })
})

test('clients that go away in the middle harm nobody', async () => {
  const length: [string, string] = ['content-length', '100000']
  const to = `/v25.0/${w.landline.phone_number_id}`
  const json = requestBytes(
    'POST',
    `${to}/messages`,
    [bearer, ['content-type', 'application/json'], length],
    new Uint8Array(),
  )
  const form: [string, string] = ['content-type', 'multipart/form-data; boundary=b']
  const upload = requestBytes('POST', `${to}/media`, [bearer, form, length], new Uint8Array())
  const part =
    '--b\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\nabc'
  await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      abandon(w.landline.url, Buffer.concat([i % 2 ? json : upload, Buffer.from(i % 2 ? '{"to":' : part)])),
    ),
  )
  expect((await w.call('GET', '/readyz')).status).toBe(200)
})

test.each<[string, [string, string][]]>([
  ['another origin', [JSON_TYPE, ['origin', 'https://evil.example']]],
  ['an origin of nobody', [JSON_TYPE, ['origin', 'null']]],
  ['a page of another site', [JSON_TYPE, ['sec-fetch-site', 'cross-site']]],
  ['a form', [['content-type', 'application/x-www-form-urlencoded']]],
  ['plain text', [['content-type', 'text/plain']]],
  [
    'a form by way of the browser',
    [
      ['content-type', 'multipart/form-data; boundary=b'],
      ['origin', 'https://evil.example'],
    ],
  ],
])('%s may not drive /control', async (_, headers) => {
  const path = `/control/customers/${w.landline.customer}/say`
  const answer = await rawCall(w.landline.url, requestBytes('POST', path, headers, Buffer.from('{"text":"x"}')))
  expect(answer.status).toBe(403)
  expect(JSON.parse(bodyOf(answer)).error.fbtrace_id).toEqual(expect.any(String))
  expect(answer.head.toLowerCase()).not.toContain('access-control-allow-origin')
})

test.each(['/', '/phone', '/control/world', '/control/live'])('%s answers to no other name', async path => {
  const request = `GET ${path} HTTP/1.1\r\nhost: rebound.example\r\nconnection: close\r\n\r\n`
  expect((await rawCall(w.landline.url, Buffer.from(request))).status).toBe(403)
})

test('an open live feed does not keep the server from stopping', async () => {
  const other = await world()
  const feed = await fetch(`${other.landline.url}/control/live`)
  const reader = feed.body!.getReader()
  await reader.read()
  const began = performance.now()
  await other.landline.close()
  expect(performance.now() - began).toBeLessThan(BOUND)
})
