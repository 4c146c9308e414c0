import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Keeps a second server out of a data folder. The lock is the operating system's own (held on a small SQLite file),
 * so it goes when the process goes, however it ends. Returns the function that lets go.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const ownerFile = join(folder, 'owner.pid')
  const lock = new DatabaseSync(join(folder, 'lock.db'))
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new Error(
      `The data folder ${folder} is in use by another Landline (process ${ownerOf(ownerFile)}). ` +
        'Stop that one, or choose another folder with --data, or use --memory.',
    )
  }
  writeFileSync(ownerFile, String(process.pid))
  return () => lock.close()
}

function ownerOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return 'unknown'
  }
}
