import { DAY, HOUR, MINUTE, SECOND } from '../domain/time.ts'

export type RetryProfile = 'meta' | 'instant'

/**
 * Waits between attempts, on the world clock. The platform says "exponential back-off up to 7 days" and no more; these
 * steps are ours.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
 */
const META_WAITS = [10 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR]
/** After the steps, this often. */
const META_LAST_WAIT = 12 * HOUR
/** A notification that is older is dropped. */
export const RETRIED_FOR = 7 * DAY

/** For tests: three more tries at once, then no more. */
const INSTANT_ATTEMPTS = 4

/**
 * When the next attempt is due after `attempts` that failed, or undefined when there is none. Pure.
 * Instants are milliseconds on the world clock.
 */
export function nextAttempt(
  profile: RetryProfile,
  { attempts, created_at, now }: { attempts: number; created_at: number; now: number },
): number | undefined {
  if (profile === 'instant') return attempts < INSTANT_ATTEMPTS ? now : undefined
  const due = now + (META_WAITS[attempts - 1] ?? META_LAST_WAIT)
  return due > created_at + RETRIED_FOR ? undefined : due
}
