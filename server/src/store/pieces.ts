import type { Piece, Table } from './driver.ts'
import type { Row } from './write.ts'

/** Rows in a piece at most, ... */
export const PIECE_ROWS = 500
/** ... and about how many characters of text. */
export const PIECE_SIZE = 256 * 1024

/** Cuts the rows of one table into pieces. */
export function* inPieces(table: string, rows: Iterable<Row>): Generator<Piece> {
  let piece: Row[] = []
  let size = 0
  for (const row of rows) {
    piece.push(row)
    size += sizeOf(row)
    if (piece.length < PIECE_ROWS && size < PIECE_SIZE) continue
    yield { table, rows: piece }
    piece = []
    size = 0
  }
  if (piece.length > 0) yield { table, rows: piece }
}

/** Characters of text in a row. */
export function sizeOf(row: Row): number {
  let size = 0
  for (const column in row) {
    const cell = row[column]
    if (typeof cell === 'string') size += cell.length
  }
  return size
}

/** The column that rows of a table lie in order of. */
export const orderOf = ({ columns }: Table): string => (columns.some(({ name }) => name === 'seq') ? 'seq' : 'id')
