import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { DeliveryClaim, Endpoint, Held } from '../driver.ts'
import type { Schema } from '../schema.ts'

/**
 * The first endpoint behind another for which something waits, and when the oldest of it is due. In two parts, since
 * SQLite would answer `(app_id, url) > (?, ?)` by passing over all that waits for the other.
 */
const NEXT_ENDPOINT = `
  SELECT * FROM (SELECT app_id, url, due_at FROM deliveries
    WHERE status = 'pending' AND app_id = ?1 AND url > ?2 ORDER BY app_id, url, due_at LIMIT 1)
  UNION ALL
  SELECT * FROM (SELECT app_id, url, due_at FROM deliveries
    WHERE status = 'pending' AND app_id > ?1 ORDER BY app_id, url, due_at LIMIT 1)
  LIMIT 1`

/** `is_held` asks for the id only, which the index has: what is held is passed over without reading it. */
const CLAIM = `SELECT * FROM deliveries
  WHERE status = 'pending' AND app_id = ? AND url = ? AND due_at <= ? AND NOT is_held(id) ORDER BY due_at, id LIMIT ?`

const NEXT_DUE = `SELECT MIN(due_at) AS due FROM deliveries
  WHERE status = 'pending' AND app_id = ? AND url = ? AND due_at > ?`

const FIRST: Endpoint = { app_id: '', url: '' }

/** Finds what is to be delivered, endpoint by endpoint, each by a few steps into the index. */
export function sqliteDeliveries(database: DatabaseSync) {
  const statements = new Map<string, StatementSync>()
  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql) ?? database.prepare(sql)
    statements.set(sql, known)
    return known
  }
  let held: Held = new Set<string>()
  database.function('is_held', id => Number(held.has(String(id))))

  function* endpoints(after = FIRST): Generator<Endpoint & { due_at: number }> {
    for (let at = after; ; ) {
      const next = prepared(NEXT_ENDPOINT).get(at.app_id, at.url) as (Endpoint & { due_at: number }) | undefined
      if (!next) return
      yield next
      at = next
    }
  }

  return {
    claim(claim: DeliveryClaim): Schema['deliveries'][] {
      const rooms = new Map(claim.rooms.map(one => [keyOf(one), one.room]))
      const rows: Schema['deliveries'][] = []
      held = claim.held
      for (const endpoint of endpoints(claim.after)) {
        const { app_id, url, due_at } = endpoint
        const room = Math.min(rooms.get(keyOf(endpoint)) ?? claim.each, claim.limit - rows.length)
        if (due_at > claim.now || room <= 0) continue
        rows.push(...(prepared(CLAIM).all(app_id, url, claim.now, room) as unknown as Schema['deliveries'][]))
        if (rows.length >= claim.limit) break
      }
      return rows
    },
    /** When the next delivery is due after `now`; infinite when there is none. */
    next(now: number): number {
      let next = Number.POSITIVE_INFINITY
      for (const { app_id, url, due_at } of endpoints()) {
        const { due } = due_at > now ? { due: due_at } : (prepared(NEXT_DUE).get(app_id, url, now) as { due: number })
        next = Math.min(next, due ?? next)
      }
      return next
    },
  }
}

const keyOf = ({ app_id, url }: Endpoint): string => `${app_id} ${url}`
