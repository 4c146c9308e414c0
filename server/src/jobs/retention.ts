import { dayOf, slotOf } from '../domain/analytics/periods.ts'
import { LOOK_BACK, TEMPLATE_LOOK_BACK } from '../domain/analytics/range.ts'
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

/** Numbers are told for a year, and clicks count for a week after the 90 days of templates. A reserve, as zones differ. */
const SUMS_KEPT = LOOK_BACK + 40 * DAY
const CLICKS_KEPT = TEMPLATE_LOOK_BACK + 10 * DAY

/** Trims events, deliveries and their attempts, a chunk at a time, and comes back. */
export const retention = job<Retention, number>({
  name: 'retention',
  before: (_, io) => io.used(),
  async run(limits, { read, stage, ids, now }, used) {
    const oldest = used > limits.bytes ? Number.MAX_SAFE_INTEGER : now - limits.age
    const old = await read.retention.old(oldest, limits.rows, CHUNK)
    for (const id of old.events) stage.dropEvent(id)
    for (const id of old.deliveries) stage.remove('deliveries', id)
    for (const id of old.attempts) stage.remove('attempts', id)
    const ends = now - SUMS_KEPT
    const before = { slot: slotOf(ends), day: dayOf(ends, 'UTC'), at: now - CLICKS_KEPT }
    const counts = await read.retention.uncounted(before, CHUNK)
    for (const id of counts.half_hours) stage.remove('half_hours', id)
    for (const id of counts.days) stage.remove('days', id)
    for (const id of counts.clicks) stage.remove('clicks', id)
    const more = [old, counts].flatMap(Object.values).flat().length >= CHUNK
    stage.job({ id: ids.key(), name: 'retention', due_at: more ? now : now + RETENTION_EVERY, payload: limits })
  },
})
