import { DAY, HOUR } from '../domain/time.ts'
import { job } from './job.ts'

/** How long what has happened is kept, and how much of it. A world is for working in, not an archive. */
export interface Retention {
  /** Milliseconds on the world clock. */
  age: number
  /** Rows of each log. */
  rows: number
}

export const DEFAULT_RETENTION: Retention = { age: 30 * DAY, rows: 2_000_000 }
export const RETENTION_EVERY = HOUR
/** Rows that go in one unit, so that nobody waits for it. */
const CHUNK = 2_000

/** Trims events, deliveries and their attempts, a chunk at a time, and comes back. */
export const retention = job<Retention>({
  name: 'retention',
  async run(limits, { read, stage, ids, now }) {
    const old = await read.retention.old(now - limits.age, limits.rows, CHUNK)
    for (const id of old.events) stage.dropEvent(id)
    for (const id of old.deliveries) stage.remove('deliveries', id)
    for (const id of old.attempts) stage.remove('attempts', id)
    const more = old.events.length + old.deliveries.length + old.attempts.length >= CHUNK
    stage.job({ id: ids.key(), name: 'retention', due_at: more ? now : now + RETENTION_EVERY, payload: limits })
  },
})
