/** A Graph version, `vN.0`. */
export type Version = `v${number}.0`

/** The oldest version that is still usable; calls to older ones are served as this one. */
export const OLDEST_VERSION = 17
export const NEWEST_VERSION = 25
export const DEFAULT_VERSION: Version = 'v25.0'

const VERSION = /^v([1-9]\d?)\.(\d|1\d)$/
/** In the early years a version had minor ones, up to this. */
const LAST_MINOR: { [major: number]: number } = { 2: 12, 3: 3 }

/**
 * The version that a path segment asks for: what it is served as, or undefined when the segment is no version
 * (malformed, or newer than any), and then it is the name of a node.
 * https://developers.facebook.com/docs/graph-api/guides/versioning
 */
export function servedVersion(segment: string): Version | undefined {
  const [, major, minor] = VERSION.exec(segment) ?? []
  const number = Number(major)
  if (!(number <= NEWEST_VERSION && Number(minor) <= (LAST_MINOR[number] ?? 0))) return undefined
  return `v${Math.max(number, OLDEST_VERSION)}.0`
}

const numberOf = (version: string): number => Number(version.slice(1))

/** Whether something that exists from `since` up to and including `until` exists in a version. */
export function inVersion(range: { since?: Version; until?: Version }, version: string): boolean {
  const asked = numberOf(version)
  return asked >= (range.since ? numberOf(range.since) : 0) && asked <= (range.until ? numberOf(range.until) : Infinity)
}
