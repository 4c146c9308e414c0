import { CALL_WINDOW } from '../domain/call-limits.ts'
import { MINUTE } from '../domain/time.ts'

const SLOTS = CALL_WINDOW / MINUTE

/** How often something happened in the last hour, to the minute. */
export function rollingCount() {
  const counts = new Uint32Array(SLOTS)
  /** The minute that each slot belongs to. */
  const minutes = new Float64Array(SLOTS).fill(Number.NEGATIVE_INFINITY)
  const minuteOf = (now: number): number => Math.floor(now / MINUTE)
  /** The sum as of one minute: it is asked far more often than a minute passes. */
  let total = 0
  let totalled = Number.NaN
  const sum = (now: number): number => {
    const minute = minuteOf(now)
    if (minute === totalled) return total
    total = 0
    for (let i = 0; i < SLOTS; i++) if (minutes[i]! > minute - SLOTS) total += counts[i]!
    totalled = minute
    return total
  }
  return {
    sum,
    add(now: number): void {
      const minute = minuteOf(now)
      const slot = minute % SLOTS
      if (minutes[slot] !== minute) counts[slot] = 0
      minutes[slot] = minute
      counts[slot]!++
      totalled = Number.NaN
    },
    /** Minutes until fewer than `limit` are left in the hour; 0 when that is so now. */
    minutesUntilBelow(limit: number, now: number): number {
      for (let minute = 0; minute < SLOTS; minute++) if (sum(now + minute * MINUTE) < limit) return minute
      return SLOTS
    },
  }
}

export type RollingCount = ReturnType<typeof rollingCount>
