import type { Blobs } from '../graph/io.ts'
import type { Log } from '../runtime/log.ts'
import type { Unit } from '../store/store.ts'
import type { Links } from './link-cache.ts'

/** What a job may touch besides its unit of work. */
export interface JobIo {
  blobs: Blobs
  links: Links
  log: Log
  /** Bytes that the database takes up; 0 when it does not tell. */
  used(): Promise<number>
}

/**
 * Something that happens later. `before` is for real I/O and runs first; `run` is a unit of work, and the row of the
 * job goes away in the same commit.
 */
export interface Job {
  name: string
  before?: (payload: never, io: JobIo, read: Unit['read']) => Promise<unknown>
  run: (payload: never, unit: Unit, before: never) => Promise<void>
}

export function job<P, B = undefined>(definition: {
  name: string
  before?: (payload: P, io: JobIo, read: Unit['read']) => Promise<B>
  run: (payload: P, unit: Unit, before: B) => Promise<void>
}): Job {
  return definition as unknown as Job
}
