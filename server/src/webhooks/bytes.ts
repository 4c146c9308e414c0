/** Everything that Meta's JSON writes otherwise than JSON.stringify: slashes, and what is not ASCII. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range begins at the first code point that is not ASCII
const ESCAPED = /[/\u007f-\uffff]/g
const NEEDS_ESCAPING = /[/\u007f-\uffff]/

/**
 * JSON in Meta's own bytes: `/` is written `\/`, and each UTF-16 unit from U+007F up as lower-case `\uXXXX`. The result
 * is ASCII, so its length is its size. Signatures are over these bytes.
 */
export function metaJson(value: unknown): string {
  const json = JSON.stringify(value) ?? 'null'
  return NEEDS_ESCAPING.test(json) ? json.replace(ESCAPED, escaped) : json
}

const escaped = (unit: string): string =>
  unit === '/' ? '\\/' : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
