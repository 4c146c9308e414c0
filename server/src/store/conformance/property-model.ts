import { type CounterValue, type Draft, decideTake, type Outcome, type Row, type Take, type Write } from '../write.ts'

/** Columns that no two rows of a table share, beside the key. */
const UNIQUE: Record<string, string[]> = { phone_numbers: ['digits'], templates: ['unique_name'] }

type Tables = Map<string, Map<string, Row>>

/** What a store is meant to be: units applied one after the other to plain maps. */
export function storeModel() {
  let tables: Tables = new Map()
  const counters = new Map<string, CounterValue>()

  return {
    apply(draft: Draft): Outcome {
      const wanted = new Map(counters)
      const refused = draft.takes.filter(take => !takeFrom(wanted, take))
      if (refused.length > 0) return { kind: 'refused', names: refused.map(take => take.name) }
      const next: Tables = new Map([...tables].map(([name, rows]) => [name, new Map(rows)]))
      for (const write of draft.writes) {
        const outcome = applyWrite(next, write)
        if (outcome) return outcome
      }
      tables = next
      for (const [name, value] of wanted) counters.set(name, value)
      return { kind: 'committed', seqs: [] }
    },
    rows: (table: string): Row[] => [...(tables.get(table)?.values() ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

function takeFrom(counters: Map<string, CounterValue>, take: Take): boolean {
  const after = decideTake(take, counters.get(take.counter))
  if (after !== undefined) counters.set(take.counter, after)
  return after !== undefined
}

function applyWrite(tables: Tables, write: Write): Outcome | undefined {
  if (write.op === 'clear') {
    tables.delete(write.table)
    return
  }
  const rows = tables.get(write.table) ?? new Map<string, Row>()
  tables.set(write.table, rows)
  if (write.op === 'delete') {
    rows.delete(write.id)
    return
  }
  const { table, row } = write
  const known = rows.get(row.id)
  if (write.op === 'insert' && known) return { kind: 'conflict', on: table }
  if (write.op === 'change' && known?.version !== write.version) return { kind: 'stale', table, id: row.id }
  if (write.op === 'update' && !known) return
  if (write.op === 'add') {
    const sums = Object.entries(write.sums).map(([column, n]) => [column, Number(known?.[column] ?? 0) + n])
    rows.set(row.id, { ...(known ?? row), ...Object.fromEntries(sums) })
    return
  }
  const written = write.op === 'change' ? { ...row, version: write.version + 1 } : row
  const next = write.op === 'insert' || write.op === 'put' ? written : { ...known, ...written }
  for (const column of UNIQUE[table] ?? []) {
    const value = next[column]
    for (const other of rows.values()) {
      if (other.id !== row.id && value !== null && other[column] === value) {
        return { kind: 'conflict', on: `${table}.${column}` }
      }
    }
  }
  rows.set(row.id, next)
}
