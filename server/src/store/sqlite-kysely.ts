import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
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

/** Lets Kysely read through node:sqlite. One connection, no transactions: writes take another way. */
export function kyselyOnSqlite<Schema>(database: DatabaseSync): Kysely<Schema> {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const rows = database.prepare(query.sql).all(...query.parameters.map(toCell)) as R[]
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
