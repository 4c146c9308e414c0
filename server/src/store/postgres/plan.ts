import type { Cell, EventRow, Write } from '../write.ts'
import type { Catalog } from './catalog.ts'

/** One statement for many rows. `expects` is how many rows it must touch, when that decides about staleness. */
export interface Statement {
  text: string
  values: unknown[]
  expects?: number
}

interface Run {
  op: Write['op']
  shape: string
  writes: Write[]
  ids: Set<string>
}

const idOf = (write: Exclude<Write, { op: 'clear' }>): string => (write.op === 'delete' ? write.id : write.row.id)

function shapeOf(write: Write): string {
  if (write.op === 'delete' || write.op === 'clear') return write.op
  const columns = Object.keys(write.row).join()
  return write.op === 'add' ? `add ${columns} + ${Object.keys(write.sums).join()}` : `${write.op} ${columns}`
}

/**
 * Turns writes into few statements. Tables do not know each other (no foreign keys, no triggers), so their writes may
 * change places; within a table, writes to one row never do. Should the new order fail where the given one would not,
 * the units are replayed one by one.
 */
export function planWrites(writes: Write[], catalog: Catalog): Statement[] {
  const runs = new Map<string, Run[]>()
  for (const write of writes) {
    if (!runs.has(write.table)) runs.set(write.table, [])
    place(write, runs.get(write.table)!, catalog.ordered.has(write.table))
  }
  // Every node takes the tables in the same order, which keeps deadlocks rare.
  return [...runs.keys()].sort().flatMap(table => runs.get(table)!.map(run => statementFor(table, run, catalog)))
}

/**
 * Adds a write to a run of its shape, passing only runs that do not touch its row. Where a unique column ties rows to
 * each other, only inserts that follow each other share a statement: an UPDATE picks its own order.
 */
function place(write: Write, runs: Run[], ordered: boolean): void {
  const shape = shapeOf(write)
  if (write.op === 'clear') {
    runs.push({ op: write.op, shape, writes: [write], ids: new Set() })
    return
  }
  const id = idOf(write)
  if (ordered && write.op !== 'insert') {
    runs.push({ op: write.op, shape, writes: [write], ids: new Set([id]) })
    return
  }
  for (let i = runs.length - 1; i >= 0; i--) {
    const run = runs[i]!
    const known = run.ids.has(id)
    if (run.shape === shape && !(known && write.op === 'change')) {
      run.ids.add(id)
      run.writes.push(write)
      return
    }
    if (known || ordered || run.op === 'clear') break
  }
  runs.push({ op: write.op, shape, writes: [write], ids: new Set([id]) })
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

function statementFor(table: string, run: Run, catalog: Catalog): Statement {
  const types = catalog.columns.get(table)
  if (!types) throw new Error(`no such table: ${table}`)
  // Not TRUNCATE: it would wait for everybody who reads, and who reads as of a moment before would find nothing.
  if (run.op === 'clear') return { text: `DELETE FROM ${quoted(table)}`, values: [] }
  if (run.op === 'delete')
    return { text: `DELETE FROM ${quoted(table)} WHERE id = ANY($1::text[])`, values: [[...run.ids]] }
  const rows = rowsOf(run)
  const columns = Object.keys(rows[0]!).filter(column => column !== EXPECTED)
  const typeOf = (column: string): string => {
    const type = types.get(column)
    if (!type) throw new Error(`table ${table} has no column named ${column}`)
    return type
  }
  const values: unknown[] = columns.map(column => rows.map(row => row[column]))
  const arrays = columns.map((column, i) => `$${i + 1}::${typeOf(column)}[]`).join(', ')
  const names = columns.map(quoted).join(', ')
  const set = (source: string, wanted: string[]) =>
    wanted.map(column => `${quoted(column)} = ${source}.${quoted(column)}`).join(', ')

  if (run.op === 'add') {
    const [first] = run.writes as Extract<Write, { op: 'add' }>[]
    const added = Object.keys(first!.sums).map(
      column => `${quoted(column)} = t.${quoted(column)} + excluded.${quoted(column)}`,
    )
    const insert = `INSERT INTO ${quoted(table)} AS t (${names}) SELECT * FROM unnest(${arrays})`
    return { text: `${insert} ON CONFLICT (id) DO UPDATE SET ${added.join(', ')}`, values }
  }
  if (run.op === 'insert' || run.op === 'put') {
    const insert = `INSERT INTO ${quoted(table)} (${names}) SELECT * FROM unnest(${arrays})`
    const rest = [...types.keys()].filter(column => column !== 'id')
    return {
      text: run.op === 'put' ? `${insert} ON CONFLICT (id) DO UPDATE SET ${set('excluded', rest)}` : insert,
      values,
    }
  }
  const change = run.op === 'change'
  if (change) values.push(rows.map(row => row[EXPECTED]))
  const source = change
    ? `unnest(${arrays}, $${columns.length + 1}::bigint[]) AS given (${names}, ${EXPECTED})`
    : `unnest(${arrays}) AS given (${names})`
  const guard = change ? ` AND t.version = given.${EXPECTED}` : ''
  const text = `UPDATE ${quoted(table)} AS t SET ${set('given', columns)} FROM ${source} WHERE t.id = given.id${guard}`
  return change ? { text, values, expects: rows.length } : { text, values }
}

const EXPECTED = 'expected_version'

/**
 * The rows of a run. Where one row is written twice unconditionally, the last one wins, as it would one after the other.
 * What may meet rows of another node goes by id, so that two nodes lock them in the same order.
 */
function rowsOf(run: Run): { [column: string]: Cell }[] {
  const rows: { [column: string]: Cell }[] = []
  const last = new Map<string, { [column: string]: Cell }>()
  for (const write of run.writes) {
    if (write.op === 'change') rows.push({ ...write.row, version: write.version + 1, [EXPECTED]: write.version })
    else if (write.op === 'insert') rows.push(write.row)
    else if (write.op === 'add') last.set(write.row.id, sumOf(last.get(write.row.id), write))
    else if (write.op !== 'delete' && write.op !== 'clear') last.set(write.row.id, write.row)
  }
  if (run.op === 'insert') return rows
  return (run.op === 'change' ? rows : [...last.values()]).sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))
}

/** One statement meets a row once, so what is added to it is added up before. */
function sumOf(before: { [column: string]: Cell } | undefined, { row, sums }: Extract<Write, { op: 'add' }>) {
  if (!before) return { ...row, ...sums }
  const after = { ...before }
  for (const [column, n] of Object.entries(sums)) after[column] = Number(after[column]) + n
  return after
}

/** Inserts events and returns their numbers in the order given. The caller holds the events lock. */
export function insertEvents(events: EventRow[]): Statement {
  const texts = ['id', 'type', 'account_id', 'phone_number_id', 'customer_id', 'body'] as const
  const names = ['at', ...texts].map(quoted).join(', ')
  const arrays = texts.map((_, i) => `$${i + 2}::text[]`).join(', ')
  return {
    text: `INSERT INTO events (${names}) SELECT ${names}
      FROM unnest($1::bigint[], ${arrays}) WITH ORDINALITY AS given (${names}, place) ORDER BY place RETURNING seq`,
    values: [events.map(event => event.at), ...texts.map(column => events.map(event => event[column]))],
  }
}
