import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Keeps a second server out of a data folder. The lock is the operating system's own (held on a small SQLite file),
 * so it goes when the process goes, however it ends. Returns the function that lets go. Throws an Error with a sentence
 * for people when the folder is in use, or cannot be made or written to.
 */
export function lockFolder(folder: string): () => void {
  const lock = lockFile(folder)
  const ownerFile = join(folder, 'owner.pid')
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

function lockFile(folder: string): DatabaseSync {
  try {
    makeFolder(resolve(folder))
    return new DatabaseSync(join(folder, 'lock.db'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `The data folder ${folder} cannot be used: ${reason}. Choose another one with --data, or use --memory.`,
      { cause: error },
    )
  }
}

/** Folder by folder: Node's own way to make all at once does not end where the system lets nobody make one (`/proc`). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

function ownerOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return 'unknown'
  }
}
