import type { LoggedEvent } from '../../events/event.ts'
import type { Database } from '../records.ts'

export interface EventFilter {
  types?: string[]
  customer_id?: string
  phone_number_id?: string
}

export interface ActivityFilter {
  types: string[]
  /** Unix milliseconds, both included. */
  since?: number
  until?: number
  /** Sequence numbers, excluded. */
  before?: number
  after?: number
}

/** The log of what happened. */
export function eventReads({ db }: Database) {
  return {
    async after(seq: number, filter: EventFilter, limit: number): Promise<LoggedEvent[]> {
      let query = db.selectFrom('events').select(['seq', 'id', 'body']).where('seq', '>', seq)
      if (filter.types?.length) query = query.where('type', 'in', filter.types)
      if (filter.customer_id) query = query.where('customer_id', '=', filter.customer_id)
      if (filter.phone_number_id) query = query.where('phone_number_id', '=', filter.phone_number_id)
      const rows = await query.orderBy('seq').limit(limit).execute()
      return rows.map(row => ({ ...(JSON.parse(row.body) as LoggedEvent), seq: Number(row.seq), id: row.id }))
    },
    ofAccount: ofAccount(db),
    /** What became of one message, oldest first. Looks through the log from the instant it was sent. */
    async ofMessage(
      message: { wamid: string; customer_id: string; at: number },
      types: string[],
    ): Promise<LoggedEvent[]> {
      const rows = await db
        .selectFrom('events')
        .select(['seq', 'id', 'body'])
        .where('at', '>=', message.at)
        .where('customer_id', '=', message.customer_id)
        .where('type', 'in', types)
        .orderBy('seq')
        .execute()
      return rows
        .map(row => ({ ...(JSON.parse(row.body) as LoggedEvent), seq: Number(row.seq), id: row.id }))
        .filter(event => 'wamid' in event && event.wamid === message.wamid)
    },
    async lastSeq(): Promise<number> {
      const row = await db
        .selectFrom('events')
        .select(e => e.fn.max('seq').as('seq'))
        .executeTakeFirst()
      return Number(row?.seq ?? 0)
    },
  }
}

/** What happened to an account apart from its conversations, newest first; with `after`, the oldest of the newer ones. */
const ofAccount =
  (db: Database['db']) =>
  async (accountId: string, filter: ActivityFilter, limit: number): Promise<LoggedEvent[]> => {
    if (filter.types.length === 0) return []
    let query = db
      .selectFrom('events')
      .select(['seq', 'id', 'body'])
      .where('account_id', '=', accountId)
      .where('customer_id', 'is', null)
      .where('type', 'in', filter.types)
    if (filter.since !== undefined) query = query.where('at', '>=', filter.since)
    if (filter.until !== undefined) query = query.where('at', '<=', filter.until)
    if (filter.before !== undefined) query = query.where('seq', '<', filter.before)
    if (filter.after !== undefined) query = query.where('seq', '>', filter.after)
    const rows = await query
      .orderBy('seq', filter.after === undefined ? 'desc' : 'asc')
      .limit(limit)
      .execute()
    const events = rows.map(row => ({ ...(JSON.parse(row.body) as LoggedEvent), seq: Number(row.seq), id: row.id }))
    return filter.after === undefined ? events : events.reverse()
  }
