import { DAY, HOUR } from '../domain/time.ts'
import { job } from './job.ts'

/** How long what has happened is kept, and how much of it. A world is for working in, not an archive. */
export interface Retention {
  /** Milliseconds on the world clock. */
  age: number
  /** Rows of each log. */
  rows: number
  /** Bytes of the whole database; beyond, the oldest goes however young it is. */
  bytes: number
}

export const DEFAULT_RETENTION: Retention = { age: 30 * DAY, rows: 2_000_000, bytes: 4 * 1024 ** 3 }
export const RETENTION_EVERY = HOUR
/** Rows that go in one unit, so that nobody waits for it. */
const CHUNK = 2_000

/** Trims events, deliveries and their attempts, a chunk at a time, and comes back. */
export const retention = job<Retention, number>({
  name: 'retention',
  before: (_, io) => io.used(),
  async run(limits, { read, stage, ids, now }, used) {
    const before = used > limits.bytes ? Number.MAX_SAFE_INTEGER : now - limits.age
    const old = await read.retention.old(before, limits.rows, CHUNK)
    for (const id of old.events) stage.dropEvent(id)
    for (const id of old.deliveries) stage.remove('deliveries', id)
    for (const id of old.attempts) stage.remove('attempts', id)
    const more = old.events.length + old.deliveries.length + old.attempts.length >= CHUNK
    stage.job({ id: ids.key(), name: 'retention', due_at: more ? now : now + RETENTION_EVERY, payload: limits })
  },
})
