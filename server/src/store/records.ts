import type { Kysely } from 'kysely'
import type { Stored } from '../domain/stored.ts'
import type { HotRows } from './hot-rows.ts'
import type { RecordCache } from './record-cache.ts'
import { rowById } from './row-by-id.ts'
import type { Schema } from './schema.ts'
import type { Row, Write } from './write.ts'

export interface Database {
  db: Kysely<Schema>
  cache: RecordCache
  /** Where nobody else writes to the database. */
  hot?: HotRows
}

type RecordTable = {
  [T in keyof Schema]: Schema[T] extends { version: number; body: string } ? T : never
}[keyof Schema]

/** Reads one kind of cold record. Looking up answers "maybe": what its absence means is the caller's business. */
export function recordReads<T extends { id: string }>({ db, cache }: Database, table: RecordTable) {
  const parse = (row: { version: number; body: string }): Stored<T> => ({
    ...(JSON.parse(row.body) as T),
    version: row.version,
  })
  const byId = rowById<RecordTable, { version: number; body: string }>(db, table, ['version', 'body'])
  return {
    find: cache.keep(table, async (id): Promise<Stored<T> | undefined> => {
      const row = await byId(id)
      return row && parse(row)
    }),
    parse,
  }
}

/** Stages one kind of cold record. `columns` are what it is looked up by. */
export function recordStage<T extends { id: string }>(
  writes: Write[],
  table: RecordTable,
  columns: (record: T) => { [column: string]: string | number | null } = () => ({}),
) {
  const row = (record: T): Row => {
    const { version: _, ...plain } = record as T & { version?: number }
    return { id: record.id, ...columns(record), body: JSON.stringify(plain) }
  }
  return {
    add: (record: T): void => void writes.push({ op: 'insert', table, row: { ...row(record), version: 1 } }),
    /** Stores a record that was read before, unless somebody else has changed it since. */
    change: (record: Stored<T>): void =>
      void writes.push({ op: 'change', table, version: record.version, row: row(record) }),
    remove: (id: string): void => void writes.push({ op: 'delete', table, id }),
  }
}

/** One page of a list, in either direction. `limit + 1` rows are read so that the end is known. */
export interface Page {
  limit: number
  after?: string
  before?: string
  /** By time, for edges whose items have one; otherwise the edge's own order. */
  order?: 'chronological' | 'reverse_chronological'
}

export interface Paged<T> {
  items: { cursor: string; item: T }[]
  more: boolean
  /** Whether there is anything before the first item. */
  earlier: boolean
  /** Items on all pages, where the edge knows. */
  total?: number
}

/**
 * Cuts a page out of an ordered list in memory; for edges that are short by nature. `atOf` tells an item's instant, so
 * that a caller may ask for an order by time.
 */
export function pageOf<T>(items: T[], cursorOf: (item: T) => string, page: Page, atOf?: (item: T) => number): Paged<T> {
  const direction = page.order === 'chronological' ? 1 : -1
  const list = page.order && atOf ? items.toSorted((a, b) => (atOf(a) - atOf(b)) * direction) : items
  const cursors = list.map(cursorOf)
  let start = 0
  let end = list.length
  if (page.after !== undefined) start = cursors.indexOf(page.after) + 1
  if (page.before !== undefined) {
    const at = cursors.indexOf(page.before)
    end = at < 0 ? end : at
    start = Math.max(0, end - page.limit)
  }
  const cut = list.slice(start, Math.min(end, start + page.limit))
  return {
    items: cut.map(item => ({ cursor: cursorOf(item), item })),
    more: start + cut.length < list.length,
    earlier: start > 0,
    total: list.length,
  }
}
