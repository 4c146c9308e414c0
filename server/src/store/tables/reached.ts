import type { Reached } from '../../domain/messaging/model.ts'
import type { Stored } from '../../domain/stored.ts'
import { type Database, recordReads } from '../records.ts'

/** Customers whom portfolios have reached. Each is asked for about once, so nobody keeps them in memory. */
export function reachedReads(database: Database) {
  const { db } = database
  const { parse } = recordReads<Reached>(database, 'reached')
  return {
    async find(id: string): Promise<Stored<Reached> | undefined> {
      const row = await db.selectFrom('reached').select(['version', 'body']).where('id', '=', id).executeTakeFirst()
      return row && parse(row)
    },
    /** How many different customers a portfolio has reached since an instant. */
    async countSince(businessId: string, at: number): Promise<number> {
      const row = await db
        .selectFrom('reached')
        .select(e => e.fn.countAll().as('n'))
        .where('business_id', '=', businessId)
        .where('at', '>', at)
        .executeTakeFirst()
      return Number(row?.n ?? 0)
    },
  }
}
