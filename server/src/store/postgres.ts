import { systemTimers } from '../runtime/timers.ts'
import type { Claim, Driver } from './driver.ts'
import { postgresApplier } from './postgres-apply.ts'
import { assertSuitable, migratePostgres, readCatalog } from './postgres-catalog.ts'
import { followOthers } from './postgres-notify.ts'
import { connect, type Pause } from './postgres-pool.ts'
import { toParameter } from './postgres-text.ts'
import type { Schema } from './schema.ts'
import type { Row } from './write.ts'

export interface PostgresOptions {
  /** Connections at most, beside the one that listens. */
  connections?: number
  /** How the driver waits before it connects again. Real time, as for every connection. */
  pause?: Pause
}

const realPause: Pause = milliseconds => new Promise(resolve => systemTimers().after(milliseconds, resolve))

/** What is due but locked comes up again when the lock ends: the node that took it may be gone by then. */
const NEXT_DUE = `SELECT LEAST(
  (SELECT MIN(due_at) FROM jobs WHERE due_at > $1),
  (SELECT MIN(locked_until) FROM jobs WHERE due_at <= $1 AND locked_until > $1),
  (SELECT MIN(due_at) FROM deliveries WHERE status = 'pending' AND due_at > $1),
  (SELECT MIN(locked_until) FROM deliveries WHERE status = 'pending' AND due_at <= $1 AND locked_until > $1)) AS due`

/**
 * A PostgreSQL that several nodes may share. Throws an Error with a sentence for people when it cannot be reached, may
 * lose what it confirmed, or was written by a newer version.
 */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<Driver> {
  const { connections = 10, pause = realPause } = options
  const connected = connect(url, connections, pause)
  const { pool, db } = connected
  const listeners = new Set<(touched: string[]) => void>()
  try {
    const client = await pool.connect()
    const { node, catalog } = await prepare(client).finally(() => client.release())
    const stopFollowing = await followOthers({
      url,
      node,
      pause,
      tell: touched => {
        for (const listener of listeners) listener(touched)
      },
    })
    const tables = [...catalog.columns]
      .filter(([name]) => name !== 'landline_schema')
      .map(([name, columns]) => ({ name, columns: [...columns.keys()] }))
    const applier = postgresApplier(connected, catalog, node)

    return {
      dialect: 'postgres',
      db,
      commit: applier.commit,
      onForeignCommit(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      claimJobs: claim => take<Schema['jobs']>('jobs', claim),
      claimDeliveries: claim => take<Schema['deliveries']>('deliveries', claim),
      async nextDue(now) {
        const { rows } = await pool.query<{ due: number | null }>(NEXT_DUE, [now])
        return rows[0]!.due ?? undefined
      },
      tables: async () => tables,
      async dump() {
        const reader = await pool.connect()
        try {
          await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
          const dumped: Awaited<ReturnType<Driver['dump']>> = []
          for (const { name, columns } of tables) {
            const order = columns.includes('seq') ? 'seq' : 'id'
            const { rows } = await reader.query<Row>(`SELECT * FROM ${name} ORDER BY ${order}`)
            for (const row of rows) dumped.push({ table: name, row })
          }
          return dumped
        } finally {
          await reader.query('ROLLBACK').catch(() => {})
          reader.release()
        }
      },
      used: async () => 0,
      async size() {
        const { rows } = await pool.query<{ size: number }>('SELECT pg_database_size(current_database()) AS size')
        return rows[0]!.size
      },
      syncs: applier.syncs,
      async close() {
        await stopFollowing()
        await disconnect()
      },
    }
  } catch (error) {
    await disconnect().catch(() => {})
    throw error
  }

  /** Kysely ends the pool only if it has ever used it. */
  async function disconnect(): Promise<void> {
    await db.destroy()
    if (!pool.ended) await pool.end()
  }

  async function prepare(client: Parameters<typeof readCatalog>[0]) {
    await assertSuitable(client)
    await migratePostgres(client)
    const { rows } = await client.query<{ node: string }>('SELECT gen_random_uuid()::text AS node')
    return { node: rows[0]!.node, catalog: await readCatalog(client) }
  }

  /** Rows that another node is just taking are passed over, not waited for. */
  async function take<R extends { id: string; due_at: number }>(
    table: 'jobs' | 'deliveries',
    claim: Claim,
  ): Promise<R[]> {
    const { rows } = await pool.query<R>(
      `WITH due AS MATERIALIZED (
         SELECT id FROM ${table}
         WHERE ${table === 'deliveries' ? "status = 'pending' AND " : ''}due_at <= $1 AND locked_until <= $1
           AND id <> ALL($4::text[])
         ORDER BY due_at, id LIMIT $2 FOR UPDATE SKIP LOCKED)
       UPDATE ${table} AS t SET locked_until = $3 FROM due WHERE t.id = due.id RETURNING t.*`,
      [claim.now, claim.limit, claim.lockedUntil, toParameter([...claim.held])],
    )
    return rows.sort((a, b) => a.due_at - b.due_at || (a.id < b.id ? -1 : 1))
  }
}
