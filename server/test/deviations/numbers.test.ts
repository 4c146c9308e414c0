import { beforeAll, expect, test } from 'vitest'
import { CODE_AGAIN_AFTER, CODE_LIFE, CODE_TRIES } from '../../src/domain/numbers/code.ts'
import { FREE_GUESSES, GUESS_LOCK, GUESS_PAUSE, MAX_GUESSES } from '../../src/domain/numbers/pin-guesses.ts'
import { fileWorld } from '../shared-world.ts'
import { hello } from '../world.ts'

let number: string
const w = await fileWorld()
beforeAll(async () => {
  number = w.landline.phone_number_id
})

test('D47: codes and PINs have figures of ours', () => {
  expect([CODE_LIFE, CODE_AGAIN_AFTER, CODE_TRIES]).toEqual([600_000, 60_000, 5])
  expect([FREE_GUESSES, GUESS_PAUSE, MAX_GUESSES, GUESS_LOCK]).toEqual([3, 30_000, 10, 3_600_000])
})

test('D48: a display name is reviewed after two seconds of world time', async () => {
  await w.graph('POST', number, { new_display_name: 'Lucky Shrub Boston' })
  await w.advance('2s')
  expect((await w.graph('GET', number)).body.verified_name).toBe('Lucky Shrub Boston')
})

test('D49: events of a message history are a plain list', async () => {
  await w.sends(hello)
  await w.advance('1s')
  const [{ id }] = (await w.graph('GET', `${number}/message_history`)).body.data
  const [first] = (await w.graph('GET', `${id}/events`)).body.data
  expect(Object.keys(first)).toEqual(['id', 'delivery_status', 'timestamp', 'occurrence_timestamp', 'status_timestamp'])
})

test('D51: a number without storage keeps its messages all the same', async () => {
  await w.graph('POST', `${number}/deregister`, {})
  const none = { status: 'NO_STORAGE_ENABLED', retention_minutes: 60 }
  await w.graph('POST', `${number}/settings`, { storage_configuration: none })
  await w.graph('POST', `${number}/register`, { messaging_product: 'whatsapp', pin: '123456' })
  await w.says('Hello')
  await w.advance('2h')
  expect(JSON.stringify((await w.control('GET', `customers/${w.landline.customer}/inbox`)).body)).toContain('Hello')
})

test('D52: a short link leads to the phone page', async () => {
  const { body } = await w.graph('POST', `${number}/message_qrdls`, { prefilled_message: 'Hello' })
  expect(body.deep_link_url).toBe(`${w.landline.url}/phone?message=${body.code}`)
})

test('D53: a username is approved at once', async () => {
  expect((await w.graph('POST', `${number}/username`, { username: 'luckyshrub' })).body).toEqual({ status: 'approved' })
})
