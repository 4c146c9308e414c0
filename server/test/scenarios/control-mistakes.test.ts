import { afterAll, beforeAll, expect, test } from 'vitest'
import { world } from '../world.ts'

let w: Awaited<ReturnType<typeof world>>
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.landline.close())

test.each([
  [
    'POST',
    'customers/sheena/say',
    { text: 'hi' },
    'There is no "sheena" in /control/customers. GET /control/customers lists what there is.',
  ],
  [
    'POST',
    'customers/16505550000/say',
    { text: 'hi' },
    'There is no "16505550000" in /control/customers. GET /control/customers lists what there is.',
  ],
  [
    'GET',
    'deliveries/1',
    undefined,
    'There is no "1" in /control/deliveries. GET /control/deliveries lists what there is.',
  ],
  ['DELETE', 'faults/1', undefined, 'There is no "1" in /control/faults. GET /control/faults lists what there is.'],
  [
    'GET',
    'deliveries?status=foo',
    undefined,
    '(#100) Param status must be one of {DELIVERED, FAILED, PENDING} - got "foo".',
  ],
  ['POST', 'faults', { code: 131056, times: 0 }, '(#100) Param times must be more than 0.'],
  [
    'POST',
    'faults',
    { code: 131056, operation: 'sendMesage' },
    '(#100) There is no operation sendMesage. Each has its operationId of /openapi.json; every reading of a node is readNode.',
  ],
])('%s /control/%s %j says what is wrong', async (method, path, body, message) => {
  const answer = await w.control(method, path, body)
  expect(answer.status).toBe(400)
  expect(answer.body.error).toMatchObject({ code: 100, message })
})

test('reading a node can be made to fail by its name', async () => {
  expect((await w.control('POST', 'faults', { code: 2, operation: 'readNode', times: 1 })).status).toBe(200)
  const number = w.landline.phone_number_id
  expect((await w.graph('GET', number)).body.error).toMatchObject({ code: 2 })
  expect((await w.graph('GET', number)).status).toBe(200)
})
