import type { DatabaseSync } from 'node:sqlite'
import type { Table } from '../driver.ts'

/** The tables of the world, as the database itself describes them. */
export function tablesOf(database: DatabaseSync): Table[] {
  const names = database
    .prepare(`SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`)
    .all() as { name: string }[]
  const columns = database.prepare(`SELECT name, type, "notnull", pk FROM pragma_table_info(?, 'main')`)
  return names.map(({ name }) => ({ name, columns: (columns.all(name) as unknown as ColumnInfo[]).map(columnOf) }))
}

interface ColumnInfo {
  name: string
  type: string
  notnull: number
  pk: number
}

const columnOf = ({ name, type, notnull, pk }: ColumnInfo): Table['columns'][number] => ({
  name,
  type: type === 'TEXT' ? 'text' : 'number',
  nullable: notnull === 0 && pk === 0,
})
