import type { Driver } from '../store/driver.ts'
import type { Delivery } from './batch.ts'
import { endpointKey } from './endpoints.ts'

interface Claimed {
  db: Driver['db']
  rows: Delivery[]
  /** What this node has in hand already. */
  held: { has(id: string): boolean }
}

/**
 * Where nodes share the work, two may take deliveries of one conversation. The ids of those whose turn has not come,
 * because an earlier first attempt of the same conversation is not this node's: they are for the node that has it.
 */
export async function notInTurn({ db, rows, held }: Claimed): Promise<Set<string>> {
  const first = rows.filter(row => row.attempts === 0)
  const pending: (Place & Chained)[] = []
  for (const some of byEndpoint(first)) pending.push(...(await earlierThan(db, some)))
  const mine = new Set(first.map(row => row.id))
  const earliest = new Map<string, Place>()
  for (const row of pending) {
    if (mine.has(row.id) || held.has(row.id)) continue
    const known = earliest.get(chainOf(row))
    if (!known || isBefore(row, known)) earliest.set(chainOf(row), row)
  }
  const late = first.filter(row => {
    const other = earliest.get(chainOf(row))
    return other !== undefined && isBefore(other, row)
  })
  return new Set(late.map(row => row.id))
}

type Place = Pick<Delivery, 'due_at' | 'id'>
type Chained = Pick<Delivery, 'app_id' | 'url' | 'conversation'>

function byEndpoint(rows: Delivery[]): Delivery[][] {
  const endpoints = new Map<string, Delivery[]>()
  for (const row of rows) {
    const same = endpoints.get(endpointKey(row))
    if (same) same.push(row)
    else endpoints.set(endpointKey(row), [row])
  }
  return [...endpoints.values()]
}

/** First attempts of the same conversations, up to the last of these rows: a backlog behind them is not looked at. */
function earlierThan(db: Driver['db'], rows: Delivery[]) {
  const last = rows.reduce((a, b) => (isBefore(a, b) ? b : a))
  return db
    .selectFrom('deliveries')
    .select(['id', 'app_id', 'url', 'conversation', 'due_at'])
    .where('status', '=', 'pending')
    .where('app_id', '=', last.app_id)
    .where('url', '=', last.url)
    .where(e => e(e.refTuple('due_at', 'id'), '<=', e.tuple(last.due_at, last.id)))
    .where('attempts', '=', 0)
    .where('conversation', 'in', [...new Set(rows.map(row => row.conversation))])
    .execute()
}

const chainOf = (row: Chained): string => `${endpointKey(row)} ${row.conversation}`

const isBefore = (a: Place, b: Place): boolean => a.due_at < b.due_at || (a.due_at === b.due_at && a.id < b.id)
