import pg from 'pg'
import type { Piece } from '../driver.ts'
import type { EventRow, Outcome, Write } from '../write.ts'
import { type Catalog, EVENTS_LOCK, tablesOf } from './catalog.ts'
import { isFull, outcomeOf } from './errors.ts'
import { CHANNEL, payloadsFor } from './notify.ts'
import { insertEvents, planWrites } from './plan.ts'
import type { Connections } from './pool.ts'

/** Classes of errors that a row causes: data that do not fit their column, and constraints. */
const ROW_ERRORS = /^2[23]/

/**
 * Puts rows in the place of all there are, in one transaction. Batches wait for it, whatever node they come from; whoever
 * reads does not, and finds what was there until it is committed.
 */
export async function replaceRows(
  { transaction }: Connections,
  catalog: Catalog,
  node: string,
  pieces: AsyncIterable<Piece>,
  event: EventRow,
): Promise<Outcome> {
  try {
    const seq = await transaction('alone', async query => {
      const run = async (writes: Write[]) => {
        for (const { text, values } of planWrites(writes, catalog)) await query(text, values)
      }
      await run(tablesOf(catalog).map(({ name }) => ({ op: 'clear', table: name })))
      for await (const { table, rows } of pieces) await run(rows.map(row => ({ op: 'insert', table, row })))
      await query('SELECT pg_advisory_xact_lock($1)', [EVENTS_LOCK])
      const { text, values } = insertEvents([event])
      const { rows: appended } = await query<{ seq: number }>(text, values)
      const { rows } = await query<{ xid: string }>(
        `SELECT pg_current_xact_id()::text AS xid, pg_notify('${CHANNEL}', payload) FROM unnest($1::text[]) AS payload`,
        [payloadsFor(node, ['*'])],
      )
      return { result: appended[0]!.seq, xid: rows[0]!.xid }
    })
    return { kind: 'committed', seqs: [seq] }
  } catch (error) {
    const ofRows = error instanceof pg.DatabaseError && ROW_ERRORS.test(error.code ?? '')
    if (ofRows || isFull(error)) return outcomeOf(error, catalog)
    throw error
  }
}
