import { type Granularity, type Period, periodOf } from './periods.ts'

interface Sums {
  sent: number
  delivered: number
  opened: number
  cost: number
}

export type Summed = Sums & { step: number }

/** Sums of one period and kind; `row` holds what its messages have in common. */
export interface Folded<R extends Summed> {
  period: Period
  row: R
}

/** Puts sums of steps into periods, in the order of time. `columns` are those that are kept apart. */
export function fold<R extends Summed>(
  rows: readonly R[],
  columns: readonly (keyof R)[],
  granularity: Granularity,
  zone: string,
): Folded<R>[] {
  const periods = new Map<number, Period>()
  const folded = new Map<string, Folded<R>>()
  for (const row of rows) {
    const period = periods.get(row.step) ?? periodOf(row.step, granularity, zone)
    periods.set(row.step, period)
    const key = [period.start, ...columns.map(column => row[column])].join('/')
    const known = folded.get(key)
    if (known) add(known.row, row)
    else folded.set(key, { period, row: { ...row } })
  }
  return [...folded.entries()]
    .sort(([a, x], [b, y]) => x.period.start - y.period.start || (a < b ? -1 : 1))
    .map(([, one]) => one)
}

function add(to: Sums, from: Sums): void {
  to.sent += from.sent
  to.delivered += from.delivered
  to.opened += from.opened
  to.cost += from.cost
}
