import { statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Claim, Driver } from './driver.ts'
import { lockFolder } from './folder-lock.ts'
import { migrations, newerData, schemaVersion } from './migrations/index.ts'
import type { Schema } from './schema.ts'
import { sqliteApplier } from './sqlite-apply.ts'
import { kyselyOnSqlite } from './sqlite-kysely.ts'
import type { Row } from './write.ts'

const DATABASE_FILE = 'landline.db'

/**
 * The embedded database. `folder` is the data folder; without one everything lives in memory and is gone at the end.
 * Throws an Error with a sentence for people when the folder is in use, or was written by a newer version.
 */
export function openSqlite(folder?: string): Driver {
  const unlock = folder ? lockFolder(folder) : () => {}
  const file = folder ? join(folder, DATABASE_FILE) : ':memory:'
  const database = new DatabaseSync(file)
  try {
    prepareDatabase(database, Boolean(folder))
    migrateSqlite(database)
  } catch (error) {
    database.close()
    unlock()
    throw error
  }
  const applier = sqliteApplier(database)
  const db = kyselyOnSqlite<Schema>(database)
  const due = (claim: Claim) => claim.limit + claim.held.size

  return {
    dialect: 'sqlite',
    db,
    commit: async drafts => applier.applyBatch(drafts),
    onForeignCommit: () => () => {},
    async claimJobs(claim) {
      const rows = await db
        .selectFrom('jobs')
        .selectAll()
        .where('due_at', '<=', claim.now)
        .orderBy('due_at')
        .orderBy('id')
        .limit(due(claim))
        .execute()
      return rows.filter(row => !claim.held.has(row.id)).slice(0, claim.limit)
    },
    async claimDeliveries(claim) {
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('status', '=', 'pending')
        .where('due_at', '<=', claim.now)
        .orderBy('due_at')
        .orderBy('id')
        .limit(due(claim))
        .execute()
      return rows.filter(row => !claim.held.has(row.id)).slice(0, claim.limit)
    },
    async nextDue(now) {
      const row = database
        .prepare(
          `SELECT MIN(due_at) AS due FROM (SELECT MIN(due_at) AS due_at FROM jobs WHERE due_at > ?1
           UNION ALL SELECT MIN(due_at) FROM deliveries WHERE status = 'pending' AND due_at > ?1)`,
        )
        .get(now) as { due: number | null }
      return row.due ?? undefined
    },
    tables: async () => tablesOf(database),
    async dump() {
      return tablesOf(database).flatMap(({ name, columns }) => {
        const order = columns.includes('seq') ? 'seq' : 'id'
        const rows = database.prepare(`SELECT * FROM ${name} ORDER BY ${order}`).all() as Row[]
        return rows.map(row => ({ table: name, row }))
      })
    },
    async used() {
      const read = (pragma: string) => Number(Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0] ?? 0)
      return (read('page_count') - read('freelist_count')) * read('page_size')
    },
    async size() {
      if (!folder) return 0
      return [file, `${file}-wal`].reduce(
        (sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0),
        0,
      )
    },
    syncs: applier.syncs,
    async close() {
      try {
        applier.flushCounters()
      } finally {
        database.close()
        unlock()
      }
    },
  }
}

function tablesOf(database: DatabaseSync): { name: string; columns: string[] }[] {
  const names = database
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`)
    .all() as { name: string }[]
  return names.map(({ name }) => {
    const columns = database.prepare('SELECT name FROM pragma_table_info(?)').all(name) as { name: string }[]
    return { name, columns: columns.map(column => column.name) }
  })
}

function prepareDatabase(database: DatabaseSync, onDisk: boolean): void {
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 4000',
  )
  const { synchronous } = database.prepare('PRAGMA synchronous').get() as { synchronous: number }
  const { journal_mode } = database.prepare('PRAGMA journal_mode').get() as { journal_mode: string }
  if (synchronous !== 2) throw new Error(`SQLite did not take synchronous=FULL (it says ${synchronous}).`)
  if (onDisk && journal_mode !== 'wal')
    throw new Error(`SQLite did not take journal_mode=WAL (it says ${journal_mode}).`)
}

function migrateSqlite(database: DatabaseSync): void {
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number }
  if (version > schemaVersion) throw new Error(newerData(version))
  for (let next = version; next < schemaVersion; next++) {
    const statements = migrations[next]!({ name: 'sqlite', serial: 'INTEGER PRIMARY KEY AUTOINCREMENT' })
    database.exec(`BEGIN; ${statements.join(';\n')}; PRAGMA user_version = ${next + 1}; COMMIT`)
  }
}
