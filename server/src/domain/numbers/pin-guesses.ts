import { PinGuessedTooFast, TooManyPinGuesses } from '../catalogue.ts'
import type { Refusal } from '../refusals.ts'
import { HOUR, SECOND } from '../time.ts'

/*
 * Six digits are soon guessed, so wrong ones cost time.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/two-step-verification
 * NOTE: the refusals are documented, the figures are not.
 */
/** Wrong PINs in a row that cost nothing. */
export const FREE_GUESSES = 3
/** From then on, the pause between two guesses. */
export const GUESS_PAUSE = 30 * SECOND
/** So many in a row, and there is no other for a while. */
export const MAX_GUESSES = 10
export const GUESS_LOCK = HOUR

export interface PinGuesses {
  wrong: number
  last_at: number
}

/** Why the PIN is not even looked at. */
export function guessRefusal(guesses: PinGuesses | undefined, now: number): Refusal | undefined {
  if (!guesses) return undefined
  const { wrong, last_at } = guesses
  if (wrong >= MAX_GUESSES && now < last_at + GUESS_LOCK)
    return TooManyPinGuesses(secondsUntil(last_at + GUESS_LOCK, now))
  if (wrong >= FREE_GUESSES && now < last_at + GUESS_PAUSE)
    return PinGuessedTooFast(secondsUntil(last_at + GUESS_PAUSE, now))
  return undefined
}

/** One more wrong guess; after a lock the count begins anew. */
export const guessedWrong = (guesses: PinGuesses | undefined, now: number): PinGuesses => ({
  wrong: guesses && guesses.wrong < MAX_GUESSES ? guesses.wrong + 1 : 1,
  last_at: now,
})

const secondsUntil = (at: number, now: number): number => Math.ceil((at - now) / SECOND)
