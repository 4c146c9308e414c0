import { CallingLimitTooLow, CallingNobodyListens, InvalidParameter } from '../catalogue.ts'
import type { Refusal } from '../refusals.ts'

/*
 * How customers may call a number.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-settings
 */
export const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const
const MAX_HOURS_PER_DAY = 2
export const MAX_HOLIDAYS = 20
/** Seconds until voicemail takes a call that nobody answers. */
export const MAX_VOICEMAIL_TIMEOUT = 30

type Switch = 'ENABLED' | 'DISABLED'

export interface CallHours {
  status: Switch
  timezone_id: string
  weekly_operating_hours: { day_of_week: (typeof WEEKDAYS)[number]; open_time: string; close_time: string }[]
  holiday_schedule?: { date: string; start_time: string; end_time: string }[]
}

export interface CallingSettings {
  status: Switch
  call_icon_visibility: 'DEFAULT' | 'DISABLE_ALL'
  callback_permission_status?: Switch
  call_icons?: { restrict_to_user_countries: string[] }
  call_hours?: CallHours
  sip?: { status: Switch; servers?: { hostname: string; port?: number }[] }
  srtp_key_exchange_protocol?: 'DTLS' | 'SDES'
  audio?: { additional_codecs: ('PCMA' | 'PCMU')[] }
  video?: { status: Switch }
  voicemail?: {
    status: Switch
    triggers?: ('REJECT' | 'TIMEOUT')[]
    audio?: { default: { announcement_media_id?: string | number; timeout_seconds?: number } }
  }
}

/** Calling is off by default. */
export const DEFAULT_CALLING: CallingSettings = {
  status: 'DISABLED',
  call_icon_visibility: 'DEFAULT',
  callback_permission_status: 'DISABLED',
}

/** Why a schedule is not taken. `now` tells which holidays are over. */
export function callHoursRefusal(
  { timezone_id, weekly_operating_hours, holiday_schedule = [] }: CallHours,
  now: number,
) {
  if (!isTimezone(timezone_id)) return InvalidParameter(`timezone_id ${timezone_id} is not a time zone.`)
  if (weekly_operating_hours.length === 0) return InvalidParameter('weekly_operating_hours must not be empty.')
  for (const day of WEEKDAYS) {
    const refusal = dayRefusal(
      day,
      weekly_operating_hours.filter(one => one.day_of_week === day),
    )
    if (refusal) return refusal
  }
  if (holiday_schedule.length > MAX_HOLIDAYS) {
    return InvalidParameter(`holiday_schedule must have at most ${MAX_HOLIDAYS} entries.`)
  }
  const today = new Date(now).toISOString().slice(0, 10)
  const past = holiday_schedule.find(({ date }) => date < today)
  return past && InvalidParameter(`The holiday ${past.date} is over.`)
}

function dayRefusal(day: string, hours: { open_time: string; close_time: string }[]): Refusal | undefined {
  if (hours.length > MAX_HOURS_PER_DAY) return InvalidParameter(`${day} has more than ${MAX_HOURS_PER_DAY} entries.`)
  const backwards = hours.find(({ open_time, close_time }) => open_time >= close_time)
  if (backwards) return InvalidParameter(`On ${day}, open_time must be before close_time.`)
  const [first, second] = [...hours].sort((a, b) => a.open_time.localeCompare(b.open_time))
  return first && second && second.open_time < first.close_time
    ? InvalidParameter(`The hours of ${day} overlap.`)
    : undefined
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Voicemail that is on needs something that sets it off. */
export const voicemailRefusal = ({
  status,
  triggers,
}: NonNullable<CallingSettings['voicemail']>): Refusal | undefined =>
  status === 'ENABLED' && !triggers?.length
    ? InvalidParameter('voicemail.triggers must name at least one of REJECT and TIMEOUT.')
    : undefined

/** What is known when calling is switched on. */
export interface CallingFacts {
  messaging_limit: string
  /** Whether an app of the account hears of calls. */
  subscribed: boolean
}

/** Why calling cannot be switched on. */
export function enableRefusal(wanted: CallingSettings, { messaging_limit, subscribed }: CallingFacts) {
  if (wanted.status !== 'ENABLED') return undefined
  if (messaging_limit === 'TIER_250') return CallingLimitTooLow
  return subscribed || wanted.sip?.status === 'ENABLED' ? undefined : CallingNobodyListens
}
