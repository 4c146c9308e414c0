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

/** Adds up lines on their way into or out of a file. */
export function lineHash() {
  const hash = createHash('sha256')
  return {
    add: (line: string): void => void hash.update(line).update('\n'),
    digest: (): string => hash.digest('hex'),
  }
}

/** Names of blobs in what a row holds. */
export const blobsIn = (text: string): string[] =>
  [...text.matchAll(/"blob":"([0-9a-f]{32})"/g)].map(([, name]) => name!)
