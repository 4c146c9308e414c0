import type { Json } from '../json.ts'
import { BODY, buttons, invalid, QR, URL_ } from '../judge-for-tests.ts'
import { CharacterLimitExceeded, MissingFields } from '../refusals.ts'
import { COPY, limits, long, parts, rows, SPM, times } from './tables.test-util.ts'

const card = (list: Json[], ...more: Json[]): Json => ({
  components: [
    { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::a'] } },
    ...more,
    { type: 'BUTTONS', buttons: list },
  ],
})
const product = (...list: Json[]): Json => ({
  components: [{ type: 'HEADER', format: 'PRODUCT' }, buttons(...list)],
})
const withCards = (...cards: Json[]) => parts(BODY, { type: 'CAROUSEL', cards })
const two = (one: Json) => withCards(one, one)
const CARDS = invalid('A carousel must have 2 to 10 cards.')
const ALIKE = invalid('All cards of a carousel must have the same components and the same buttons.')

limits('carousels', [
  { of: 'cards', make: n => withCards(...times(n, card([QR]))), max: 10, above: CARDS, min: 2, below: CARDS },
  {
    of: 'buttons of a card',
    make: n => two(card([URL_, QR, QR].slice(0, n))),
    max: 2,
    above: invalid('A card can have at most 2 buttons.'),
    min: 1,
    below: MissingFields('BUTTONS', 'buttons'),
  },
  {
    of: 'characters of a body',
    make: n => two(card([QR], { type: 'BODY', text: long(n) })),
    max: 160,
    above: CharacterLimitExceeded('BODY', 160),
  },
  {
    of: 'buttons of a product',
    make: n => two(product(...[SPM, URL_].slice(0, n))),
    min: 1,
    max: 1,
    above: invalid('A card can have at most 1 button.'),
  },
])

rows('carousels', [
  ['a body on one of two', withCards(card([QR]), card([QR], BODY)), ALIKE],
  ['other buttons on the second', withCards(card([QR]), card([URL_])), ALIKE],
  ['a coupon', two(card([COPY])), invalid("A card can't have a button of type COPY_CODE.")],
  [
    'a card without a picture',
    two({ components: [BODY, buttons(QR)] }),
    invalid('Every card must have a header of format IMAGE, VIDEO or PRODUCT.'),
  ],
  [
    'a footer beside it',
    parts(BODY, { type: 'CAROUSEL', cards: times(2, card([QR])) }, { type: 'FOOTER', text: 'Bye' }),
    invalid("A carousel can't stand beside a component of type FOOTER."),
  ],
])
