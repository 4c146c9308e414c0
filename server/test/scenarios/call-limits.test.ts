import { afterEach, beforeEach, expect, test } from 'vitest'
import { luckyShrub } from '../seeds.ts'
import { hello, world } from '../world.ts'

let w: Awaited<ReturnType<typeof world>>
const NUMBER = '106540352242922'
const ACCOUNT = '102290129340398'

const start = async (registered: boolean) => {
  w = await world({ seed: luckyShrub({ number: { registered } }) })
}
beforeEach(() => start(false))
afterEach(() => w.landline.close())

const used = (headers: Headers) => JSON.parse(headers.get('x-business-use-case-usage')!)[ACCOUNT][0]

test('an account without a registered number is managed by 200 calls in an hour, and the headers tell how many', async () => {
  const first = await w.graph('GET', ACCOUNT)
  expect(used(first.headers)).toEqual({
    type: 'whatsapp_business_management',
    call_count: 1,
    total_cputime: 0,
    total_time: 0,
    estimated_time_to_regain_access: 0,
  })
  const paths = [`${ACCOUNT}/phone_numbers`, `${ACCOUNT}/message_templates`, `${ACCOUNT}/subscribed_apps`, NUMBER]
  for (let i = 1; i < 199; i++) expect((await w.graph('GET', paths[i % 4]!)).status).toBe(200)
  await w.advance('10m')
  const last = await w.graph('GET', ACCOUNT)
  expect(last.status).toBe(200)
  expect(used(last.headers)).toMatchObject({ call_count: 100, estimated_time_to_regain_access: 50 })

  const refused = await w.graph('GET', ACCOUNT)
  expect(refused.status).toBe(400)
  expect(refused.body.error).toMatchObject({ code: 80007, message: '(#80007) Rate limit issues', is_transient: true })
  expect(used(refused.headers)).toMatchObject({ call_count: 100, estimated_time_to_regain_access: 50 })

  // What does not manage the account goes on.
  const profile = await w.graph('GET', `${NUMBER}/whatsapp_business_profile?fields=about`)
  expect(profile.status).toBe(200)
  expect((await w.graph('GET', '506914307656634')).status).toBe(200)
  await w.advance('50m')
  const again = await w.graph('GET', ACCOUNT)
  expect(again.status).toBe(200)
  expect(used(again.headers).call_count).toBe(1)
})

test('an account with a registered number has 5,000, and sending is not counted', async () => {
  await w.landline.close()
  await start(true)
  for (let i = 0; i < 60; i++) expect((await w.graph('GET', ACCOUNT)).status).toBe(200)
  expect(used((await w.graph('GET', ACCOUNT)).headers).call_count).toBe(2)
  const sent = await w.sends(hello)
  expect(sent.status).toBe(200)
  expect(used(sent.headers)).toMatchObject({ type: 'whatsapp', call_count: 0 })
  expect(used((await w.graph('GET', ACCOUNT)).headers).call_count).toBe(2)
})

test('sending and registering are told under the use case of their own, even when refused', async () => {
  const register = await w.graph('POST', `${NUMBER}/register`, { messaging_product: 'whatsapp', pin: '123456' })
  expect(register.status).toBe(200)
  const refused = await w.graph('POST', `${NUMBER}/messages`, { messaging_product: 'whatsapp' })
  expect(refused.status).toBe(400)
  for (const { headers } of [register, refused]) expect(used(headers).type).toBe('whatsapp')
  const profile = await w.graph('GET', `${NUMBER}/whatsapp_business_profile`)
  expect(used(profile.headers).type).toBe('whatsapp_business_management')
})

test('calls about no account are counted for the app, 200 for each user', async () => {
  const call = () => w.graph('GET', '506914307656634')
  for (let i = 0; i < 199; i++) expect((await call()).status).toBe(200)
  const last = await call()
  expect(last.status).toBe(200)
  expect(JSON.parse(last.headers.get('x-app-usage')!)).toEqual({ call_count: 100, total_cputime: 0, total_time: 0 })
  const refused = await call()
  expect(refused.body.error).toMatchObject({
    code: 4,
    message: '(#4) Application request limit reached',
    is_transient: true,
  })
  const second = (await w.control('POST', 'tokens', {})).body.access_token
  const other = await w.graph('GET', '506914307656634', undefined, { authorization: `Bearer ${second}` })
  expect(other.status).toBe(200)
  expect((await call()).status).toBe(200)
  await w.advance('1h')
  expect(JSON.parse((await call()).headers.get('x-app-usage')!).call_count).toBe(1)
})

test('calls about lines of credit have 5,000 of their own', async () => {
  const call = () => w.graph('GET', '506914307656634/extendedcredits')
  for (let i = 0; i < 250; i++) expect((await call()).status).toBe(200)
  expect(JSON.parse((await call()).headers.get('x-app-usage')!).call_count).toBe(6)
  const other = await w.graph('GET', '506914307656634')
  expect(JSON.parse(other.headers.get('x-app-usage')!).call_count).toBe(1)
})

test('a limit that is switched off counts, and refuses nobody; one that always objects needs no call before', async () => {
  await w.control('POST', 'rules', { rule: 'account-calls', mode: 'off' })
  for (let i = 0; i < 205; i++) expect((await w.graph('GET', ACCOUNT)).status).toBe(200)
  await w.control('POST', 'rules', { rule: 'account-calls', mode: 'always' })
  await w.advance('2h')
  expect((await w.graph('GET', ACCOUNT)).body.error.code).toBe(80007)
  await w.control('POST', 'rules', { rule: 'app-calls', mode: 'always' })
  expect((await w.graph('GET', 'me')).body.error.code).toBe(4)
})
