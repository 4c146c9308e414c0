import { pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { Blobs } from '../../graph/io.ts'
import type { ClockState } from '../../runtime/clock.ts'
import type { Timers } from '../../runtime/timers.ts'
import { schemaVersion } from '../../store/migrations/index.ts'
import type { Store } from '../../store/store.ts'
import { blobsIn, FORMAT, type Line, lineHash } from './format.ts'

/** Bytes of a blob on one line. */
const PART_BYTES = 512 * 1024
/** Who takes nothing for so long is hung up on: the database keeps a moment for them. Real time. */
const STALLED_MS = 60_000

interface Source {
  store: Store
  blobs: Blobs
  timers: Timers
  now: number
  clock: ClockState['mode']
}

/**
 * A whole world as one file: gzip over lines of JSON. First a header, then each row of each table, then the bytes of
 * media, then a line that closes it with a checksum. The rows are those of one moment, which is when this resolves.
 * The file is made as it is read, and destroying it lets go of everything.
 */
export async function writeWorldFile(source: Source): Promise<Readable> {
  const rows = source.store.driver.dump()
  const first = await rows.next()
  let callOff = () => {}
  const taken = () => {
    callOff()
    callOff = source.timers.after(STALLED_MS, () => file.destroy(new Error('Nobody took the file.')))
  }
  const lines = Readable.from(texts(source, first, rows, taken), { highWaterMark: 1 })
  const file = pipeline(lines, createGzip(), () => {
    callOff()
    // Even when nobody has begun to read.
    void rows.return()
  })
  taken()
  return file
}

type Rows = ReturnType<Store['driver']['dump']>

async function* texts(
  source: Source,
  first: Awaited<ReturnType<Rows['next']>>,
  rest: Rows,
  taken: () => void,
): AsyncGenerator<string> {
  const hash = lineHash()
  let rows = 0
  const names = new Set<string>()
  let stored = 0
  const text = (lines: Line[]): string => {
    const written = lines.map(line => JSON.stringify(line)).join('\n')
    hash.add(written)
    return `${written}\n`
  }

  yield text([{ landline: 'world', format: FORMAT, schema: schemaVersion, at: source.now, clock: source.clock }])
  for (let next = first; !next.done; next = await rest.next()) {
    const piece = next.value
    for (const row of piece.rows) for (const name of blobsIn(row)) names.add(name)
    rows += piece.rows.length
    yield text(piece.rows.map(row => ({ table: piece.table, row })))
    taken()
  }
  for (const blob of names) {
    const bytes = await source.blobs.get(blob)
    // What expired while the file was being written is gone.
    if (!bytes) continue
    stored++
    for await (const part of partsOf(bytes)) {
      yield text([{ blob, data: part.toString('base64') }])
      taken()
    }
  }
  yield `${JSON.stringify({ end: true, rows, blobs: stored, sha256: hash.sum() })}\n`
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
