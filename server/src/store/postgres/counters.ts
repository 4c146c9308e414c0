import { type CounterValue, type Draft, decideTake, type Take } from '../write.ts'
import type { Query } from './pool.ts'

/** The counters of one transaction. Their rows stay locked until it ends, so nobody else decides on the same room. */
export interface LockedCounters {
  /** Takes all or nothing. Returns the names of those that do not fit. */
  take(takes: Take[]): string[] | undefined
  /** Remembers this moment; the function it returns goes back to it. */
  mark(): () => void
  save(): Promise<void>
}

/** Locks every counter that the units name, in one order for all nodes, so that two batches never wait for each other. */
export async function lockCounters(query: Query, drafts: Draft[]): Promise<LockedCounters> {
  const names = [...new Set(drafts.flatMap(draft => draft.takes.map(take => take.counter)))]
  let values = new Map<string, CounterValue>()
  const changed = new Set<string>()

  if (names.length > 0) {
    await query(
      `INSERT INTO counters (id, value) SELECT id, 0 FROM unnest($1::text[]) AS id ORDER BY id COLLATE "C"
       ON CONFLICT (id) DO NOTHING`,
      [names],
    )
    const { rows } = await query<{ id: string; value: number }>(
      'SELECT id, value FROM counters WHERE id = ANY($1::text[]) ORDER BY id FOR UPDATE',
      [names],
    )
    for (const row of rows) values.set(row.id, row.value)
  }

  return {
    take(takes) {
      const wanted = new Map<string, CounterValue>()
      const refused: string[] = []
      for (const take of takes) {
        const after = decideTake(take, wanted.get(take.counter) ?? values.get(take.counter))
        if (after === undefined) refused.push(take.name)
        else wanted.set(take.counter, after)
      }
      if (refused.length > 0) return refused
      for (const [counter, value] of wanted) {
        values.set(counter, value)
        changed.add(counter)
      }
      return undefined
    },
    mark() {
      const before = new Map(values)
      return () => {
        values = new Map(before)
      }
    },
    async save() {
      if (changed.size === 0) return
      const ids = [...changed]
      await query(
        `UPDATE counters SET value = given.value FROM unnest($1::text[], $2::double precision[]) AS given (id, value)
         WHERE counters.id = given.id`,
        [ids, ids.map(id => values.get(id) ?? 0)],
      )
    },
  }
}
