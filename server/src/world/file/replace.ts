import type { Readable } from 'node:stream'
import type { Blobs } from '../../graph/io.ts'
import type { ClockState } from '../../runtime/clock.ts'
import type { Store } from '../../store/store.ts'
import { blobsIn, type RowLine } from './format.ts'
import { readWorldFile, type Tables, type WorldFile } from './read.ts'

interface Target {
  store: Store
  blobs: Blobs
  /** Sets the world clock to the file's instant. */
  setClock: (mode: ClockState['mode'], at: number) => void
}

/**
 * Puts the world of a file in the place of this one, in a single commit: before it nothing has changed, after it
 * everything has. The log goes on counting, so whoever follows it sees the file's events as new ones.
 * Throws BadWorldFile.
 */
export async function replaceWorld({ store, blobs, setClock }: Target, bytes: Readable): Promise<WorldFile['header']> {
  const tables = await tablesOf(store)
  const file = await readWorldFile(bytes, blobs, tables)
  const before = await blobNames(store)
  try {
    await store.run(
      async ({ stage, record }) => {
        for (const table of tables.keys()) stage.clear(table as Parameters<typeof stage.clear>[0])
        for (const line of file.rows) {
          stage.insert(line.table as Parameters<typeof stage.insert>[0], rowOf(line, file.blobs))
        }
        record({ type: 'world.restored', at: file.header.at })
      },
      { name: 'restore' },
    )
  } catch (error) {
    for (const name of file.blobs.values()) await blobs.remove(name)
    throw error
  }
  setClock(file.header.clock, file.header.at)
  store.dropCaches()
  for (const name of before) await blobs.remove(name)
  return file.header
}

/** The tables of the world and their columns; what counts versions of the tables themselves is none of them. */
async function tablesOf(store: Store): Promise<Tables> {
  const tables = await store.driver.tables()
  return new Map(tables.map(({ name, columns }) => [name, new Set(columns)]))
}

async function blobNames(store: Store): Promise<Set<string>> {
  const names = new Set<string>()
  for (const { row } of await store.driver.dump()) {
    if (typeof row.body === 'string') for (const name of blobsIn(row.body)) names.add(name)
  }
  return names
}

/** A row as it goes in: events get new numbers, and blobs the names that they have here. */
function rowOf({ table, row }: RowLine, blobs: ReadonlyMap<string, string>): RowLine['row'] {
  const { seq: _, ...rest } = row
  const mine = table === 'events' ? rest : row
  if (typeof mine.body !== 'string' || !mine.body.includes('"blob":"')) return mine
  const body = mine.body.replace(/"blob":"([0-9a-f]{32})"/g, (text, name: string) =>
    blobs.has(name) ? `"blob":"${blobs.get(name)}"` : text,
  )
  return { ...mine, body }
}
