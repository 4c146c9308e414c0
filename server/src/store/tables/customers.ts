import type { Customer } from '../../domain/messaging/model.ts'
import { type Database, recordReads } from '../records.ts'

/** The people with phones, in the order of their ids. */
export function customerReads(database: Database) {
  const { db } = database
  const customers = recordReads<Customer>(database, 'customers')
  return {
    ...customers,
    all: async (after: string, limit: number) =>
      (
        await db
          .selectFrom('customers')
          .select(['version', 'body'])
          .where('id', '>', after)
          .orderBy('id')
          .limit(limit)
          .execute()
      ).map(customers.parse),
  }
}
