import { createHash } from 'node:crypto'
import type { ClockState } from '../../runtime/clock.ts'
import type { Row } from '../../store/write.ts'

/** What the first line of a world file says. Raised when older versions could not read the rest. */
export const FORMAT = 1

/** The first line. */
export interface Header {
  landline: 'world'
  format: number
  /** Version of the tables. */
  schema: number
  /** Unix milliseconds on the world clock when it was written. */
  at: number
  clock: ClockState['mode']
}

/** A row of a table as the database has it. */
export interface RowLine {
  table: string
  row: Row
}

/** A part of a blob, in Base64. Parts of one blob follow each other. */
export interface BlobLine {
  blob: string
  data: string
}

/** The last line: SHA-256 over all lines before it, so that a file that was cut off or changed is seen as that. */
export interface EndLine {
  end: true
  rows: number
  blobs: number
  sha256: string
}

export type Line = Header | RowLine | BlobLine | EndLine

/** Why a file is no world that can be read, as a sentence for people. */
export class BadWorldFile extends Error {}

/** Adds up lines on their way into or out of a file. */
export function lineHash() {
  const hash = createHash('sha256')
  return {
    add: (line: string): void => void hash.update(line).update('\n'),
    /** The sum of all lines so far. */
    sum: (): string => hash.copy().digest('hex'),
  }
}

/** Names of blobs in what a row holds. */
export function blobsIn({ body }: Row): string[] {
  if (typeof body !== 'string' || !body.includes('"blob":"')) return []
  // A part of a text keeps the whole of it in memory; through bytes it becomes one of its own.
  return [...body.matchAll(BLOB_NAME)].map(([, name]) => Buffer.from(name!, 'latin1').toString('latin1'))
}

export const BLOB_NAME = /"blob":"([0-9a-f]{32})"/g
