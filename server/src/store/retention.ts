import type { Database } from './records.ts'

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
    return { events: events.map(idOf), deliveries: deliveries.map(idOf), attempts: attempts.map(idOf) }
  },
})

const idOf = (row: { id: string }): string => row.id
