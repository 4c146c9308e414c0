import { expect, test } from 'vitest'
import {
  InvalidParameter,
  RequiredMissing,
  TemplateInvalid,
  TemplateParamCount,
  TemplateParamFormat,
  TemplateTextTooLong,
  ValueNotValid,
} from '../catalogue.ts'
import { bindTemplate } from './bind.ts'
import { bodyPart, button, buttons, header, headerPart, params, refusalOf, text, URL_BUTTON } from './bind-for-tests.ts'
import { body, sample } from './samples-for-tests.ts'

const hello = sample([body('Hello {{1}}, order {{2}} is here.'), { type: 'FOOTER', text: 'Bye' }])
const named = sample([body('Hello {{first_name}}, order {{order}} is here.')], { parameter_format: 'NAMED' })

test('positional values go to their places, whatever carries them', () => {
  const price = { type: 'currency', currency: { fallback_value: '$5', code: 'USD', amount_1000: 5000 } }
  expect(bindTemplate(hello, [{ type: 'BODY', parameters: [text('{{2}}'), price] }])).toEqual({
    body: 'Hello {{2}}, order $5 is here.',
    footer: 'Bye',
  })
  const day = { type: 'date_time', date_time: { fallback_value: 'May 1' } }
  expect(bindTemplate(hello, [bodyPart(day, text('7'))]).body).toBe('Hello May 1, order 7 is here.')
})

test('a template without variables needs no components, nor does it take values', () => {
  expect(bindTemplate(sample([body('Hello')]), undefined)).toEqual({ body: 'Hello' })
  expect(refusalOf(sample([body('Hello')]), [bodyPart(text('a'))])).toEqual(params('body', 1, 0))
})

test.each([
  [[], 0],
  [[text('a')], 1],
  [[text('a'), text('b'), text('c')], 3],
])('as many values as variables: %j', (values, got) => {
  expect(refusalOf(hello, [bodyPart(...values)])).toEqual(params('body', got, 2))
})

test('named values come in any order, each by its name', () => {
  const filled = bindTemplate(named, [bodyPart(text('7', 'order'), text('Ana', 'first_name'))])
  expect(filled.body).toBe('Hello Ana, order 7 is here.')
  expect(refusalOf(named, [bodyPart(text('7'), text('Ana'))])).toEqual(
    InvalidParameter('Parameter name is missing or empty'),
  )
  expect(refusalOf(named, [bodyPart(text('7', 'order'), text('Ana', 'name'))])?.code).toBe(132012)
  expect(refusalOf(named, [bodyPart(text('7', 'order'), text('8', 'order'))])).toEqual(params('body', 1, 2))
  expect(refusalOf(hello, [bodyPart(text('a', 'x'), text('b', 'y'))])?.code).toBe(132012)
})

const FORBIDDEN = TemplateInvalid('Param text cannot have new-line/tab characters or more than 4 consecutive spaces')
test.each([
  ['a\nb', FORBIDDEN],
  ['a\tb', FORBIDDEN],
  ['a     b', FORBIDDEN],
  ['a    b', undefined],
])('text of a value: %j', (value, refusal) => {
  expect(refusalOf(hello, [bodyPart(text(value), text('x'))])).toEqual(refusal)
})

test('an image is no text, and an empty text is none', () => {
  expect(refusalOf(hello, [bodyPart({ type: 'image' }, text('x'))])).toEqual(
    TemplateParamFormat('body: Format mismatch, expected TEXT, received IMAGE'),
  )
  expect(refusalOf(hello, [bodyPart(text(''), text('x'))])?.code).toBe(100)
})

test('lengths are those of the filled text', () => {
  const alone = sample([body('{{1}}.')])
  const footed = sample([body('{{1}}.'), { type: 'FOOTER', text: 'Bye' }])
  for (const [template, max] of [
    [alone, 32_768],
    [footed, 1024],
  ] as const) {
    const filled = (length: number) => refusalOf(template, [bodyPart(text('a'.repeat(length - 1)))])
    expect(filled(max - 1)).toBeUndefined()
    expect(filled(max)).toBeUndefined()
    expect(filled(max + 1)).toEqual(TemplateTextTooLong(`body: the hydrated text is longer than ${max} characters`))
  }
  const title = sample([header('TEXT', { text: 'For {{1}}' }), body('Hello')])
  expect(bindTemplate(title, [headerPart(text('you'))]).header).toEqual({ format: 'TEXT', text: 'For you' })
  expect(refusalOf(title, [headerPart(text('a'.repeat(56)))])).toBeUndefined()
  expect(refusalOf(title, [headerPart(text('a'.repeat(57)))])?.code).toBe(132005)
})

test('a text header takes its one value', () => {
  const title = sample([header('TEXT', { text: 'For {{1}}' }), body('Hello')])
  expect(refusalOf(title)).toEqual(params('header', 0, 1))
  expect(refusalOf(title, [headerPart({ type: 'image', image: { id: '1' } })])).toEqual(
    TemplateParamFormat('header: Format mismatch, expected TEXT, received IMAGE'),
  )
})

test('what the template lacks takes no values', () => {
  const plain = sample([body('Hello')])
  const noHeader = TemplateParamCount('header: Template does not contain title component, no parameters allowed')
  expect(refusalOf(plain, [headerPart(text('x'))])).toEqual(noHeader)
  expect(refusalOf(plain, [headerPart({ type: 'image', image: { id: '1' } })])).toEqual(noHeader)
  expect(refusalOf(plain, [button('url', 0, text('x'))])).toEqual(
    TemplateInvalid('buttons: Template does not contain button components, no parameters allowed'),
  )
})

