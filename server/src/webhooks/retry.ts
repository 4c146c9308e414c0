import { DAY, HOUR, SECOND } from '../domain/time.ts'
import type { AttemptOutcome } from './outcomes.ts'

export type RetryProfile = 'meta' | 'instant'

/**
 * Waits between attempts, on the world clock. The platform says "exponential back-off up to 7 days" and no more; where
 * it begins, that it doubles and how long it gets are ours.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
 */
const FIRST_WAIT = 10 * SECOND
const LONGEST_WAIT = 12 * HOUR
export const RETRIED_FOR = 7 * DAY

const metaWaits: readonly number[] = (() => {
  const waits: number[] = []
  let wait = FIRST_WAIT
  for (let total = wait; total <= RETRIED_FOR; total += wait) {
    waits.push(wait)
    wait = Math.min(wait * 2, LONGEST_WAIT)
  }
  return waits
})()

/** For tests: three more tries at once, then no more. */
const INSTANT_WAITS: readonly number[] = [0, 0, 0]

const WAITS: { [profile in RetryProfile]: readonly number[] } = { meta: metaWaits, instant: INSTANT_WAITS }

/**
 * When the next attempt is due after the `attempt`-th (from 1) ended with `outcome`; undefined when there is none. Pure.
 * `now` is in milliseconds on the world clock. Every failure counts the same: all the platform asks for is a 200.
 */
export function nextAttempt(
  attempt: number,
  outcome: AttemptOutcome,
  now: number,
  profile: RetryProfile,
): number | undefined {
  if (outcome === 'delivered' || outcome === 'app_gone') return undefined
  const wait = WAITS[profile][attempt - 1]
  return wait === undefined ? undefined : now + wait
}
