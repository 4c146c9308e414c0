import type { Database } from '../records.ts'
import { conversationId } from './messages.ts'

/** Webhooks that were or are to be delivered, and each attempt at it. */
export function deliveryReads({ db }: Database) {
  return {
    find: (id: string) => db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst(),
    async list(filter: { status?: string; before?: string }, limit: number) {
      let query = db.selectFrom('deliveries').selectAll()
      if (filter.status) query = query.where('status', '=', filter.status)
      if (filter.before) query = query.where('id', '<', filter.before)
      return query.orderBy('id', 'desc').limit(limit).execute()
    },
    /** Webhooks of one chat since one of its messages, oldest first: keys rise with time. Looks through the log from there. */
    ofChat: (message: { key: string; phone_number_id: string; customer_id: string }) =>
      db
        .selectFrom('deliveries')
        .selectAll()
        .where('id', '>', message.key)
        .where('conversation', '=', conversationId(message.phone_number_id, message.customer_id))
        .where('field', '=', 'messages')
        .orderBy('id')
        .execute(),
    attemptsOf: (ids: string[]) =>
      ids.length === 0
        ? Promise.resolve([])
        : db.selectFrom('attempts').selectAll().where('delivery_id', 'in', ids).orderBy('id').execute(),
    async pendingCount(): Promise<number> {
      const row = await db
        .selectFrom('deliveries')
        .select(e => e.fn.countAll().as('n'))
        .where('status', '=', 'pending')
        .executeTakeFirst()
      return Number(row?.n ?? 0)
    },
  }
}
