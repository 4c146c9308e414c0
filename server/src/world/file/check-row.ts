import type { Table } from '../../store/driver.ts'
import { BadWorldFile, type RowLine } from './format.ts'

/** Tables of the world by name. */
export type Tables = ReadonlyMap<string, Table>

export const tablesByName = (tables: Table[]): Tables => new Map(tables.map(table => [table.name, table]))

/** Returns the row of a line, if its table has exactly such columns. Throws BadWorldFile. */
export function checkRow({ table, row }: RowLine, tables: Tables): RowLine['row'] {
  const known = tables.get(table)
  if (!known) throw strange(table)
  if (typeof row !== 'object' || row === null) throw unfit(table, 'row')
  for (const { name, type, nullable } of known.columns) {
    const cell = row[name]
    const fits = cell === null ? nullable : type === 'text' ? typeof cell === 'string' : typeof cell === 'number'
    if (!fits) throw unfit(table, name)
  }
  const columns = Object.keys(row)
  if (columns.length === known.columns.length) return row
  throw strange(columns.find(column => !known.columns.some(({ name }) => name === column)))
}

const strange = (what: unknown) => new BadWorldFile(`This world file has "${what}", which this Landline does not know.`)

const unfit = (table: string, what: string) =>
  new BadWorldFile(`This world file has a row of "${table}" whose "${what}" does not fit.`)
