import { expect, test } from 'vitest'
import type { World } from '../api/control.ts'
import { samples } from './samples.ts'

test('the samples can be pasted as they are', () => {
  const world = { phone_numbers: [{ id: '106540352242922' }] } as World
  const [send, say] = samples(world, 'http://127.0.0.1:4400', '16505551234')
  expect(send?.command).toBe(
    `curl http://127.0.0.1:4400/v25.0/106540352242922/messages \\
  -H "Authorization: Bearer $LANDLINE_TOKEN" \\
  -H 'Content-Type: application/json' \\
  -d '{"messaging_product":"whatsapp","to":"16505551234","type":"template","template":{"name":"hello_world","language":{"code":"en_US"}}}'`,
  )
  expect(say?.command).toContain('/control/customers/16505551234/say')
})
