import pg from 'pg'

/**
 * PostgreSQL text cannot hold U+0000. It is kept as U+0001 '0', and U+0001 itself as U+0001 '1': lossless, and strings
 * still compare in the same order. JSON never holds either character raw, so bodies pass unchanged.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters in question
const SPECIAL = /[\u0000\u0001]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters in question
const ESCAPED = /\u0001([01])/g

export const toStored = (text: string): string =>
  text.includes('\u0000') || text.includes('\u0001')
    ? text.replace(SPECIAL, char => (char === '\u0000' ? '\u00010' : '\u00011'))
    : text

const fromStored = (text: string): string =>
  text.includes('\u0001') ? text.replace(ESCAPED, (_, digit: string) => (digit === '0' ? '\u0000' : '\u0001')) : text

/** A parameter as it goes to the database. What is no cell is a mistake of ours and must not become NULL. */
export function toParameter(value: unknown): unknown {
  if (typeof value === 'string') return toStored(value)
  if (Array.isArray(value)) return value.map(toParameter)
  if (value === null || (typeof value === 'number' && Number.isFinite(value))) return value
  throw new TypeError(`Not a column value: ${Object.prototype.toString.call(value)}`)
}

/** Integers and sums come back as numbers, not as text; text comes back as it was given. */
export function columnTypes(): pg.TypeOverrides {
  const types = new pg.TypeOverrides()
  types.setTypeParser(pg.types.builtins.INT8, Number)
  types.setTypeParser(pg.types.builtins.NUMERIC, Number)
  types.setTypeParser(pg.types.builtins.TEXT, fromStored)
  return types
}
