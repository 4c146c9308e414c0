import type { Readable } from 'node:stream'
import type { Blobs } from '../../graph/io.ts'
import type { Piece } from '../../store/driver.ts'
import { schemaVersion } from '../../store/migrations/index.ts'
import type { Row } from '../../store/write.ts'
import { checkRow, type Tables } from './check-row.ts'
import { BadWorldFile, BLOB_NAME, type EndLine, FORMAT, type Header, lineHash } from './format.ts'
import { incomingBlobs } from './incoming-blobs.ts'
import { linesOf } from './lines.ts'

/** A world file that was read to its end and holds what it should. Its blobs lie in the store. */
export interface CheckedFile {
  header: Header
  rows: number
  /** Of all lines up to the last row. */
  sum: string
  /** From the name in the file to the name in the store. */
  blobs: ReadonlyMap<string, string>
}

/**
 * Reads a world file to its end before anything is done with it; its rows are looked at and forgotten. Throws
 * BadWorldFile, having put back the blobs it stored, when the file is not one, was cut off or changed, or comes from
 * another version of the tables.
 */
export async function checkWorldFile(bytes: Readable, store: Blobs, tables: Tables): Promise<CheckedFile> {
  const incoming = incomingBlobs(store)
  const hash = lineHash()
  let header: Header | undefined
  let end: EndLine | undefined
  let rows = 0
  let sum = ''
  let inRows = false
  try {
    for await (const lines of linesOf(bytes)) {
      for (const { text, line } of lines) {
        if (end) throw new BadWorldFile('This world file goes on after its end. It was changed since it was written.')
        if (inRows && !('row' in line)) sum = hash.sum()
        inRows = 'row' in line
        if ('end' in line) {
          end = line
          continue
        }
        hash.add(text)
        if (!header) header = checkHeader(line as Header)
        else if ('row' in line) {
          checkRow(line, tables)
          rows++
        } else if ('blob' in line) await incoming.part(line)
        else throw cutOff()
      }
    }
    await incoming.close()
    const blobs = incoming.names
    if (!header || rows === 0 || !end || end.sha256 !== hash.sum() || end.rows !== rows || end.blobs !== blobs.size)
      throw cutOff()
    return { header, rows, sum, blobs }
  } catch (error) {
    await incoming.drop()
    throw error
  }
}

/**
 * The rows of a file that has been checked, read once more, as they go in. Throws BadWorldFile before the last piece if
 * it is not the same file any more.
 */
export async function* rowsOf(bytes: Readable, file: CheckedFile, tables: Tables): AsyncGenerator<Piece> {
  const hash = lineHash()
  let left = file.rows
  for await (const lines of linesOf(bytes)) {
    let piece: Piece | undefined
    for (const { text, line } of lines) {
      hash.add(text)
      if (!('row' in line)) continue
      const row = rowOf(line.table, checkRow(line, tables), file.blobs)
      if (piece && piece.table !== line.table) yield piece
      if (piece?.table !== line.table) piece = { table: line.table, rows: [] }
      piece!.rows.push(row)
      if (--left === 0) break
    }
    if (left === 0 && hash.sum() !== file.sum) break
    if (piece) yield piece
    if (left === 0) return
  }
  throw new BadWorldFile('This world file was changed while it was being read. Try again.')
}

function checkHeader(header: Header): Header {
  if (header.landline !== 'world') throw new BadWorldFile('This is no world file of Landline.')
  if (header.format === FORMAT && header.schema === schemaVersion) return header
  throw new BadWorldFile(
    `This world file is of version ${header.format}.${header.schema}, and this Landline reads ${FORMAT}.${schemaVersion}. ` +
      'Open it with the version that wrote it.',
  )
}

const cutOff = () => new BadWorldFile('This world file was cut off or changed since it was written. Export it again.')

/** Events get new numbers, and blobs the names that they have here. */
function rowOf(table: string, row: Row, blobs: ReadonlyMap<string, string>): Row {
  if (table === 'events') delete row.seq
  if (typeof row.body !== 'string' || !row.body.includes('"blob":"')) return row
  const body = row.body.replace(BLOB_NAME, (text, name: string) => {
    const stored = blobs.get(name)
    return stored === undefined ? text : `"blob":"${stored}"`
  })
  return { ...row, body }
}
