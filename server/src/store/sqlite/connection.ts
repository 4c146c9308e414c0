import { DatabaseSync } from 'node:sqlite'

/** How long a connection waits for another one that is writing: a backup, or somebody with a database browser. */
const BUSY_MS = 2_000

/**
 * Opens a SQLite file so that a commit is on disk once it returns: WAL, `synchronous=FULL`. Throws when it does not
 * take these settings.
 */
export function connectSqlite(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: BUSY_MS })
  try {
    prepare(database, file !== ':memory:')
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

function prepare(database: DatabaseSync, onDisk: boolean): void {
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 4000',
  )
  const { synchronous } = database.prepare('PRAGMA synchronous').get() as { synchronous: number }
  const { journal_mode } = database.prepare('PRAGMA journal_mode').get() as { journal_mode: string }
  if (synchronous !== 2) throw new Error(`SQLite did not take synchronous=FULL (it says ${synchronous}).`)
  if (onDisk && journal_mode !== 'wal')
    throw new Error(`SQLite did not take journal_mode=WAL (it says ${journal_mode}).`)
}
