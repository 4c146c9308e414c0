import pg from 'pg'
import { ConnectionLost, InDoubt } from '../connection-lost.ts'
import { Rejected } from '../rejected.ts'
import type { Outcome } from '../write.ts'
import type { Catalog } from './catalog.ts'

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const UNIQUE_VIOLATION = '23505'
const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'
const DISK_FULL = '53100'

const codeOf = (error: unknown): string | undefined => (error instanceof pg.DatabaseError ? error.code : undefined)

export const isFull = (error: unknown): boolean => codeOf(error) === DISK_FULL

/** The batch and one of another node stood in each other's way. */
export const metAnother = (error: unknown): boolean => [SERIALIZATION_FAILURE, DEADLOCK].includes(codeOf(error) ?? '')

/** Nothing was kept, and the same batch may well succeed now. */
export const mayRetry = (error: unknown): boolean => error instanceof ConnectionLost || metAnother(error)

/** No unit's own fault, so looking for the one that failed is no use. */
export const concernsAll = (error: unknown): boolean => mayRetry(error) || isFull(error) || error instanceof InDoubt

export function outcomeOf(error: unknown, catalog: Catalog): Outcome {
  if (error instanceof Rejected) return error.outcome
  if (isFull(error)) return { kind: 'full' }
  if (error instanceof ConnectionLost) return { kind: 'unreachable' }
  if (error instanceof InDoubt) return { kind: 'in doubt' }
  if (error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION) {
    const column = catalog.uniqueColumn.get(error.constraint ?? '') ?? 'id'
    return { kind: 'conflict', on: column === 'id' ? `${error.table}` : `${error.table}.${column}` }
  }
  return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
}
