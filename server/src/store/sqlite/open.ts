import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Driver } from '../driver.ts'
import { migrations, newerData, schemaVersion } from '../migrations/index.ts'
import type { Schema } from '../schema.ts'
import { connectSqlite } from './connection.ts'
import { sqliteDeliveries } from './deliveries.ts'
import { dumpFile, dumpMemory } from './dump.ts'
import { lockFolder } from './folder-lock.ts'
import { kyselyOnSqlite } from './kysely.ts'
import { replaceInFile, replaceInMemory } from './replace.ts'
import { tablesOf } from './tables.ts'
import { inlineWriter, loadedWriter, threadWriter, type Writer } from './writer.ts'

const DATABASE_FILE = 'landline.db'

/**
 * The embedded database. `folder` is the data folder; without one everything lives in memory and is gone at the end.
 * With a folder, a thread of its own writes under load, or from the beginning. Throws an Error with a sentence for people when the folder is in use, or was written by a newer version.
 */
export function openSqlite(folder?: string, thread: 'underLoad' | 'always' = 'underLoad'): Driver {
  const unlock = folder ? lockFolder(folder) : () => {}
  const file = folder ? join(folder, DATABASE_FILE) : ':memory:'
  const database = opened(file, unlock)
  const begin = () => (folder ? writerOn(database, file, thread) : inlineWriter(database))
  let writer: Writer = begin()
  let syncsBefore = 0
  const db = kyselyOnSqlite<Schema>(database)
  const deliveries = sqliteDeliveries(database)
  let nextJob: StatementSync | undefined

  return {
    dialect: 'sqlite',
    db,
    commit: drafts => writer.commit(drafts),
    onForeignCommit: () => () => {},
    async claimJobs(claim) {
      const rows = await db
        .selectFrom('jobs')
        .selectAll()
        .where('due_at', '<=', claim.now)
        .orderBy('due_at')
        .orderBy('id')
        .limit(claim.limit + claim.held.size)
        .execute()
      return rows.filter(row => !claim.held.has(row.id)).slice(0, claim.limit)
    },
    claimDeliveries: async claim => deliveries.claim(claim),
    async nextDue(now) {
      nextJob ??= database.prepare('SELECT MIN(due_at) AS due FROM jobs WHERE due_at > ?')
      const job = (nextJob.get(now) as { due: number | null }).due ?? Number.POSITIVE_INFINITY
      const next = Math.min(job, deliveries.next(now))
      return Number.isFinite(next) ? next : undefined
    },
    tables: async () => tablesOf(database),
    dump: () => (folder ? dumpFile(file) : dumpMemory(database)),
    async replace(pieces, event) {
      // The counters that it keeps are those of the world that goes: it writes them back, and begins anew.
      await writer.close()
      syncsBefore += writer.syncs()
      try {
        const outcome = await (folder ? replaceInFile(file, pieces, event) : replaceInMemory(database, pieces, event))
        if (outcome.kind === 'committed') syncsBefore++
        return outcome
      } finally {
        writer = begin()
      }
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
    syncs: () => syncsBefore + writer.syncs(),
    async close() {
      try {
        await writer.close()
      } finally {
        database.close()
        unlock()
      }
    },
  }
}

function opened(file: string, unlock: () => void): DatabaseSync {
  let database: DatabaseSync | undefined
  try {
    database = connectSqlite(file)
    migrateSqlite(database)
    return database
  } catch (error) {
    database?.close()
    unlock()
    throw error
  }
}

const writerOn = (database: DatabaseSync, file: string, thread: 'underLoad' | 'always'): Writer =>
  thread === 'always' ? threadWriter(file) : loadedWriter(database, () => threadWriter(file))

function migrateSqlite(database: DatabaseSync): void {
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number }
  if (version > schemaVersion) throw new Error(newerData(version))
  for (let next = version; next < schemaVersion; next++) {
    const statements = migrations[next]!({
      name: 'sqlite',
      serial: 'INTEGER PRIMARY KEY AUTOINCREMENT',
      keyed: ' WITHOUT ROWID',
    })
    database.exec(`BEGIN; ${statements.join(';\n')}; PRAGMA user_version = ${next + 1}; COMMIT`)
  }
}
