import { type Period, wholePeriods } from '../../../domain/analytics/periods.ts'
import { rangeRefusal, TEMPLATE_LOOK_BACK } from '../../../domain/analytics/range.ts'
import { InvalidParameter } from '../../../domain/catalogue.ts'
import { Refused } from '../../../domain/refusals.ts'
import { SECOND } from '../../../domain/time.ts'
import { localDate, startOfDay } from '../../../domain/zoned-time.ts'

interface DaysAsked {
  start: string | number
  end: string | number
  use_waba_timezone?: boolean | undefined
}

/**
 * The days from `start` to `end`, both included and whole. With the account's time zone only written days are taken.
 * Throws Refused for what is no day, or lies too far back.
 */
export function daysAsked({ start, end, use_waba_timezone }: DaysAsked, zone: string, now: number): Period {
  const datesOnly = use_waba_timezone === true
  const from = instantOf('start', start, zone, datesOnly)
  const to = instantOf('end', end, zone, datesOnly)
  // A day that ends as it begins is the one day.
  const days = wholePeriods(from, Math.max(to, from) + 1, 'DAY', zone)
  const refusal =
    to < from ? rangeRefusal(from, to, now, 0) : rangeRefusal(days.start, days.end, now, TEMPLATE_LOOK_BACK)
  if (refusal) throw new Refused(refusal)
  return days
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/

function instantOf(name: string, value: string | number, zone: string, datesOnly: boolean): number {
  const written = DATE.exec(String(value))
  if (written) {
    const [year, month, day] = written.slice(1).map(Number)
    const start = startOfDay({ year: year!, month: month!, day: day! }, zone)
    const real = localDate(start, zone)
    if (real.month === month && real.day === day) return start
  } else if (!datesOnly && /^\d{1,12}$/.test(String(value))) return Number(value) * SECOND
  throw new Refused(
    InvalidParameter(
      `${name} must be ${datesOnly ? 'a date like 2026-11-24 when use_waba_timezone is set' : 'Unix seconds or a date like 2026-11-24'}.`,
    ),
  )
}
