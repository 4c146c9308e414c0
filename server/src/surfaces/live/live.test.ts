import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { systemTimers } from '../../runtime/timers.ts'
import type { Store } from '../../store/store.ts'
import { liveSurface } from './live.ts'

const BATCHES = 40
const PER_BATCH = 500
const TEXT = 'x'.repeat(2_000)

/** A log with more in it than the lines of a computer hold: 40 MB. */
function longLog() {
  const counted = { reads: 0 }
  const after = async (seq: number) => {
    counted.reads++
    const rest = Math.min(PER_BATCH, BATCHES * PER_BATCH - seq)
    return Array.from({ length: rest }, (_, at) => ({ seq: seq + at + 1, type: 'test.event', text: TEXT }))
  }
  const store = { read: { events: { after, lastSeq: async () => 0 } }, onCommit: () => () => {} }
  return { store: store as unknown as Store, counted }
}

test('a listener that does not read is not written for, and misses nothing', async () => {
  const { store, counted } = longLog()
  const app = Fastify()
  liveSurface(app, { store, timers: systemTimers(), guard: {} })
  await app.listen({ port: 0 })
  const { port } = app.server.address() as AddressInfo
  const feed = await new Promise<IncomingMessage>(resolve =>
    get({ port, path: '/control/live', headers: { host: 'localhost', 'last-event-id': '0' } }, resolve),
  )
  feed.pause()
  let before = -1
  // It has stopped when nothing is read between two looks.
  await expect
    .poll(() => {
      const same = counted.reads === before
      before = counted.reads
      return same
    })
    .toBe(true)
  expect(counted.reads).toBeLessThan(BATCHES)

  const seqs: number[] = []
  let text = ''
  await new Promise<void>(resolve => {
    feed.on('data', chunk => {
      text += chunk
      const whole = text.split('\n\n')
      text = whole.pop()!
      for (const one of whole) if (one.startsWith('id: ')) seqs.push(Number(/\d+/.exec(one)![0]))
      if (seqs.length === BATCHES * PER_BATCH) resolve()
    })
    feed.resume()
  })
  expect(seqs).toEqual(Array.from({ length: BATCHES * PER_BATCH }, (_, at) => at + 1))
  feed.destroy()
  await app.close()
}, 20_000)
