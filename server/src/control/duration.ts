import { parseDuration } from '../domain/time.ts'
import { refusal } from './refuse.ts'

/** Milliseconds of a duration as people write it. Throws Refused where it is none. */
export function durationOf(name: string, text: string): number {
  const duration = parseDuration(text)
  if (duration !== undefined) return duration
  throw refusal(`${name} is "${text}", which is no duration. Write it like 90s, 15m, 24h, 1h30m or 7d.`)
}
