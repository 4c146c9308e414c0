import { DatabaseSync } from 'node:sqlite'
import type { Piece } from '../driver.ts'
import { inPieces, orderOf, PIECE_ROWS } from '../pieces.ts'
import type { Row } from '../write.ts'
import { tablesOf } from './tables.ts'

/** Reads a file with a connection of its own: the write-ahead log keeps the moment while others go on writing. */
export async function* dumpFile(file: string): AsyncGenerator<Piece, void, undefined> {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    database.exec('BEGIN')
    for (const table of tablesOf(database)) {
      const rows = database.prepare(`SELECT * FROM ${table.name} ORDER BY ${orderOf(table)}`).iterate()
      for (const piece of inPieces(table.name, rows as Iterable<Row>)) {
        yield piece
        await breath()
      }
    }
  } finally {
    database.close()
  }
}

let copies = 0

/**
 * A database in memory has one connection, so nobody can keep a moment of it: its rows are copied in one go, without
 * their indexes, and read from the copy. That is a temporary database of SQLite's own, which goes to disk when it grows
 * and is gone when it is let go of, or with the process.
 */
export async function* dumpMemory(database: DatabaseSync): AsyncGenerator<Piece, void, undefined> {
  const copy = `copy_${copies++}`
  database.exec(`ATTACH '' AS ${copy}`)
  try {
    const tables = tablesOf(database)
    const statements = tables.map(
      table => `CREATE TABLE ${copy}.${table.name} AS SELECT * FROM main.${table.name} ORDER BY ${orderOf(table)}`,
    )
    database.exec(`BEGIN; ${statements.join('; ')}; COMMIT`)
    for (const { name } of tables) {
      for (const piece of inPieces(name, rowsOf(database, `${copy}.${name}`))) {
        yield piece
        await breath()
      }
    }
  } finally {
    if (database.isOpen && database.isTransaction) database.exec('ROLLBACK')
    if (database.isOpen) database.exec(`DETACH ${copy}`)
  }
}

/** By their numbers, so that no statement stays open while others write. */
function* rowsOf(database: DatabaseSync, table: string): Generator<Row> {
  const statement = database.prepare(`SELECT * FROM ${table} WHERE rowid > ? AND rowid <= ?`)
  for (let at = 0; ; at += PIECE_ROWS) {
    const rows = statement.all(at, at + PIECE_ROWS) as Row[]
    if (rows.length === 0) return
    yield* rows
  }
}

/** Lets others have their turn: SQLite answers at once, and would keep it. */
const breath = (): Promise<void> => new Promise(resolve => setImmediate(resolve))
