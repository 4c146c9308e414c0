import { expect, test } from 'vitest'
import { HOUR, SECOND } from '../domain/time.ts'
import { nextAttempt, RETRIED_FOR } from './retry.ts'

test.each([
  [1, 10 * SECOND],
  [2, 20 * SECOND],
  [3, 40 * SECOND],
  [12, 20_480 * SECOND],
  [13, 40_960 * SECOND],
  [14, 12 * HOUR],
  [25, 12 * HOUR],
  [26, undefined],
])('after attempt %i the next one is due %s ms later', (attempt, wait) => {
  const due = nextAttempt(attempt, 'timed_out', 1_000, 'meta')
  expect(due === undefined ? undefined : due - 1_000).toBe(wait)
})

test('the last attempt is made within seven days', () => {
  let now = 0
  for (let attempt = 1; ; attempt++) {
    const due = nextAttempt(attempt, 'status_refused', now, 'meta')
    if (due === undefined) break
    now = due
  }
  expect(now).toBeLessThanOrEqual(RETRIED_FOR)
  expect(now).toBeGreaterThan(RETRIED_FOR - 12 * HOUR)
})

test('the profile for tests tries three more times at once', () => {
  expect([1, 2, 3, 4].map(attempt => nextAttempt(attempt, 'timed_out', 7, 'instant'))).toEqual([7, 7, 7, undefined])
})

test('nothing follows a success', () => {
  expect(nextAttempt(1, 'delivered', 0, 'meta')).toBeUndefined()
})
