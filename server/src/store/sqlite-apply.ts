import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { Rejected } from './rejected.ts'
import { sqliteCounters } from './sqlite-counters.ts'
import type { Draft, EventRow, Outcome, Row, Write } from './write.ts'

const NAMED_CONFLICT = /UNIQUE constraint failed: (.+)/
const SQLITE_FULL = 13

/**
 * Applies batches of units to one SQLite connection. Synchronous, so a batch is never interleaved with another.
 *
 * The straight way is one transaction without savepoints. If any unit is rejected after it has written, the whole
 * transaction is rolled back and replayed with a savepoint for each unit.
 */
export function sqliteApplier(database: DatabaseSync) {
  const statements = new Map<string, StatementSync>()
  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql)
    if (known) return known
    const statement = database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  const counters = sqliteCounters(prepared)
  let syncs = 0

  const insertEvent = (event: EventRow): number =>
    Number(
      prepared(
        'INSERT INTO events (id, at, type, account_id, phone_number_id, customer_id, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ).run(event.id, event.at, event.type, event.account_id, event.phone_number_id, event.customer_id, event.body)
        .lastInsertRowid,
    )

  const overwrites = new Map<string, string>()
  /**
   * Makes an insert replace the row with the same key, and only that one: `INSERT OR REPLACE` would also delete another
   * row that holds a unique column. Columns left out become NULL, as in a new row.
   */
  function overwrite(table: string): string {
    let clause = overwrites.get(table)
    if (clause) return clause
    const columns = prepared(`SELECT name FROM pragma_table_info(?) WHERE name <> 'id'`).all(table) as {
      name: string
    }[]
    clause = `ON CONFLICT (id) DO UPDATE SET ${columns.map(({ name }) => `${name} = excluded.${name}`).join(', ')}`
    overwrites.set(table, clause)
    return clause
  }

  function write(staged: Write): void {
    switch (staged.op) {
      case 'insert':
        try {
          prepared(insertSql(staged.table, staged.row)).run(...cells(staged.row))
        } catch (error) {
          throw keyTaken(staged.table, staged.row.id, error)
            ? new Rejected({ kind: 'conflict', on: staged.table })
            : error
        }
        return
      case 'put':
        prepared(`${insertSql(staged.table, staged.row)} ${overwrite(staged.table)}`).run(...cells(staged.row))
        return
      case 'update':
        prepared(updateSql(staged.table, staged.row, '')).run(...cells(staged.row), staged.row.id)
        return
      case 'delete':
        prepared(`DELETE FROM ${staged.table} WHERE id = ?`).run(staged.id)
        return
      case 'clear':
        prepared(`DELETE FROM ${staged.table}`).run()
        if (staged.table === 'counters') counters.clear()
        return
      case 'change': {
        const row = { ...staged.row, version: staged.version + 1 }
        const { changes } = prepared(updateSql(staged.table, row, ' AND version = ?')).run(
          ...cells(row),
          row.id,
          staged.version,
        )
        if (changes === 0) throw new Rejected({ kind: 'stale', table: staged.table, id: row.id })
      }
    }
  }

  /** Where the key and a unique column are both taken, the key is named; SQLite names whichever index is newest. */
  const keyTaken = (table: string, id: string, error: unknown): boolean =>
    NAMED_CONFLICT.test(String(error)) && prepared(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined

  /** Takes are decided before anything is written, so a refusal costs nothing. */
  function apply(draft: Draft): Outcome {
    const refused = counters.take(draft.takes)
    if (refused) return { kind: 'refused', names: refused }
    try {
      for (const staged of draft.writes) write(staged)
      return { kind: 'committed', seqs: draft.events.map(insertEvent) }
    } catch (error) {
      counters.giveBack()
      throw error
    }
  }

  function transaction(run: () => void): void {
    database.exec('BEGIN IMMEDIATE')
    try {
      run()
      counters.flush()
      database.exec('COMMIT')
      syncs++
      counters.settle()
    } catch (error) {
      counters.rollback()
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
  }

  function straight(drafts: Draft[]): Outcome[] {
    const outcomes: Outcome[] = []
    transaction(() => {
      for (const draft of drafts) outcomes.push(apply(draft))
    })
    return outcomes
  }

  function oneByOne(drafts: Draft[]): Outcome[] {
    const outcomes: Outcome[] = []
    transaction(() => {
      for (const draft of drafts) {
        database.exec('SAVEPOINT unit')
        try {
          outcomes.push(apply(draft))
        } catch (error) {
          if (isFull(error)) throw error
          database.exec('ROLLBACK TO unit')
          outcomes.push(outcomeOf(error))
        }
        database.exec('RELEASE unit')
      }
    })
    return outcomes
  }

  return {
    syncs: () => syncs,
    /** Writes back the counters that live in memory. */
    flushCounters: () => transaction(() => counters.flushAll()),
    applyBatch(drafts: Draft[]): Outcome[] {
      try {
        return straight(drafts)
      } catch (error) {
        if (isFull(error)) return drafts.map(() => ({ kind: 'full' }))
        if (drafts.length === 1) return [outcomeOf(error)]
      }
      try {
        return oneByOne(drafts)
      } catch (error) {
        return drafts.map(() => outcomeOf(error))
      }
    },
  }
}

function insertSql(table: string, row: Row): string {
  const columns = Object.keys(row)
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
}

function updateSql(table: string, row: Row, guard: string): string {
  return `UPDATE ${table} SET ${Object.keys(row)
    .map(column => `${column} = ?`)
    .join(', ')} WHERE id = ?${guard}`
}

const cells = (row: Row): SQLInputValue[] => Object.values(row)

const isFull = (error: unknown): boolean => (error as { errcode?: number }).errcode === SQLITE_FULL

function outcomeOf(error: unknown): Outcome {
  if (error instanceof Rejected) return error.outcome
  if (isFull(error)) return { kind: 'full' }
  const message = error instanceof Error ? error.message : String(error)
  const conflict = NAMED_CONFLICT.exec(message)
  return conflict
    ? { kind: 'conflict', on: conflict[1]!.split(', ')[0]!.replace(/\.id$/, '') }
    : { kind: 'failed', message }
}
