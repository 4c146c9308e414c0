import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { Blobs } from '../../graph/io.ts'
import type { ClockState } from '../../runtime/clock.ts'
import { schemaVersion } from '../../store/migrations/index.ts'
import type { Store } from '../../store/store.ts'
import { type BlobLine, blobsIn, type EndLine, FORMAT, type Header, lineHash, type RowLine } from './format.ts'

/** Bytes of a blob on one line. */
const PART_BYTES = 512 * 1024

interface Source {
  store: Store
  blobs: Blobs
  now: number
  clock: ClockState['mode']
}

/**
 * A whole world as one file: gzip over lines of JSON. First a header, then each row of each table, then the bytes of
 * media, then a line that closes it with a checksum. The rows are those of one moment.
 */
export function writeWorldFile(source: Source): Readable {
  return Readable.from(closed(lines(source))).compose(createGzip())
}

async function* lines({ store, blobs, now, clock }: Source): AsyncGenerator<Header | RowLine | BlobLine> {
  yield { landline: 'world', format: FORMAT, schema: schemaVersion, at: now, clock }
  const names = new Set<string>()
  for (const { table, row } of await store.driver.dump()) {
    if (typeof row.body === 'string') for (const name of blobsIn(row.body)) names.add(name)
    yield { table, row }
  }
  for (const blob of names) {
    const bytes = await blobs.get(blob)
    // What expired while the file was being written is gone.
    if (!bytes) continue
    for await (const part of partsOf(bytes)) yield { blob, data: part.toString('base64') }
  }
}

async function* closed(source: AsyncIterable<Header | RowLine | BlobLine>): AsyncGenerator<string> {
  const hash = lineHash()
  let rows = 0
  const blobs = new Set<string>()
  for await (const line of source) {
    if ('row' in line) rows++
    if ('blob' in line) blobs.add(line.blob)
    const text = JSON.stringify(line)
    hash.add(text)
    yield `${text}\n`
  }
  const end: EndLine = { end: true, rows, blobs: blobs.size, sha256: hash.digest() }
  yield `${JSON.stringify(end)}\n`
}

/** Cuts a stream into parts of one size; an empty one is one empty part. */
async function* partsOf(stream: Readable): AsyncGenerator<Buffer> {
  let kept: Buffer[] = []
  let size = 0
  let parts = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    kept.push(chunk)
    size += chunk.length
    if (size < PART_BYTES) continue
    parts++
    yield Buffer.concat(kept)
    kept = []
    size = 0
  }
  if (size > 0 || parts === 0) yield Buffer.concat(kept)
}
