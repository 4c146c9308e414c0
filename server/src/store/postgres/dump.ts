import pg from 'pg'
import type { Piece, Table } from '../driver.ts'
import { orderOf, PIECE_ROWS, PIECE_SIZE, sizeOf } from '../pieces.ts'
import type { Row } from '../write.ts'
import { CONNECT_TIMEOUT } from './pool.ts'
import { columnTypes } from './text.ts'

/** Rows that are fetched first: nobody knows yet how large they are. */
const FIRST_ROWS = 50

/**
 * Reads with a connection of its own, so that those who read slowly take none from the pool. Everything comes from one
 * transaction, through a cursor.
 */
export async function* dumpPostgres(url: string, tables: Table[]): AsyncGenerator<Piece, void, undefined> {
  const client = new pg.Client({
    connectionString: url,
    types: columnTypes(),
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
  })
  // A connection that dies rejects its query; that must not end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    for (const table of tables) {
      await client.query(`DECLARE dump NO SCROLL CURSOR FOR SELECT * FROM ${table.name} ORDER BY ${orderOf(table)}`)
      yield* piecesOf(client, table.name)
      await client.query('CLOSE dump')
    }
  } finally {
    // The server ends the transaction with the connection.
    await client.end().catch(() => {})
  }
}

/** Asks for as many rows as the last ones say will make a piece. */
async function* piecesOf(client: pg.Client, table: string): AsyncGenerator<Piece, void, undefined> {
  for (let wanted = FIRST_ROWS; ; ) {
    const { rows } = await client.query<Row>(`FETCH ${wanted} FROM dump`)
    if (rows.length > 0) yield { table, rows }
    if (rows.length < wanted) return
    const size = rows.reduce((sum, row) => sum + sizeOf(row), 0)
    wanted = Math.max(1, Math.min(PIECE_ROWS, wanted * 4, Math.floor((wanted * PIECE_SIZE) / (size + 1))))
  }
}
