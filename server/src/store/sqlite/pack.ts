import type { Cell, Draft, EventRow, Outcome, Row, Take, Write } from '../write.ts'

/** What a write does, without its values: one prepared statement. */
export interface Shape {
  op: Write['op']
  table: string
  /** Columns in the order of the values; for `update` and `change` without `id` and `version`. */
  columns: readonly string[]
  /** How many of them, the last ones, are added to what is there. */
  sums: number
}

/**
 * A batch of units as one flat list, which crosses to a thread at a fraction of the cost of objects. Each unit is: where
 * the next one begins; its takes; its writes, each a number of a shape and the values; its events.
 */
export interface Packed {
  units: number
  cells: Cell[]
  /** Shapes that this batch is the first to use, in the order of their numbers. */
  shapes: Shape[]
}

const EVENT_COLUMNS = ['id', 'at', 'type', 'account_id', 'phone_number_id', 'customer_id', 'body'] as const
export const TAKE_CELLS = 8
export const EVENT_CELLS = EVENT_COLUMNS.length

/** Packs batches for one `sqliteApplier`, which has to get all of them, in order. */
export function packer(): (drafts: readonly Draft[]) => Packed {
  const known = new Map<string, { number: number; shape: Shape }[]>()
  let numbers = 0

  function shapeOf(write: Write, row: Row | undefined, fresh: Shape[]): number {
    const key = `${write.op} ${write.table}`
    const shapes = known.get(key) ?? []
    if (shapes.length === 0) known.set(key, shapes)
    const sums = write.op === 'add' ? Object.keys(write.sums).length : 0
    for (const { number, shape } of shapes) {
      if (shape.sums === sums && (!row || sameColumns(row, shape))) return number
    }
    const shape = { op: write.op, table: write.table, columns: row ? columnsOf(write, row) : [], sums }
    fresh.push(shape)
    shapes.push({ number: numbers, shape })
    return numbers++
  }

  return drafts => {
    const packed: Packed = { units: drafts.length, cells: [], shapes: [] }
    const { cells, shapes } = packed
    for (const { takes, writes, events } of drafts) {
      const start = cells.push(0) - 1
      cells.push(takes.length)
      for (const take of takes) packTake(cells, take)
      cells.push(writes.length)
      for (const write of writes) {
        const row = rowOf(write)
        cells.push(shapeOf(write, row, shapes))
        packValues(cells, write, row)
      }
      cells.push(events.length)
      for (const event of events) packEvent(cells, event)
      cells[start] = cells.length
    }
    return packed
  }
}

/** Where a row is named by its `id`, the value is bound once more, at the end. */
const isKey = (op: Write['op'], column: string): boolean =>
  (op === 'update' && column === 'id') || (op === 'change' && (column === 'id' || column === 'version'))

const columnsOf = (write: Write, row: Row): string[] => Object.keys(row).filter(column => !isKey(write.op, column))

function sameColumns(row: Row, { op, columns }: Shape): boolean {
  let i = 0
  for (const column in row) {
    if (columns[i] === column) i++
    else if (!isKey(op, column)) return false
  }
  return i === columns.length
}

/** Everything that a write gives values to: what is added stands last. */
function rowOf(write: Write): Row | undefined {
  if (write.op === 'add') return { ...write.row, ...write.sums }
  return 'row' in write ? write.row : undefined
}

function packValues(cells: Cell[], write: Write, row: Row | undefined): void {
  const { op } = write
  if (op === 'delete') return void cells.push(write.id)
  if (!row) return
  for (const column in row) if (!isKey(op, column)) cells.push(row[column]!)
  if (op === 'update') cells.push(row.id)
  if (op === 'change') cells.push(write.version + 1, row.id, write.version)
}

const packTake = (cells: Cell[], take: Take): void =>
  void (take.kind === 'bucket'
    ? cells.push(
        take.kind,
        take.name,
        take.counter,
        take.n,
        take.capacity,
        take.interval,
        take.now,
        take.forced ? 1 : 0,
      )
    : cells.push(take.kind, take.name, take.counter, take.n, take.limit ?? null, 0, 0, 0))

export function unpackTake(cells: readonly Cell[], at: number): Take {
  const [kind, name, counter, n, room, interval, now, forced] = cells.slice(at, at + TAKE_CELLS) as [
    Take['kind'],
    string,
    string,
    number,
    number | null,
    number,
    number,
    number,
  ]
  if (kind === 'bucket') return { kind, name, counter, n, capacity: room!, interval, now, forced: forced === 1 }
  return room === null ? { kind, name, counter, n } : { kind, name, counter, n, limit: room }
}

const packEvent = (cells: Cell[], event: EventRow): void =>
  void cells.push(
    event.id,
    event.at,
    event.type,
    event.account_id,
    event.phone_number_id,
    event.customer_id,
    event.body,
  )

/** The values of `insertEventSql`. */
export const eventCells = (event: EventRow): Cell[] => EVENT_COLUMNS.map(column => event[column])

export const insertEventSql = `INSERT INTO events (${EVENT_COLUMNS.join(', ')}) VALUES (?, ?, ?, ?, ?, ?, ?)`

/** What became of a batch, on its way back: nearly always everything was committed, and only the numbers of events count. */
export interface PackedOutcomes {
  /** Of all committed units, one after the other. */
  seqs: number[]
  /** Units that were not committed, by their place in the batch. */
  others: Map<number, Outcome>
}

export function packOutcomes(outcomes: readonly Outcome[]): PackedOutcomes {
  const packed: PackedOutcomes = { seqs: [], others: new Map() }
  for (const [place, outcome] of outcomes.entries()) {
    if (outcome.kind === 'committed') packed.seqs.push(...outcome.seqs)
    else packed.others.set(place, outcome)
  }
  return packed
}

/** `drafts` are the units of the batch: each has as many numbers as events. */
export function unpackOutcomes(drafts: readonly Draft[], { seqs, others }: PackedOutcomes): Outcome[] {
  let next = 0
  return drafts.map(({ events }, place) => {
    const other = others.get(place)
    if (other) return other
    const first = next
    next += events.length
    return { kind: 'committed', seqs: seqs.slice(first, next) }
  })
}
