import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { world } from '../world.ts'

test('a long poll does not hold a stop up: it is answered with what there is', async () => {
  const w = await world()
  const asked = w.control('GET', 'events?after=1000000&wait=30000')
  // Connections are taken in order: once a later call is answered, the poll is in hand.
  await w.control('GET', 'clock')
  await w.landline.close()
  const { status, body } = await asked
  expect(status).toBe(200)
  expect(body.data).toEqual([])
}, 10_000)

test('a long poll is answered by the commit it waits for', async () => {
  const w = await world()
  try {
    const asked = w.control('GET', 'events?type=message.received&wait=30000')
    await w.says('Hello')
    expect((await asked).body.data[0]).toMatchObject({ type: 'message.received', customer_id: w.landline.customer })
  } finally {
    await w.landline.close()
  }
}, 10_000)

test('a file that has just been fetched does not hold a stop up', async () => {
  // Whether the answer has ended when the stop begins is a race, so it is run a few times.
  for (let times = 0; times < 8; times++) {
    const w = await world()
    const response = await fetch(`${w.landline.url}/control/world/export`)
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0)
    await w.landline.close()
  }
}, 20_000)

const FORM = 'content-type: multipart/form-data; boundary=b\r\ncontent-length: 100000\r\n\r\n--b\r\n'
test.each([
  ['headers', ''],
  ['body', 'content-type: application/json\r\ncontent-length: 100\r\n\r\n{'],
  ['upload', `${FORM}content-disposition: form-data; name="file"; filename="a.png"\r\n\r\nabc`],
])(
  'a client that fell silent in the middle of its %s does not hold a stop up',
  async (_, rest) => {
    const w = await world()
    const { port } = new URL(w.landline.url)
    const line = connect(Number(port), '127.0.0.1')
    line.on('error', () => {})
    line.write(`POST /v25.0/${w.landline.phone_number_id}/media HTTP/1.1\r\nhost: 127.0.0.1\r\n${rest}`)
    await w.control('GET', 'clock')
    await w.landline.close()
    line.destroy()
  },
  10_000,
)
