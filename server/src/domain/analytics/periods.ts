import { DAY, MINUTE } from '../time.ts'
import { localDate, offsetAt, startOfDay } from '../zoned-time.ts'

/** How finely numbers are told. Days and months are those of a time zone. */
export type Granularity = 'HALF_HOUR' | 'DAY' | 'MONTH'

const HALF_HOUR = 30 * MINUTE

/** The number of the half hour that an instant is in, since 1970. */
export const slotOf = (at: number): number => Math.floor(at / HALF_HOUR)

/** The number of the day that it is in a zone at an instant: days of the calendar since January 1, 1970. */
export const dayOf = (at: number, zone: string): number => Math.floor((at + offsetAt(zone, at)) / DAY)

export interface Period {
  start: number
  end: number
}

/** The period that a step belongs to: the number of a half hour, else of a day; months are made of days. */
export function periodOf(step: number, granularity: Granularity, zone: string): Period {
  if (granularity === 'HALF_HOUR') return { start: step * HALF_HOUR, end: (step + 1) * HALF_HOUR }
  const date = new Date(step * DAY)
  const year = date.getUTCFullYear()
  const month = date.getUTCMonth() + 1
  const day = date.getUTCDate()
  const [first, next] =
    granularity === 'MONTH'
      ? [
          { year, month, day: 1 },
          { year, month: month + 1, day: 1 },
        ]
      : [
          { year, month, day },
          { year, month, day: day + 1 },
        ]
  return { start: startOfDay(first, zone), end: startOfDay(next, zone) }
}

/** Whole periods: from the beginning of the one that holds `start` to the end of the last that begins before `end`. */
export function wholePeriods(start: number, end: number, granularity: Granularity, zone: string): Period {
  const step = (at: number) => (granularity === 'HALF_HOUR' ? slotOf(at) : dayOf(at, zone))
  return {
    start: periodOf(step(start), granularity, zone).start,
    end: periodOf(step(end - 1), granularity, zone).end,
  }
}

/** The first instant of the month that an instant is in. */
export function monthStart(at: number, zone: string): number {
  const { year, month } = localDate(at, zone)
  return startOfDay({ year, month, day: 1 }, zone)
}
