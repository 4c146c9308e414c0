import { ParameterRequired, ValueNotValid } from '../../../../domain/catalogue.ts'
import { type Body, counts, lengths, limits, many, rows, values, x } from '../tables.test-util.ts'
import { card, header, kind } from './samples.test-util.ts'

const carousel = (...cards: Body[]) => kind('carousel')({ action: { cards } })
const both = (more: Body) => carousel(card(0, more), card(1, more))
const quick = (...replies: [id: string, title: string][]) => ({
  action: { buttons: replies.map(([id, title]) => ({ type: 'quick_reply', quick_reply: { id, title } })) },
})
const offer = (card_index: number, catalog_id = '1') => ({
  card_index,
  type: 'product',
  action: { catalog_id, product_retailer_id: 'a' },
})
const positions = values('card_index', 0, 9)
const alike = ValueNotValid('All cards of a carousel must have the same components')

limits('a carousel', [
  {
    of: 'cards',
    make: n => carousel(...many(n, i => card(i))),
    max: 10,
    above: counts('cards', 2, 10),
    min: 2,
    below: counts('cards', 2, 10),
  },
  { of: 'card_index', make: n => carousel(card(5), card(n)), max: 9, above: positions, min: 0, below: positions },
  {
    of: 'body of card',
    make: n => both({ body: { text: x(n) } }),
    max: 160,
    above: lengths('Card body text', 0, 160),
  },
  {
    of: 'line breaks of card',
    make: n => both({ body: { text: many(n + 1, () => 'a').join('\n') } }),
    max: 2,
    above: ValueNotValid('Card body text has too many line breaks. Max allowed line breaks: 2'),
  },
  { of: 'title of quick reply', make: n => both(quick(['a', x(n)])), max: 20, above: lengths('Button title', 1, 20) },
  { of: 'id of quick reply', make: n => both(quick([x(n), 'A'])), max: 256, above: lengths('Button id', 1, 256) },
])

rows('a carousel', [
  ['has different positions', carousel(card(0), card(0)), ValueNotValid('Duplicate card_index')],
  [
    'has a header in each card',
    carousel(card(0, { header: undefined }), card(1)),
    ParameterRequired("interactive['action']['cards'][0]['header']"),
  ],
  [
    'has media in each header',
    carousel(card(0, header('text', 'x')), card(1)),
    ValueNotValid('Header type, text, is not supported for cards. Supported types [image, video]'),
  ],
  ['may have a text on one card alone', carousel(card(0, { body: { text: 'x' } }), card(1))],
  ['may have quick replies', both(quick(['1', 'A'], ['2', 'B']))],
  ['has as many in each card', carousel(card(0, quick(['1', 'A'], ['2', 'B'])), card(1, quick(['1', 'A']))), alike],
  [
    'has the same kind of header in each',
    carousel(card(0), card(1, header('video', { link: 'https://a.example/v.mp4' }))),
    alike,
  ],
  ['may show products', carousel(offer(0), offer(1))],
  ['shows products of one catalogue', carousel(offer(0), offer(1, '2')), alike],
])