test('media headers are brought by every message', () => {
  const image = sample([header('IMAGE'), body('Hello')])
  expect(bindTemplate(image, [headerPart({ type: 'image', image: { id: '5' } })]).header).toEqual({
    format: 'IMAGE',
    media: { id: '5' },
  })
  const mismatch = (received: string) =>
    TemplateParamFormat(`header: Format mismatch, expected IMAGE, received ${received}`)
  expect(refusalOf(image)).toEqual(mismatch('UNKNOWN'))
  expect(refusalOf(image, [headerPart({ type: 'image', image: {} })])).toEqual(mismatch('UNKNOWN'))
  expect(refusalOf(image, [headerPart({ type: 'video', video: { id: '5' } })])).toEqual(mismatch('VIDEO'))
  const file = { link: 'https://a.b/c.pdf', filename: 'c.pdf' }
  const document = sample([header('DOCUMENT'), body('Hello')])
  expect(bindTemplate(document, [headerPart({ type: 'document', document: file })]).header?.media).toEqual(file)
})

test('locations and products', () => {
  const place = sample([header('LOCATION'), body('Hello')])
  const at = (location: object) => [headerPart({ type: 'location', location })]
  const whole = { latitude: '37.4', longitude: -122, name: 'Home', address: '1 Hacker Way' }
  expect(bindTemplate(place, at(whole)).header?.location).toEqual({ ...whole, latitude: 37.4 })
  for (const member of ['latitude', 'longitude', 'name', 'address']) {
    expect(refusalOf(place, at({ ...whole, [member]: undefined }))).toEqual(
      RequiredMissing(`header: location requires ${member}`),
    )
  }
  expect(refusalOf(place, at({ ...whole, latitude: 91 }))).toEqual(
    ValueNotValid('header: location has an invalid latitude'),
  )
  const product = sample([header('PRODUCT'), body('Hello'), buttons({ type: 'SPM', text: 'View' })])
  const shown = { product_retailer_id: 'a', catalog_id: 'b' }
  expect(bindTemplate(product, [headerPart({ type: 'product', product: shown })]).header?.product).toEqual(shown)
})

const mediaCard = { components: [header('IMAGE'), body('Card {{1}} here'), buttons(URL_BUTTON)] }
const cardPart = (value: string) => ({
  components: [
    headerPart({ type: 'image', image: { id: value } }),
    bodyPart(text(value)),
    button('url', 0, text(value)),
  ],
})

test('every card has values of its own, and there are as many as defined', () => {
  const cards = sample([body('Look'), { type: 'CAROUSEL', cards: [mediaCard, mediaCard] }])
  const carousel = (...list: object[]) => [{ type: 'carousel', cards: list }]
  const sent = bindTemplate(
    cards,
    carousel({ card_index: 1, ...cardPart('b') }, { card_index: 0, ...cardPart('a') }),
  ).cards
  expect(sent?.map(card => card.body)).toEqual(['Card a here', 'Card b here'])
  expect(sent?.[1]?.buttons[0]?.url).toBe('https://a.b/b')
  expect(refusalOf(cards, carousel(cardPart('a')))?.code).toBe(132012)
  expect(refusalOf(cards)?.code).toBe(132012)
  expect(
    refusalOf(cards, carousel({ card_index: 0, ...cardPart('a') }, { card_index: 0, ...cardPart('b') }))?.code,
  ).toBe(132018)
})

test('product cards: two are defined, up to ten are sent', () => {
  const card = { components: [header('PRODUCT'), buttons({ type: 'SPM', text: 'View' })] }
  const template = sample([body('Look'), { type: 'CAROUSEL', cards: [card, card] }])
  const part = { components: [headerPart({ type: 'product', product: { product_retailer_id: 'a' } })] }
  const send = (count: number) => [{ type: 'carousel', cards: Array.from({ length: count }, () => part) }]
  expect(bindTemplate(template, send(10)).cards).toHaveLength(10)
  expect(refusalOf(template, send(11))?.code).toBe(132012)
  expect(refusalOf(template, send(1))?.code).toBe(132012)
})

test('order status and tap target', () => {
  const status = (value: string) => [
    {
      type: 'order_status',
      parameters: [{ type: 'order_status', order_status: { reference_id: 'r', order: { status: value } } }],
    },
  ]
  const plain = sample([body('Hi')])
  expect(bindTemplate(plain, status('shipped')).order_status).toEqual({ reference_id: 'r', status: 'shipped' })
  expect(refusalOf(plain, status('lost'))?.code).toBe(100)
  const target = { url: 'https://a.b', title: 'Offer' }
  const tap = {
    type: 'tap_target_configuration',
    parameters: [{ type: 'tap_target_configuration', tap_target_configuration: [target] }],
  }
  expect(bindTemplate(plain, [tap]).tap_target).toEqual(target)
})

test('numbers of values are judged before formats, formats before buttons, buttons before lengths', () => {
  const all = sample([header('IMAGE'), body('For {{1}}.'), buttons(URL_BUTTON)])
  const image = headerPart({ type: 'image', image: { id: '1' } })
  const long = bodyPart(text('a'.repeat(1025)))
  expect(refusalOf(all)?.code).toBe(132000)
  expect(refusalOf(all, [long])?.code).toBe(132012)
  expect(refusalOf(all, [image, long])?.code).toBe(131008)
  expect(refusalOf(all, [image, long, button('url', 0, text('x'))])?.code).toBe(132005)
})
