import type { Driver } from '../store/driver.ts'
import type { Delivery } from './batch.ts'

interface Claimed {
  db: Driver['db']
  rows: Delivery[]
  /** What this node has in hand already. */
  held: ReadonlySet<string>
  now: number
}

/**
 * Where nodes share the work, two may take deliveries of one conversation. The ids of those whose turn has not come,
 * because an earlier first attempt of the same conversation is not this node's: they are for the node that has it.
 */
export async function notInTurn({ db, rows, held, now }: Claimed): Promise<Set<string>> {
  const first = rows.filter(row => row.attempts === 0)
  if (first.length === 0) return new Set()
  const pending = await db
    .selectFrom('deliveries')
    .select(['id', 'app_id', 'url', 'conversation', 'due_at'])
    .where('status', '=', 'pending')
    .where('due_at', '<=', now)
    .where('attempts', '=', 0)
    .where('conversation', 'in', [...new Set(first.map(row => row.conversation))])
    .execute()
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

const chainOf = ({ app_id, url, conversation }: Pick<Delivery, 'app_id' | 'url' | 'conversation'>): string =>
  `${app_id} ${url} ${conversation}`

const isBefore = (a: Place, b: Place): boolean => a.due_at < b.due_at || (a.due_at === b.due_at && a.id < b.id)
