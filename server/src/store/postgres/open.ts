import { systemTimers } from '../../runtime/timers.ts'
import type { Driver } from '../driver.ts'
import { postgresApplier } from './apply.ts'
import { assertSuitable, migratePostgres, readCatalog, tablesOf } from './catalog.ts'
import { freeWorkOfTheGone, postgresClaims } from './claims.ts'
import { dumpPostgres } from './dump.ts'
import { followOthers } from './notify.ts'
import { connect, type Pause } from './pool.ts'
import { replaceRows } from './replace.ts'

export interface PostgresOptions {
  /** Connections at most, beside the one that listens. */
  connections?: number
  /** How the driver waits before it connects again. Real time, as for every connection. */
  pause?: Pause
}

const realPause: Pause = milliseconds => new Promise(resolve => systemTimers().after(milliseconds, resolve))

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
    await freeWorkOfTheGone(pool)
    const tables = tablesOf(catalog)
    const applier = postgresApplier(connected, catalog, node)

    return {
      dialect: 'postgres',
      db,
      commit: applier.commit,
      onForeignCommit(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      ...postgresClaims(pool, node),
      tables: async () => tables,
      dump: () => dumpPostgres(url, tables),
      replace: (pieces, event) => replaceRows(connected, catalog, node, pieces, event),
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
}
