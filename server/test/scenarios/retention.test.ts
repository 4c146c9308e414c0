import { expect, test } from 'vitest'
import { hello, world } from '../world.ts'

const eventsLeft = async (w: Awaited<ReturnType<typeof world>>) =>
  (await w.control('GET', 'events?limit=100')).body.data

test('what happened is kept for as long as asked, and then goes', async () => {
  const w = await world({ retention: { age: 24 * 3_600_000 } })
  try {
    await w.sends(hello)
    await w.advance('23h')
    expect((await eventsLeft(w)).some((event: { type: string }) => event.type === 'message.accepted')).toBe(true)
    await w.advance('3h')
    expect((await eventsLeft(w)).some((event: { type: string }) => event.type === 'message.accepted')).toBe(false)
  } finally {
    await w.landline.close()
  }
})

test('a database that has grown too large lets the oldest go, however young', async () => {
  const w = await world({ retention: { bytes: 1 } })
  try {
    await w.sends(hello)
    await w.advance('2h')
    expect((await eventsLeft(w)).some((event: { type: string }) => event.type === 'message.accepted')).toBe(false)
    expect((await w.sends(hello)).status).toBe(200)
  } finally {
    await w.landline.close()
  }
})
