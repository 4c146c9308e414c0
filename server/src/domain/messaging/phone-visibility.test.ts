import { expect, test } from 'vitest'
import { PHONE_SHOWN_FOR, phoneWithheld } from './phone-visibility.ts'

const SEEN = 1_750_000_000_000

test('a number without a username is always shown', () => {
  expect(phoneWithheld({}, undefined, SEEN)).toBe(false)
})

test.each([
  ['never seen', undefined, SEEN, true],
  ['never seen, as the store says it', 0, SEEN, true],
  ['just seen', SEEN, SEEN, false],
  ['seen almost 30 days ago', SEEN, SEEN + PHONE_SHOWN_FOR - 1, false],
  ['seen 30 days ago', SEEN, SEEN + PHONE_SHOWN_FOR, true],
])('behind a username, %s', (_, seen, now, withheld) => {
  expect(phoneWithheld({ username: 'sheena' }, seen, now)).toBe(withheld)
})
