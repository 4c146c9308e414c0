import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import pg from 'pg'
import { ConnectionLost, InDoubt } from '../connection-lost.ts'
import type { Schema } from '../schema.ts'
import { BATCH_LOCK } from './catalog.ts'
import { columnTypes, toParameter } from './text.ts'

export type Query = <R extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<pg.QueryResult<R>>

/** Whether a transaction runs beside those of other nodes, or alone. */
export type Company = 'beside' | 'alone'

/** Waits in real time. */
export type Pause = (milliseconds: number) => Promise<void>

/** For a free connection, or a new one. */
export const CONNECT_TIMEOUT = 30_000

/** A transaction that is still at its end is asked for this often. */
const FATE_TRIES = 50
const FATE_PAUSE = 20

export interface Connections {
  pool: pg.Pool
  db: Kysely<Schema>
  /**
   * Runs one transaction. `run` answers its result and, if it wrote, the transaction's id: with it a commit whose
   * answer got lost is looked up, so that what is on disk is never reported as failed, nor done twice.
   * Batches run beside each other; one that is `alone` waits for those at work and lets no other begin.
   */
  transaction<T>(company: Company, run: (query: Query) => Promise<{ result: T; xid?: string }>): Promise<T>
}

export function connect(url: string, max: number, pause: Pause): Connections {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types: columnTypes(),
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
  })
  // A connection that dies while idle is replaced; one that dies at work rejects its query. Neither may end the process.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  const nameOf = statementNames()

  async function commit(client: pg.PoolClient, xid: string | undefined): Promise<void> {
    try {
      await client.query('COMMIT')
    } catch (error) {
      if (xid === undefined || saidByDatabase(error)) throw error
      const fate = await fateOf(xid)
      if (fate === 'aborted') throw new ConnectionLost(String(error), { cause: error })
      if (fate !== 'committed') throw new InDoubt('The connection was lost while committing.', { cause: error })
    }
  }

  async function fateOf(xid: string): Promise<string | null> {
    for (let tries = 0; tries < FATE_TRIES; tries++) {
      const answer = await pool
        .query<{ fate: string | null }>('SELECT pg_xact_status($1::xid8) AS fate', [xid])
        .catch(() => undefined)
      const fate = answer?.rows[0]?.fate
      if (fate && fate !== 'in progress') return fate
      await pause(FATE_PAUSE)
    }
    return null
  }

  return {
    pool,
    db: new Kysely<Schema>({ dialect: new PostgresDialect({ pool: readingPool(pool) }) }),
    async transaction(company, run) {
      const client = await pool.connect().catch(lost)
      let usable = true
      try {
        await client.query(`BEGIN ISOLATION LEVEL READ COMMITTED; SELECT ${LOCK[company]}(${BATCH_LOCK})`)
        const { result, xid } = await run((text, values) =>
          values ? client.query({ name: nameOf(text), text, values: values.map(toParameter) }) : client.query(text),
        )
        await commit(client, xid)
        return result
      } catch (error) {
        usable = await client.query('ROLLBACK').then(
          () => true,
          () => false,
        )
        if (usable || error instanceof InDoubt || error instanceof ConnectionLost) throw error
        return lost(error)
      } finally {
        client.release(!usable)
      }
    },
  }
}

function lost(error: unknown): never {
  throw new ConnectionLost(String(error), { cause: error })
}

const LOCK = { beside: 'pg_advisory_xact_lock_shared', alone: 'pg_advisory_xact_lock' } as const

/** An error of this one statement, as opposed to a connection that is gone. */
const saidByDatabase = (error: unknown): boolean => error instanceof pg.DatabaseError && error.severity === 'ERROR'

/** Statements come in few shapes; a name lets each connection parse them once. */
function statementNames(): (text: string) => string {
  const names = new Map<string, string>()
  return text => {
    const known = names.get(text)
    if (known) return known
    const name = `landline_${names.size}`
    names.set(text, name)
    return name
  }
}

/** The pool as Kysely sees it: parameters are written the way text is stored. */
function readingPool(pool: pg.Pool): PostgresPool {
  return {
    options: {},
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect().catch(lost)
      const query = (text: string, parameters: readonly unknown[]) =>
        client.query(text, parameters.map(toParameter)).catch((error: unknown) => {
          if (saidByDatabase(error)) throw error
          lost(error)
        })
      return { query, release: (destroy?: boolean) => client.release(destroy) } as unknown as Awaited<
        ReturnType<PostgresPool['connect']>
      >
    },
  }
}
