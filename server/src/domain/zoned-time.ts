import { DAY, MINUTE } from './time.ts'

/*
 * Days and months as people in a time zone count them. Zones are names of the tz database. All instants are Unix
 * milliseconds; offsets are milliseconds east of UTC.
 */

/** A day of a calendar; months count from 1. */
export interface LocalDate {
  year: number
  month: number
  day: number
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (format) return format
  format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, format)
  return format
}

/** Clocks are only changed at the quarters of an hour, and most questions are about now. */
const QUARTER = 15 * MINUTE
const latest = new Map<string, { quarter: number; offset: number }>()

/** How far the clocks of a zone are ahead of UTC at an instant. */
export function offsetAt(zone: string, at: number): number {
  if (zone === 'UTC') return 0
  const quarter = Math.floor(at / QUARTER)
  const known = latest.get(zone)
  if (known?.quarter === quarter) return known.offset
  const part: { [type: string]: number } = {}
  for (const { type, value } of formatOf(zone).formatToParts(at)) part[type] = Number(value)
  const { year, month, day, hour, minute, second } = part as Record<string, number>
  const offset = Date.UTC(year!, month! - 1, day!, hour!, minute!, second!) - Math.floor(at / 1000) * 1000
  latest.set(zone, { quarter, offset })
  return offset
}

/** The day that it is in a zone at an instant. */
export function localDate(at: number, zone: string): LocalDate {
  const local = new Date(at + offsetAt(zone, at))
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() }
}

/** The first instant of a day in a zone. A month or day beyond the calendar's runs on into the next. */
export function startOfDay({ year, month, day }: LocalDate, zone: string): number {
  const midnight = Date.UTC(year, month - 1, day)
  const before = offsetAt(zone, midnight - DAY)
  const after = offsetAt(zone, midnight + DAY)
  if (before === after) return midnight - before
  // The clocks change about then: midnight by the old offset, if that still holds, else by the new one. Where midnight
  // is left out, the day begins as the clocks jump over it.
  if (offsetAt(zone, midnight - before) === before) return midnight - before
  return offsetAt(zone, midnight - after) === after ? midnight - after : midnight - before
}

const dates = new Map<string, number>()

/** The first instant of a written day, `2026-10-01`, in a zone. For the few days on which rules change. */
export function startOfDate(date: string, zone: string): number {
  const key = `${date} ${zone}`
  let start = dates.get(key)
  if (start !== undefined) return start
  const [year, month, day] = date.split('-').map(Number)
  start = startOfDay({ year: year!, month: month!, day: day! }, zone)
  dates.set(key, start)
  return start
}
