/** What a unit of work stages. Plain data, so that it can be batched, sent to a worker, replayed or refused. */
export type Cell = string | number | null
export type Row = { id: string } & { [column: string]: Cell }

export type Sums = { [column: string]: number }

export type Write =
  /** A new row. A taken key or unique column is a named conflict. */
  | { op: 'insert'; table: string; row: Row }
  /** A row as it shall be, new or not. The last one wins. */
  | { op: 'put'; table: string; row: Row }
  /** A cold record, only if it still has `version`; it is stored with `version + 1`. Otherwise the unit is stale. */
  | { op: 'change'; table: string; version: number; row: Row }
  /** Some columns of a row, unconditionally. A missing row is no error. */
  | { op: 'update'; table: string; row: Row }
  /** Adds to numbers of a row, which begins with them when it is new. `row` is the rest of it: what the sums are of. */
  | { op: 'add'; table: string; row: Row; sums: Sums }
  | { op: 'delete'; table: string; id: string }
  /** Every row of a table: for putting a world back to its seed. */
  | { op: 'clear'; table: string }

/**
 * A claim on a hot counter, decided by the store while it applies the unit, so that no two units read the same room.
 * - `bucket`: a token bucket of `capacity` tokens, one more every `interval` milliseconds; takes `n`. One that is `forced`
 *   is never refused: it takes what is there.
 * - `tally`: a running sum; adds `n`, refused beyond `limit` when one is given.
 */
export type Take =
  | {
      kind: 'bucket'
      name: string
      counter: string
      n: number
      capacity: number
      interval: number
      now: number
      forced?: boolean
    }
  | { kind: 'tally'; name: string; counter: string; n: number; limit?: number }

/** One event as it lies in the log; `seq` is given by the store. */
export interface EventRow {
  id: string
  at: number
  type: string
  account_id: string | null
  phone_number_id: string | null
  customer_id: string | null
  body: string
}

export interface Draft {
  writes: Write[]
  takes: Take[]
  events: EventRow[]
}

export type Outcome =
  | { kind: 'committed'; seqs: number[] }
  /** A record was changed by somebody else since it was read. */
  | { kind: 'stale'; table: string; id: string }
  /** The store refused these takes (their `name`). */
  | { kind: 'refused'; names: string[] }
  /** A key or unique column is taken: `table` or `table.column`. */
  | { kind: 'conflict'; on: string }
  /** The disk is full: nothing of the unit was kept. */
  | { kind: 'full' }
  /** The database cannot be reached: nothing of the unit was kept. */
  | { kind: 'unreachable' }
  /** The connection was lost while it committed, and nobody can tell what became of the unit. */
  | { kind: 'in doubt' }
  | { kind: 'failed'; message: string }

/** State of one counter: for a bucket the theoretical arrival time in milliseconds (GCRA), for a tally the sum. */
export type CounterValue = number

/** Nodes of one world may differ by so much, in milliseconds. A bucket that is further ahead is from before the clock was put back. */
const CLOCK_SKEW = 60_000

/**
 * Whether a take fits, and the counter's value after it. Pure: both drivers decide with this.
 * A bucket is kept as one number, the instant at which it would be full again; no bucket is further away from that than
 * an empty one, unless the clock was put back since, and then it is taken for a full one.
 */
export function decideTake(take: Take, value: CounterValue | undefined): CounterValue | undefined {
  if (take.kind === 'tally') {
    const sum = (value ?? 0) + take.n
    return take.limit !== undefined && sum > take.limit ? undefined : sum
  }
  const emptyAt = take.now + take.capacity * take.interval
  const known = value === undefined || value > emptyAt + CLOCK_SKEW ? 0 : value
  const fullAt = Math.max(known, take.now) + take.n * take.interval
  if (fullAt <= emptyAt + 1e-6) return fullAt
  return take.forced ? Math.max(emptyAt, known) : undefined
}
