/** Everything that Meta's JSON writes otherwise than JSON.stringify: slashes, and what is not ASCII. */
const ESCAPED = /[/\u0080-\uffff]/g
const NEEDS_ESCAPING = /[/\u0080-\uffff]/

/**
 * JSON in Meta's own bytes: `/` is written `\/`, and each UTF-16 unit above U+007F as lower-case `\uXXXX`. The result
 * is ASCII, so its length is its size. Signatures are over these bytes. `indent` is for people who read answers.
 * https://developers.facebook.com/docs/graph-api/webhooks/getting-started
 */
export function metaJson(value: unknown, indent = 0): string {
  const json = (indent > 0 ? JSON.stringify(value, undefined, indent) : JSON.stringify(value)) ?? 'null'
  return NEEDS_ESCAPING.test(json) ? json.replace(ESCAPED, escaped) : json
}

const escaped = (unit: string): string =>
  unit === '/' ? '\\/' : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

const { rawJSON } = JSON as unknown as { rawJSON(text: string): object }

/** An id that the platform writes as a JSON integer. Some have more digits than a double holds; none is lost. */
export const integer = (digits: string): number | object =>
  Number.isSafeInteger(Number(digits)) ? Number(digits) : rawJSON(digits)
