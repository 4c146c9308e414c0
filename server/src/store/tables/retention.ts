import type { Database } from '../records.ts'
import { trafficKey } from './traffic.ts'

/** What has been kept long enough: ids of events, settled deliveries and attempts, oldest first, `limit` of each. */
export const retentionReads = ({ db }: Database) => ({
  async old(before: number, rows: number, limit: number) {
    const last = await db
      .selectFrom('events')
      .select(e => e.fn.max('seq').as('seq'))
      .executeTakeFirst()
    const events = await db
      .selectFrom('events')
      .select(['id'])
      .where(e => e.or([e('at', '<', before), e('seq', '<=', Number(last?.seq ?? 0) - rows)]))
      .orderBy('seq')
      .limit(limit)
      .execute()
    const deliveries = await db
      .selectFrom('deliveries')
      .select(['id'])
      .where('status', '!=', 'pending')
      .where('created_at', '<', before)
      .orderBy('id')
      .limit(limit)
      .execute()
    const attempts = await db
      .selectFrom('attempts')
      .select(['id'])
      .where('at', '<', before)
      .orderBy('id')
      .limit(limit)
      .execute()
    return {
      events: events.map(idOf),
      deliveries: deliveries.map(idOf),
      attempts: attempts.map(idOf),
    }
  },
  /** Sums and clicks that nobody can ask about any more, `limit` of each: by half hour, by day and by instant. */
  async uncounted(before: { slot: number; day: number; at: number }, limit: number) {
    const sums = { half_hours: [] as string[], days: [] as string[] }
    for (const { id } of await db.selectFrom('accounts').select('id').execute()) {
      for (const [table, end] of [
        ['half_hours', before.slot],
        ['days', before.day],
      ] as const) {
        const rows = await db
          .selectFrom(table)
          .select('id')
          .where('id', '>=', trafficKey(id, 0))
          .where('id', '<', trafficKey(id, end))
          .limit(limit - sums[table].length)
          .execute()
        sums[table].push(...rows.map(idOf))
      }
    }
    const clicks = await db
      .selectFrom('clicks')
      .select('id')
      .where('at', '<', before.at)
      .orderBy('id')
      .limit(limit)
      .execute()
    return { ...sums, clicks: clicks.map(idOf) }
  },
})

const idOf = (row: { id: string }): string => row.id
