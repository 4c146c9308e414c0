import { expect, test } from 'vitest'
import { ExpiredToken } from './access.ts'
import { pacificTime } from './pacific-time.ts'

test('token errors print instants in the wall clock of California, with its daylight saving time', () => {
  expect(pacificTime(Date.parse('2024-04-26T13:00:00Z'))).toBe('Friday, 26-Apr-24 06:00:00 PDT')
  expect(pacificTime(Date.parse('2024-01-05T08:00:09Z'))).toBe('Friday, 05-Jan-24 00:00:09 PST')
})

test('an expired token names the instant of expiry and the present one', () => {
  const refusal = ExpiredToken(Date.parse('2024-04-26T13:00:00Z'), Date.parse('2024-04-26T15:37:03Z'))
  expect(refusal.message).toBe(
    'Error validating access token: Session has expired on Friday, 26-Apr-24 06:00:00 PDT. ' +
      'The current time is Friday, 26-Apr-24 08:37:03 PDT.',
  )
})
