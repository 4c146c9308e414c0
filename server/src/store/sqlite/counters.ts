import type { StatementSync } from 'node:sqlite'
import { type CounterValue, decideTake, type Take } from '../write.ts'

/** Buckets are written back every so many transactions; a crash forgives what was taken in between. */
const TRANSACTIONS_PER_FLUSH = 256
/** With many of them, so much later that it comes to this many rows a transaction: a flood pays little for them, too. */
const ROWS_PER_TRANSACTION = 8
/** Above this many, counters that are safely on disk are dropped from memory. */
const KEPT_IN_MEMORY = 200_000

/**
 * Counters as this process knows them. It owns the data folder, so it may keep them in memory: tallies are written
 * in the transaction that takes them, buckets now and then.
 */
export function sqliteCounters(prepared: (sql: string) => StatementSync) {
  const values = new Map<string, CounterValue>()
  const dirtyBuckets = new Set<string>()
  const dirtyTallies = new Set<string>()
  /** Values before the transaction and before the last unit, to go back to. */
  const beforeTransaction = new Map<string, CounterValue | undefined>()
  let beforeUnit: [string, CounterValue | undefined][] = []
  let transactions = 0
  let flushing = false

  function current(counter: string): CounterValue | undefined {
    if (values.has(counter)) return values.get(counter)
    const row = prepared('SELECT value FROM counters WHERE id = ?').get(counter) as { value: number } | undefined
    if (row) values.set(counter, row.value)
    return row?.value
  }

  function restore(counter: string, value: CounterValue | undefined): void {
    if (value === undefined) values.delete(counter)
    else values.set(counter, value)
  }

  function save(counter: string): void {
    prepared('INSERT OR REPLACE INTO counters (id, value) VALUES (?, ?)').run(counter, values.get(counter) ?? 0)
  }

  function giveBack(): void {
    for (const [counter, before] of beforeUnit.reverse()) restore(counter, before)
    beforeUnit = []
  }

  function flushAll(): void {
    flushing = true
    for (const counter of dirtyBuckets) save(counter)
    for (const counter of dirtyTallies) save(counter)
  }

  return {
    /** Takes all or nothing. Returns the names of those that do not fit. */
    take(takes: Take[]): string[] | undefined {
      beforeUnit = []
      const refused: string[] = []
      for (const take of takes) {
        const before = current(take.counter)
        const after = decideTake(take, before)
        if (after === undefined) {
          refused.push(take.name)
          continue
        }
        beforeUnit.push([take.counter, before])
        if (!beforeTransaction.has(take.counter)) beforeTransaction.set(take.counter, before)
        values.set(take.counter, after)
        ;(take.kind === 'tally' ? dirtyTallies : dirtyBuckets).add(take.counter)
      }
      if (refused.length === 0) return undefined
      giveBack()
      return refused
    },
    giveBack,
    /** Forgets all of them; part of the unit at work, so it can be given back. */
    clear(): void {
      for (const [counter, before] of values) {
        beforeUnit.push([counter, before])
        if (!beforeTransaction.has(counter)) beforeTransaction.set(counter, before)
      }
      values.clear()
    },
    /** Called inside the transaction, before it commits. */
    flush(): void {
      transactions++
      const due = Math.max(TRANSACTIONS_PER_FLUSH, dirtyBuckets.size / ROWS_PER_TRANSACTION)
      if (transactions >= due) flushAll()
      else for (const counter of dirtyTallies) save(counter)
    },
    flushAll,
    /** Called once the transaction is on disk. */
    settle(): void {
      beforeTransaction.clear()
      dirtyTallies.clear()
      if (flushing) {
        dirtyBuckets.clear()
        transactions = 0
      }
      flushing = false
      if (values.size <= KEPT_IN_MEMORY) return
      for (const counter of values.keys()) if (!dirtyBuckets.has(counter)) values.delete(counter)
    },
    rollback(): void {
      for (const [counter, before] of beforeTransaction) restore(counter, before)
      beforeTransaction.clear()
      dirtyTallies.clear()
      flushing = false
    },
  }
}
