/** One field of a form, by its name. */
export interface FieldRow {
  key: number
  name: string
  value: string
  /** The value as it came, while nobody changed it: it keeps its type. */
  given?: unknown
}

/** The fields that a message brought, given as an object or as the JSON text of one; else one empty line. */
export function rowsOf(data: unknown): FieldRow[] {
  const rows = Object.entries(objectIn(data)).map(([name, given], key) => ({ key, name, value: shown(given), given }))
  return rows.length > 0 ? rows : [{ key: 0, name: '', value: '' }]
}

export const valuesOf = (rows: readonly FieldRow[]): Record<string, unknown> =>
  Object.fromEntries(
    rows.filter(row => row.name.trim() !== '').map(({ name, value, given }) => [name.trim(), given ?? value]),
  )

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

function objectIn(data: unknown): object {
  if (typeof data !== 'string') return typeof data === 'object' && data ? data : {}
  try {
    return objectIn(JSON.parse(data))
  } catch {
    return {}
  }
}
