export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export interface Place {
  locale?: string
  timeZone?: string
}

export function clockTime(at: number, { locale, timeZone }: Place = {}): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(at)
}

/** The heading over a day's messages. */
export function dayName(at: number, now: number, place: Place = {}): string {
  const ago = daysBetween(at, now, place)
  if (ago === 0) return 'Today'
  if (ago === 1) return 'Yesterday'
  const { locale, timeZone } = place
  if (ago > 1 && ago < 7) return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone }).format(at)
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(at)
}

/** Beside a chat in the list: the time today, the day this week, the date before that. */
export function shortTime(at: number, now: number, place: Place = {}): string {
  const ago = daysBetween(at, now, place)
  if (ago === 0) return clockTime(at, place)
  if (ago === 1) return 'Yesterday'
  const { locale, timeZone } = place
  if (ago > 1 && ago < 7) return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone }).format(at)
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: '2-digit', timeZone }).format(at)
}

export function sameDay(a: number, b: number, place: Place = {}): boolean {
  return daysBetween(a, b, place) === 0
}

/** How long is left, in its two largest units. Up to two days count as hours, since windows do. */
export function timeLeft(span: number): string {
  if (span >= 2 * DAY) return join(Math.floor(span / DAY), 'd', Math.floor((span % DAY) / HOUR), 'h')
  if (span >= HOUR) return join(Math.floor(span / HOUR), 'h', Math.floor((span % HOUR) / MINUTE), 'min')
  return `${Math.max(1, Math.floor(span / MINUTE))} min`
}

export function playTime(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.floor(seconds) : 0
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

function join(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small ? `${large} ${largeUnit} ${small} ${smallUnit}` : `${large} ${largeUnit}`
}

function daysBetween(at: number, now: number, place: Place): number {
  return (startOfDay(now, place) - startOfDay(at, place)) / DAY
}

function startOfDay(at: number, { timeZone }: Place): number {
  const day = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone })
  return Date.parse(day.format(at))
}
