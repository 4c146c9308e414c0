const NOT_ASCII = /[\u0080-\uffff]/
const EACH_NOT_ASCII = /[\u0080-\uffff]/g

/**
 * JSON in Meta's own bytes: `/` is written `\/`, and each UTF-16 unit above U+007F as lower-case `\uXXXX`. The result
 * is ASCII, so its length is its size. Signatures are over these bytes. `indent` is for people who read answers.
 * https://developers.facebook.com/docs/graph-api/webhooks/getting-started
 */
export function metaJson(value: unknown, indent = 0): string {
  const json = (indent > 0 ? JSON.stringify(value, undefined, indent) : JSON.stringify(value)) ?? 'null'
  const slashed = json.replaceAll('/', '\\/')
  return NOT_ASCII.test(slashed) ? slashed.replace(EACH_NOT_ASCII, escaped) : slashed
}

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

const { rawJSON } = JSON as unknown as { rawJSON(text: string): object }

/** An id that the platform writes as a JSON integer. Some have more digits than a double holds; none is lost. */
export const integer = (digits: string): number | object =>
  Number.isSafeInteger(Number(digits)) ? Number(digits) : rawJSON(digits)
