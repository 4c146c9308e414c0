import { createInterface } from 'node:readline'
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Blobs } from '../../graph/io.ts'
import { schemaVersion } from '../../store/migrations/index.ts'
import { type BlobLine, type EndLine, FORMAT, type Header, lineHash, type RowLine } from './format.ts'

/** What a world file holds, checked; its blobs lie in the store under names of their own. */
export interface WorldFile {
  header: Header
  rows: RowLine[]
  /** From the name in the file to the name in the store. */
  blobs: Map<string, string>
}

/** Why a file is no world that can be read, as a sentence for people. */
export class BadWorldFile extends Error {}

/** Columns by table, as the database has them. */
export type Tables = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Reads a world file to its end before anything is done with it. Throws BadWorldFile, having put back the blobs it
 * stored, when the file is not one, was cut off or changed, or comes from another version of the tables.
 */
export async function readWorldFile(bytes: Readable, store: Blobs, tables: Tables): Promise<WorldFile> {
  const blobs = new Map<string, string>()
  try {
    return await readLines(bytes, store, tables, blobs)
  } catch (error) {
    for (const name of blobs.values()) await store.remove(name)
    if (error instanceof BadWorldFile) throw error
    if (/^Z_|^ERR_/.test(String((error as { code?: unknown }).code)) || error instanceof SyntaxError) {
      throw new BadWorldFile('This is no world file, or a part of one. Write one with `landline world export FILE`.')
    }
    throw error
  }
}

async function readLines(
  bytes: Readable,
  store: Blobs,
  tables: Tables,
  blobs: Map<string, string>,
): Promise<WorldFile> {
  const gunzip = createGunzip()
  const unpacked = pipeline(bytes, gunzip)
  unpacked.catch(() => {})
  const hash = lineHash()
  const rows: RowLine[] = []
  let header: Header | undefined
  let end: EndLine | undefined
  const incoming = incomingBlob(store, blobs)
  const input = createInterface({ input: gunzip, crlfDelay: Number.POSITIVE_INFINITY })
  for await (const text of input) {
    if (end) throw new BadWorldFile('This world file goes on after its end. It was changed since it was written.')
    const line = JSON.parse(text) as Header | RowLine | BlobLine | EndLine
    if ('end' in line) {
      end = line
      continue
    }
    hash.add(text)
    if (!header) header = checkHeader(line as Header)
    else if ('row' in line) rows.push(checkRow(line, tables))
    else await incoming.part(line as BlobLine)
  }
  await unpacked
  await incoming.close()
  if (!header || !end || end.sha256 !== hash.digest() || end.rows !== rows.length || end.blobs !== blobs.size) {
    throw new BadWorldFile('This world file was cut off or changed since it was written. Export it again.')
  }
  return { header, rows, blobs }
}

function checkHeader(header: Header): Header {
  if (header.landline !== 'world') throw new BadWorldFile('This is no world file of Landline.')
  if (header.format === FORMAT && header.schema === schemaVersion) return header
  throw new BadWorldFile(
    `This world file is of version ${header.format}.${header.schema}, and this Landline reads ${FORMAT}.${schemaVersion}. ` +
      'Open it with the version that wrote it.',
  )
}

function checkRow(line: RowLine, tables: Tables): RowLine {
  const columns = tables.get(line.table)
  const strange = columns ? Object.keys(line.row).find(column => !columns.has(column)) : String(line.table)
  if (strange === undefined) return line
  throw new BadWorldFile(`This world file has "${strange}", which this Landline does not know.`)
}

/** Parts of one blob follow each other: each goes on into the store as it comes. */
function incomingBlob(store: Blobs, blobs: Map<string, string>) {
  let name: string | undefined
  let stream = new PassThrough()
  let stored: Promise<unknown> = Promise.resolve()
  async function close(): Promise<void> {
    if (name === undefined) return
    stream.end()
    await stored
    name = undefined
  }
  return {
    close,
    async part({ blob, data }: BlobLine): Promise<void> {
      if (blob !== name) {
        await close()
        name = blob
        stream = new PassThrough()
        stored = store.put(stream).then(put => blobs.set(blob, put.blob))
        stored.catch(() => {})
      }
      if (!stream.write(Buffer.from(data, 'base64'))) {
        await Promise.race([new Promise(resolve => stream.once('drain', resolve)), stored])
      }
    },
  }
}
