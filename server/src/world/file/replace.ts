import type { Readable } from 'node:stream'
import type { Blobs } from '../../graph/io.ts'
import type { ClockState } from '../../runtime/clock.ts'
import type { Piece } from '../../store/driver.ts'
import { NotCommitted, type Store } from '../../store/store.ts'
import { tablesByName } from './check-row.ts'
import { BadWorldFile, blobsIn, type Header } from './format.ts'
import { checkWorldFile, rowsOf } from './read.ts'

interface Target {
  store: Store
  blobs: Blobs
  /** Sets the world clock to the file's instant. */
  setClock: (mode: ClockState['mode'], at: number) => void
}

/**
 * Puts the world of a file in the place of this one, in a single commit: before it nothing has changed, after it
 * everything has. The file is read twice: to see that all of it is right, and row by row into the database, so that it is
 * never in memory. The log goes on counting, so whoever follows it sees the file's events as new ones.
 * Throws BadWorldFile.
 */
export async function replaceWorld({ store, blobs, setClock }: Target, open: () => Promise<Readable>): Promise<Header> {
  const tables = tablesByName(await store.driver.tables())
  const file = await checkWorldFile(await open(), blobs, tables)
  const { at, clock } = file.header
  const before = new Set<string>()
  async function* pieces(): AsyncGenerator<Piece> {
    // Nothing is committed any more: these are all there will be.
    for await (const { rows } of store.driver.dump())
      for (const row of rows) for (const name of blobsIn(row)) before.add(name)
    yield* rowsOf(await open(), file, tables)
  }
  try {
    const outcome = await store.replace(pieces(), { type: 'world.restored', at }, () => setClock(clock, at))
    if (outcome.kind === 'full') throw new NotCommitted(outcome)
    if (outcome.kind !== 'committed') throw new BadWorldFile(CONTRADICTORY)
  } catch (error) {
    for (const name of file.blobs.values()) await blobs.remove(name)
    throw error
  }
  for (const name of before) await blobs.remove(name)
  return file.header
}

const CONTRADICTORY = 'This world file has rows that contradict each other. It was changed since it was written.'
