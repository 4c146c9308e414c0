/** Milliseconds, the unit of every instant and duration inside the server. */
export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const UNITS: Record<string, number> = { ms: 1, s: SECOND, m: MINUTE, h: HOUR, d: DAY }

/**
 * Reads a duration as people write it: `90s`, `24h`, `1h30m`, `7d`, or a bare number of milliseconds.
 * Returns undefined when the text is not a duration.
 */
export function parseDuration(text: string): number | undefined {
  const compact = text.trim().toLowerCase().replaceAll(' ', '')
  if (/^\d+$/.test(compact)) return Number(compact)
  if (!/^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(compact)) return undefined
  let total = 0
  for (const [, amount, unit] of compact.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)) {
    total += Number(amount) * UNITS[unit!]!
  }
  return Number.isSafeInteger(Math.round(total)) ? Math.round(total) : undefined
}

/** Unix seconds, as Meta's webhooks and WhatsApp objects carry instants. */
export const unixSeconds = (at: number): number => Math.floor(at / SECOND)

/** `2025-07-23T18:00:00+0000`, as Graph node fields carry instants. */
export const graphTime = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}+0000`
