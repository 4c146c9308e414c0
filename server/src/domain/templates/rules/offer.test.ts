import { expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { BODY, buttons, judgeParts, URL_ } from '../judge-for-tests.ts'
import { CharacterLimitExceeded } from '../refusals.ts'

const INVALID = expect.objectContaining({ name: 'ComponentsInvalid', code: 100 })
const OFFER: Json = { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'a'.repeat(16), has_expiration: true } }
const COPY: Json = { type: 'COPY_CODE', example: 'a'.repeat(15) }
test('a limited-time offer', () => {
  expect(judgeParts(OFFER, BODY, buttons(COPY, URL_))).toBeUndefined()
  expect(judgeParts(OFFER, BODY, buttons(URL_, COPY))).toEqual(INVALID)
  expect(judgeParts(OFFER, BODY, buttons({ ...COPY, example: 'a'.repeat(16) }))).toEqual(
    CharacterLimitExceeded('BUTTONS example', 15),
  )
  expect(judgeParts(OFFER, BODY, { type: 'FOOTER', text: 'x' }, buttons(URL_))).toEqual(INVALID)
  expect(judgeParts(OFFER, { type: 'BODY', text: 'a'.repeat(601) })).toEqual(CharacterLimitExceeded('BODY', 600))
  const long = { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'a'.repeat(17) } }
  expect(judgeParts(long, BODY)).toEqual(CharacterLimitExceeded('LIMITED_TIME_OFFER', 16))
})
