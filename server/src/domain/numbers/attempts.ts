import { HOUR } from '../time.ts'

/*
 * A number can be registered and deregistered so often, and no oftener; whoever tries has to wait.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/registration
 */
const ATTEMPTS_MAX = 10
const ATTEMPTS_PERIOD = 72 * HOUR

/** Registrations and deregistrations of a number. */
export interface Attempts {
  /** Instants of those that may still count. */
  at: number[]
  /** One too many was asked for, so until then there is none. */
  blocked_until?: number
}

const counted = (attempts: Attempts | undefined, now: number): number[] =>
  (attempts?.at ?? []).filter(at => now - at < ATTEMPTS_PERIOD)

/** Whether there is no other attempt now. */
export function attemptsUsedUp(attempts: Attempts | undefined, now: number): boolean {
  if (attempts?.blocked_until !== undefined) return now < attempts.blocked_until
  return counted(attempts, now).length >= ATTEMPTS_MAX
}

/** One more attempt; after a block the count begins anew. */
export const attempted = (attempts: Attempts | undefined, now: number): Attempts => ({
  at: [...(attempts?.blocked_until === undefined ? counted(attempts, now) : []), now],
})

/** What an attempt beyond the limit leaves behind: the block begins with the first of them. */
export const blocked = (attempts: Attempts | undefined, now: number): Attempts => ({
  at: counted(attempts, now),
  blocked_until: attempts?.blocked_until ?? now + ATTEMPTS_PERIOD,
})
