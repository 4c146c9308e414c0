import type { Database } from '../records.ts'

/** What is counted to be kept within limits. */
export function counterReads({ db }: Database) {
  return {
    /** The sum of a tally; buckets are not read. */
    async tally(id: string): Promise<number> {
      const row = await db.selectFrom('counters').select('value').where('id', '=', id).executeTakeFirst()
      return row?.value ?? 0
    },
  }
}
