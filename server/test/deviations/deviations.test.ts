import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MEGABYTE } from '../../src/domain/messaging/media-types.ts'
import { serviceWindow } from '../../src/domain/messaging/window.ts'
import { wordsNeeded } from '../../src/domain/templates/rules/variables.ts'
import { BACKLOG } from '../../src/webhooks/batch.ts'
import { ANSWER_MS } from '../../src/webhooks/http-out.ts'
import { nextAttempt } from '../../src/webhooks/retry.ts'
import { fileWorld } from '../shared-world.ts'
import { hello, text } from '../world.ts'

const w = await fileWorld()

const numbersIn = (text: string, line: RegExp): number[] => Array.from(text.matchAll(line), match => Number(match[1]))
const numbers = numbersIn(readFileSync(new URL('../../../DEVIATIONS.md', import.meta.url), 'utf8'), /^\| D(\d+)/gm)
const tested = readdirSync(import.meta.dirname).flatMap(file =>
  numbersIn(readFileSync(join(import.meta.dirname, file), 'utf8'), /^test\('D(\d+)/gm),
)

test('every number of DEVIATIONS.md has its test', () => {
  expect(tested.sort((a, b) => a - b)).toEqual(numbers)
})

test('D01: a callback may be plain http', async () => {
  const answer = await w.graph(
    'POST',
    `${w.landline.app_id}/subscriptions`,
    { object: 'whatsapp_business_account', callback_url: 'http://127.0.0.1:9/nobody', verify_token: 'x' },
    w.appToken,
  )
  // It was called: what is wrong is that nobody answered, not the scheme.
  expect(answer.body.error).toMatchObject({ code: 2200 })
  expect(answer.body.error.message).toContain('curl_errno = 7')
})

test('D02: a template is reviewed after two seconds of world time', async () => {
  const body = { type: 'BODY', text: 'Your bread is ready.' }
  const created = await w.graph('POST', `${w.landline.waba_id}/message_templates`, {
    name: 'bread_ready',
    language: 'en_US',
    category: 'UTILITY',
    components: [body],
  })
  expect(created.body.status).toBe('PENDING')
  await w.advance('2s')
  expect((await w.graph('GET', created.body.id)).body.status).toBe('APPROVED')
})

test('D03: the test number writes to anybody until its list is enforced', async () => {
  expect((await w.sends(hello, '+1 650-555-9999')).status).toBe(200)
})

test('D04: a media link leads to this server', async () => {
  const form = new FormData()
  form.set('messaging_product', 'whatsapp')
  form.set('file', new Blob(['rye'], { type: 'text/plain' }), 'rye.txt')
  const authorization = `Bearer ${w.landline.access_token}`
  const response = await fetch(`${w.landline.url}/v25.0/${w.landline.phone_number_id}/media`, {
    method: 'POST',
    headers: { authorization },
    body: form,
  })
  const { id } = (await response.json()) as { id: string }
  const { url } = (await w.graph('GET', id)).body
  expect(url.startsWith(`${w.landline.url}/whatsapp_business/attachments/?mid=${id}`)).toBe(true)
  expect(await (await fetch(url, { headers: { authorization } })).text()).toBe('rye')
})

test('D05: the first retry comes after ten seconds, and none after seven days', () => {
  expect(nextAttempt(1, 'timed_out', 0, 'meta')).toBe(10_000)
  expect(nextAttempt(1_000, 'timed_out', 0, 'meta')).toBeUndefined()
})

test('D08: an old version is served as v17.0, and the header says so', async () => {
  const { headers, status } = await w.call('GET', `/v13.0/${w.landline.phone_number_id}`, undefined, {
    authorization: `Bearer ${w.landline.access_token}`,
  })
  expect(status).toBe(200)
  expect(headers.get('facebook-api-version')).toBe('v17.0')
})

test('D09: a version after v25.0 is the name of a node', async () => {
  const { body } = await w.call('GET', '/v26.0/me', undefined, { authorization: `Bearer ${w.landline.access_token}` })
  expect(body.error).toMatchObject({ code: 2500, message: 'Unknown path components: /me' })
})

test('D10: a missing product is reported before a bad type', async () => {
  const { body } = await w.graph('POST', `${w.landline.phone_number_id}/messages`, { type: 'jpeg' })
  expect(body.error.message).toBe('(#100) The parameter messaging_product is required.')
})

test('D12: what was never given out is no authorization code', async () => {
  const { landline } = w
  const query = `client_id=${landline.app_id}&client_secret=${landline.app_secret}&code=abc`
  const { body, status } = await w.call('GET', `/v25.0/oauth/access_token?${query}`)
  expect(status).toBe(400)
  expect(body.error).toMatchObject({ code: 100, message: 'Invalid verification code format.' })
})

test('D13: a message to somebody who blocked the business stays sent', async () => {
  const { customer } = w.landline
  await w.says('Hello')
  await w.control('POST', `customers/${customer}/block`, {})
  const { body } = await w.sends(text('Are you there?'))
  await w.advance('1h')
  await w.control('POST', `customers/${customer}/unblock`, {})
  for (const edge of ['offline', 'online']) await w.control('POST', `customers/${customer}/${edge}`, {})
  await w.advance('1h')
  const { body: events } = await w.control('GET', 'events?limit=1000')
  const about = events.data.filter((one: { wamid?: string }) => one.wamid === body.messages[0].id)
  expect(about.map((one: { type: string }) => one.type)).toEqual(['message.accepted', 'message.sent'])
})

test('D14: a callback has ten seconds for a notification', () => {
  expect(ANSWER_MS).toBe(10_000)
})

test('D15: notifications are put together when more than 64 wait', () => {
  expect(BACKLOG).toBe(64)
})

test('D18: three variables need seven other words', () => {
  expect(wordsNeeded(3)).toBe(7)
})

test('D19: the size of a medium is a number', async () => {
  const form = new FormData()
  form.set('messaging_product', 'whatsapp')
  form.set('file', new Blob(['rye'], { type: 'text/plain' }), 'rye.txt')
  const response = await fetch(`${w.landline.url}/v25.0/${w.landline.phone_number_id}/media`, {
    method: 'POST',
    headers: { authorization: `Bearer ${w.landline.access_token}` },
    body: form,
  })
  const { id } = (await response.json()) as { id: string }
  expect((await w.graph('GET', id)).body.file_size).toBe(3)
})

test('D20: an unknown grant is refused in words of ours', async () => {
  const { landline } = w
  const query = `client_id=${landline.app_id}&client_secret=${landline.app_secret}&grant_type=wish`
  const { body } = await w.call('GET', `/v25.0/oauth/access_token?${query}`)
  expect(body.error).toMatchObject({ code: 100, message: expect.stringContaining('grant_type must be one of') })
})

test('D21: a message counts as sent inside the window that a later one opened', () => {
  expect(serviceWindow(2_000, 1_000).open).toBe(true)
})

test('D22: a megabyte has 1024 times 1024 bytes', () => {
  expect(MEGABYTE).toBe(1_048_576)
})

test('D23: a cursor of templates that is none is answered with code 100', async () => {
  const { body } = await w.graph('GET', `${w.landline.waba_id}/message_templates?after=nonsense`)
  expect(body.error.code).toBe(100)
})
