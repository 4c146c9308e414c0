import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { Rejected } from '../rejected.ts'
import type { Cell, Outcome, Take } from '../write.ts'
import { sqliteCounters } from './counters.ts'
import { EVENT_CELLS, insertEventSql, type Packed, type Shape, TAKE_CELLS, unpackTake } from './pack.ts'

const NAMED_CONFLICT = /UNIQUE constraint failed: (.+)/
const SQLITE_FULL = 13

/**
 * Applies batches of units, packed by one `packer`, to one SQLite connection. Synchronous, so a batch is never interleaved with another.
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

  const known: Prepared[] = []
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

  const sqlOf = (shape: Shape): string =>
    shape.op === 'put' ? `${writeSql(shape)} ${overwrite(shape.table)}` : writeSql(shape)

  function write(shape: Prepared, values: SQLInputValue[]): void {
    const { op, table } = shape
    shape.statement ??= prepared(sqlOf(shape))
    if (op === 'insert') {
      try {
        shape.statement.run(...values)
      } catch (error) {
        const id = values[shape.columns.indexOf('id')]!
        throw keyTaken(table, id, error) ? new Rejected({ kind: 'conflict', on: table }) : error
      }
      return
    }
    const { changes } = shape.statement.run(...values)
    if (op === 'clear' && table === 'counters') counters.clear()
    if (op === 'change' && changes === 0) throw new Rejected({ kind: 'stale', table, id: String(values.at(-2)) })
  }

  /** Where the key and a unique column are both taken, the key is named; SQLite names whichever index is newest. */
  const keyTaken = (table: string, id: SQLInputValue, error: unknown): boolean =>
    NAMED_CONFLICT.test(String(error)) && prepared(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined

  /** Applies the unit at a place. Takes are decided before anything is written, so a refusal costs nothing. */
  function apply(cells: readonly Cell[], at: number): Outcome {
    const takes: Take[] = []
    let end = at + 1 + (cells[at] as number) * TAKE_CELLS
    for (at++; at < end; at += TAKE_CELLS) takes.push(unpackTake(cells, at))
    const refused = counters.take(takes)
    if (refused) return { kind: 'refused', names: refused }
    try {
      for (let writes = cells[at++] as number; writes > 0; writes--) {
        const shape = known[cells[at++] as number]!
        end = at + valuesOf(shape)
        write(shape, cells.slice(at, end))
        at = end
      }
      const seqs: number[] = []
      end = at + 1 + (cells[at] as number) * EVENT_CELLS
      for (at++; at < end; at += EVENT_CELLS) {
        seqs.push(Number(prepared(insertEventSql).run(...cells.slice(at, at + EVENT_CELLS)).lastInsertRowid))
      }
      return { kind: 'committed', seqs }
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

  function straight({ cells }: Packed): Outcome[] {
    const outcomes: Outcome[] = []
    transaction(() => {
      for (let at = 0; at < cells.length; at = cells[at] as number) outcomes.push(apply(cells, at + 1))
    })
    return outcomes
  }

  function oneByOne({ cells }: Packed): Outcome[] {
    const outcomes: Outcome[] = []
    transaction(() => {
      for (let at = 0; at < cells.length; at = cells[at] as number) {
        database.exec('SAVEPOINT unit')
        try {
          outcomes.push(apply(cells, at + 1))
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
    applyBatch(packed: Packed): Outcome[] {
      known.push(...packed.shapes)
      const all = (outcome: Outcome): Outcome[] => Array(packed.units).fill(outcome)
      try {
        return straight(packed)
      } catch (error) {
        if (isFull(error)) return all({ kind: 'full' })
        if (packed.units === 1) return all(outcomeOf(error))
      }
      try {
        return oneByOne(packed)
      } catch (error) {
        return all(outcomeOf(error))
      }
    },
  }
}

interface Prepared extends Shape {
  statement?: StatementSync
}

function writeSql({ op, table, columns, sums }: Shape): string {
  if (op === 'clear') return `DELETE FROM ${table}`
  if (op === 'delete') return `DELETE FROM ${table} WHERE id = ?`
  if (op === 'insert' || op === 'put' || op === 'add') {
    const insert = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
    const added = columns
      .slice(columns.length - sums)
      .map(column => `${column} = ${table}.${column} + excluded.${column}`)
    return op === 'add' ? `${insert} ON CONFLICT (id) DO UPDATE SET ${added.join(', ')}` : insert
  }
  const sets = (op === 'change' ? [...columns, 'version'] : columns).map(column => `${column} = ?`)
  return `UPDATE ${table} SET ${sets.join(', ') || 'id = id'} WHERE id = ?${op === 'change' ? ' AND version = ?' : ''}`
}

/** How many values a write of this shape has. */
const EXTRA_VALUES = { insert: 0, put: 0, add: 0, update: 1, change: 3, delete: 1, clear: 0 } as const
const valuesOf = ({ op, columns }: Shape): number => columns.length + EXTRA_VALUES[op]

export const isFull = (error: unknown): boolean => (error as { errcode?: number }).errcode === SQLITE_FULL

export function outcomeOf(error: unknown): Outcome {
  if (error instanceof Rejected) return error.outcome
  if (isFull(error)) return { kind: 'full' }
  const message = error instanceof Error ? error.message : String(error)
  const conflict = NAMED_CONFLICT.exec(message)
  return conflict
    ? { kind: 'conflict', on: conflict[1]!.split(', ')[0]!.replace(/\.id$/, '') }
    : { kind: 'failed', message }
}
