import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Piece } from '../driver.ts'
import type { EventRow, Outcome } from '../write.ts'
import { isFull, outcomeOf } from './apply.ts'
import { connectSqlite } from './connection.ts'
import { eventCells, insertEventSql } from './pack.ts'
import { tablesOf } from './tables.ts'

const SQLITE_CONSTRAINT = 19
/** Where the rows of a database in memory wait. */
const WAITING = 'waiting'

/**
 * Writes into a file with a connection of its own, in one transaction that stays open from piece to piece. It lies in the
 * write-ahead log until it ends: everybody reads what was there, and a process that is killed leaves just that.
 */
export async function replaceInFile(file: string, pieces: AsyncIterable<Piece>, event: EventRow): Promise<Outcome> {
  const database = connectSqlite(file)
  try {
    database.exec('BEGIN IMMEDIATE')
    for (const { name } of tablesOf(database)) database.exec(`DELETE FROM ${name}`)
    const insert = inserter(database, 'main')
    for await (const piece of pieces) insert(piece)
    const seq = append(database, event)
    database.exec('COMMIT')
    return { kind: 'committed', seqs: [seq] }
  } catch (error) {
    return refusedRows(error)
  } finally {
    // What has not been committed by now is rolled back.
    database.close()
  }
}

/**
 * A database in memory has one connection, so everybody would see half of a transaction that stays open. The rows wait in
 * a temporary database of SQLite's own, which goes to disk when it grows, and change over in one go: nobody is answered
 * during that.
 */
export async function replaceInMemory(
  database: DatabaseSync,
  pieces: AsyncIterable<Piece>,
  event: EventRow,
): Promise<Outcome> {
  const tables = tablesOf(database).map(({ name }) => name)
  database.exec(`ATTACH '' AS ${WAITING}`)
  try {
    for (const table of tables) database.exec(`CREATE TABLE ${WAITING}.${table} AS SELECT * FROM main.${table} LIMIT 0`)
    const insert = inserter(database, WAITING)
    for await (const piece of pieces) {
      database.exec('BEGIN')
      try {
        insert(piece)
      } finally {
        database.exec('COMMIT')
      }
    }
    database.exec('BEGIN IMMEDIATE')
    for (const table of tables) changeOver(database, table)
    const seq = append(database, event)
    database.exec('COMMIT')
    return { kind: 'committed', seqs: [seq] }
  } catch (error) {
    return refusedRows(error)
  } finally {
    if (database.isTransaction) database.exec('ROLLBACK')
    database.exec(`DETACH ${WAITING}`)
  }
}

function changeOver(database: DatabaseSync, table: string): void {
  // An event without a number gets the next one.
  database.exec(`DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM ${WAITING}.${table} ORDER BY rowid`)
}

/** Inserts pieces into the tables of a database that is attached under this name. */
function inserter(database: DatabaseSync, into: string): (piece: Piece) => void {
  const statements = new Map<string, StatementSync>()
  return ({ table, rows }) => {
    for (const row of rows) {
      const columns = Object.keys(row)
      const key = `${table} ${columns.join()}`
      let statement = statements.get(key)
      if (!statement) {
        const values = columns.map(() => '?').join()
        statement = database.prepare(`INSERT INTO ${into}.${table} (${columns.join()}) VALUES (${values})`)
        statements.set(key, statement)
      }
      statement.run(...Object.values(row))
    }
  }
}

const append = (database: DatabaseSync, event: EventRow): number =>
  Number(database.prepare(insertEventSql).run(...eventCells(event)).lastInsertRowid)

/** An outcome when it is the rows that the database does not take, or when there is no room; else what was thrown. */
function refusedRows(error: unknown): Outcome {
  const { errcode = 0 } = error as { errcode?: number }
  if (isFull(error) || (errcode & 0xff) === SQLITE_CONSTRAINT) return outcomeOf(error)
  throw error
}
