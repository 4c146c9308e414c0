/** Records of one table, or lists of one kind, that are kept parsed in memory. */
const RECORDS_KEPT = 50_000

/**
 * What is read again and again. It is the promise of a read that is kept: asking again costs one look, and those who
 * ask at the same time share one read. Whoever commits a change to a record drops it: a read that began before goes on
 * for those who asked for it, and nobody else gets to see what it finds.
 */
export interface RecordCache {
  /** A read that remembers what `load` gives by id, under the name of a table or of a kind of list. */
  keep<T>(table: string, load: (id: string) => Promise<T>): (id: string) => Promise<T>
  drop(table: string, id: string): void
  clear(): void
}

/** What came first goes first: reading costs nothing that way. */
export function recordCache(limit = RECORDS_KEPT): RecordCache {
  const tables = new Map<string, Map<string, Promise<unknown>>>()
  return {
    keep<T>(table: string, load: (id: string) => Promise<T>) {
      const records = (tables.get(table) ?? new Map()) as Map<string, Promise<T>>
      tables.set(table, records)
      return (id: string) => {
        const kept = records.get(id)
        if (kept) return kept
        const loading = load(id)
        records.set(id, loading)
        if (records.size > limit) records.delete(records.keys().next().value!)
        loading.catch(() => {
          if (records.get(id) === loading) records.delete(id)
        })
        return loading
      }
    },
    drop: (table, id) => void tables.get(table)?.delete(id),
    clear() {
      for (const records of tables.values()) records.clear()
    },
  }
}
