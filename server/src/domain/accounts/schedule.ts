import { InvalidParameter, ScheduleNameTaken, ScheduleTimezoneInvalid } from '../catalogue.ts'
import type { Check } from '../messaging/check.ts'
import type { Schedule } from './model.ts'

export const SCHEDULE_TYPES = [
  'BUSINESS_HOURS',
  'AUTOMATED_RESPONSE',
  'MESSAGE_CAMPAIGN',
  'MAINTENANCE_WINDOW',
  'CUSTOM',
] as const
export const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const
export const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export const MAX_SCHEDULE_NAME = 100
export const MAX_SCHEDULE_DESCRIPTION = 500

type Draft = Pick<Schedule, 'name' | 'start_time' | 'end_time' | 'timezone'>
type ScheduleCheck = Check<Draft, { names: readonly string[] }>

/** A time table may run past midnight, but not end where it begins. */
const takesTime: ScheduleCheck = ({ start_time, end_time }) =>
  start_time === end_time ? InvalidParameter('start_time must be before end_time') : undefined

const timezoneKnown: ScheduleCheck = ({ timezone }) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone })
    return undefined
  } catch {
    return ScheduleTimezoneInvalid
  }
}

const nameFree: ScheduleCheck = ({ name }, { names }) => (names.includes(name) ? ScheduleNameTaken : undefined)

export const scheduleChecks: readonly ScheduleCheck[] = [takesTime, timezoneKnown, nameFree]

/** Over when its last day is. */
export function scheduleStatus({ is_active, recurrence_pattern }: Schedule, now: number): string {
  const end = recurrence_pattern?.end_date
  if (end !== undefined && new Date(now).toISOString().slice(0, 10) > end) return 'EXPIRED'
  return is_active ? 'ACTIVE' : 'INACTIVE'
}
