import { initial } from './001-initial.ts'

export interface Dialect {
  name: 'sqlite' | 'postgres'
  /** Column definition of a sequence that the database counts up. */
  serial: string
  /** What makes a table be ordered by its key, where that is not the rule. */
  keyed: string
}

/** Each migration is a list of statements for a dialect. Its place in the list is its number; never edit one that shipped. */
export const migrations: ((dialect: Dialect) => string[])[] = [initial]

export const schemaVersion = migrations.length

export const newerData = (version: number): string =>
  `This data was written by a newer version of Landline (schema ${version}, this one knows ${schemaVersion}). ` +
  'Upgrade Landline, or start with another data folder.'
