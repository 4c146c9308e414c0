import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'

const STATEMENTS_KEPT = 500

/** Lets Kysely read through node:sqlite. One connection, no transactions: writes take another way. */
export function kyselyOnSqlite<Schema>(database: DatabaseSync): Kysely<Schema> {
  // Preparing costs more than running: the same few hundred statements come again and again.
  const statements = new Map<string, StatementSync>()
  const prepared = (sql: string): StatementSync => {
    let statement = statements.get(sql)
    if (statement) return statement
    statement = database.prepare(sql)
    if (statements.size >= STATEMENTS_KEPT) statements.clear()
    statements.set(sql, statement)
    return statement
  }
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const rows = prepared(query.sql).all(...query.parameters.map(toCell)) as R[]
      return { rows }
    },
    // biome-ignore lint/correctness/useYield: streaming is not used here
    async *streamQuery() {
      throw new Error('Streaming is not supported.')
    },
  }
  const driver: Driver = {
    async init() {},
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    beginTransaction: async () => {},
    commitTransaction: async () => {},
    rollbackTransaction: async () => {},
    async destroy() {},
  }
  const dialect: Dialect = {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => driver,
    createIntrospector: db => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
  return new Kysely<Schema>({ dialect })
}

/** node:sqlite misreads some types silently; anything but text, numbers and NULL is a mistake of ours. */
function toCell(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new TypeError(`Not a column value: ${Object.prototype.toString.call(value)}`)
}
