import { expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { BODY, invalid, judgeParts, QR, URL_ } from '../judge-for-tests.ts'
import { CharacterLimitExceeded, MissingFields } from '../refusals.ts'

const INVALID = expect.objectContaining({ name: 'ComponentsInvalid', code: 100 })
const card = (buttons: Json[], ...more: Json[]): Json => ({
  components: [
    { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::a'] } },
    ...more,
    { type: 'BUTTONS', buttons },
  ],
})
test.each<[Json[], unknown]>([
  [Array(2).fill(card([QR])), undefined],
  [Array(10).fill(card([QR, URL_])), undefined],
  [[card([QR])], INVALID],
  [Array(11).fill(card([QR])), INVALID],
  [[card([QR]), card([URL_])], INVALID],
  [[card([QR]), card([QR], BODY)], INVALID],
  [Array(2).fill(card([QR, QR, QR])), INVALID],
  [Array(2).fill(card([])), MissingFields('BUTTONS', 'buttons')],
  [Array(2).fill(card([{ type: 'COPY_CODE', example: 'a' }])), INVALID],
  [Array(2).fill(card([QR], { type: 'BODY', text: 'a'.repeat(160) })), undefined],
  [Array(2).fill(card([QR], { type: 'BODY', text: 'a'.repeat(161) })), CharacterLimitExceeded('BODY', 160)],
  [
    Array(2).fill({
      components: [
        { type: 'HEADER', format: 'PRODUCT' },
        { type: 'BUTTONS', buttons: [{ type: 'SPM', text: 'View' }] },
      ],
    }),
    undefined,
  ],
])('carousel %#', (cards, refusal) => {
  expect(judgeParts(BODY, { type: 'CAROUSEL', cards })).toEqual(refusal)
})

test('nothing but a body stands beside a carousel', () => {
  const carousel = { type: 'CAROUSEL', cards: [card([QR]), card([QR])] }
  expect(judgeParts(BODY, carousel, { type: 'FOOTER', text: 'Bye' })).toEqual(
    invalid("A carousel can't stand beside a component of type FOOTER."),
  )
})
