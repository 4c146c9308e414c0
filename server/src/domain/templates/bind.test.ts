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
import type { Template, TemplateComponent } from '../model.ts'
import { type Refusal, Refused } from '../refusals.ts'
import { bindTemplate } from './bind.ts'
import { body, sample } from './samples-for-tests.ts'

function refusalOf(template: Template, components?: unknown[]): Refusal | undefined {
  try {
    bindTemplate(template, components)
    return undefined
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

const text = (value: string, name?: string) => ({
  type: 'text',
  text: value,
  ...(name ? { parameter_name: name } : {}),
})
const bodyPart = (...parameters: object[]) => ({ type: 'body', parameters })
const headerPart = (...parameters: object[]) => ({ type: 'header', parameters })
const button = (sub_type: string, index: number | string, ...parameters: object[]) => ({
  type: 'button',
  sub_type,
  index,
  parameters,
})
const buttons = (...list: object[]): TemplateComponent => ({ type: 'BUTTONS', buttons: list })
const header = (format: string, more: object = {}): TemplateComponent => ({ type: 'HEADER', format, ...more })
const params = (place: string, got: number, expected: number) =>
  TemplateParamCount(
    `${place}: number of localizable_params (${got}) does not match the expected number of params (${expected})`,
  )

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
  const one = sample([body('{{1}}.')])
  expect(refusalOf(one, [bodyPart(text('a'.repeat(1023)))])).toBeUndefined()
  expect(refusalOf(one, [bodyPart(text('a'.repeat(1024)))])).toEqual(
    TemplateTextTooLong('body: the hydrated text is longer than 1024 characters'),
  )
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
  expect(refusalOf(sample([body('Hello')]), [headerPart(text('x'))])).toEqual(params('header', 1, 0))
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
  expect(bindTemplate(place, at({ latitude: '37.4', longitude: -122, name: 'Home' })).header?.location).toEqual({
    latitude: 37.4,
    longitude: -122,
    name: 'Home',
  })
  expect(refusalOf(place, at({ latitude: 1 }))).toEqual(RequiredMissing('header: location requires longitude'))
  expect(refusalOf(place, at({ latitude: 91, longitude: 1 }))).toEqual(
    ValueNotValid('header: location has an invalid latitude'),
  )
  const product = sample([header('PRODUCT'), body('Hello'), buttons({ type: 'SPM', text: 'View' })])
  const shown = { product_retailer_id: 'a', catalog_id: 'b' }
  expect(bindTemplate(product, [headerPart({ type: 'product', product: shown })]).header?.product).toEqual(shown)
})

const URL_BUTTON = { type: 'URL', text: 'Shop', url: 'https://a.b/{{1}}' }
const dynamic = sample([body('Hello'), buttons({ type: 'QUICK_REPLY', text: 'Stop' }, URL_BUTTON)])

test('buttons by their index, a number or its digits', () => {
  const filled = [
    { index: 0, type: 'QUICK_REPLY', text: 'Stop', payload: 'Stop' },
    { index: 1, type: 'URL', text: 'Shop', url: 'https://a.b/x' },
  ]
  expect(bindTemplate(dynamic, [button('URL', '1', text('x'))]).buttons).toEqual(filled)
  const payload = button('quick_reply', 0, { type: 'payload', payload: 'p' })
  expect(bindTemplate(dynamic, [button('url', 1, text('x')), payload]).buttons?.[0]?.payload).toBe('p')
})

const NEEDS_VALUE = RequiredMissing('buttons: Button at index 1 of type Url requires a parameter')
test.each([
  [[], NEEDS_VALUE],
  [[button('url', 1)], NEEDS_VALUE],
  [[button('url', 1, text(''))], NEEDS_VALUE],
  [[button('copy_code', 1, text('x'))], TemplateInvalid('buttons: Button at index 1 must be of type Url')],
  [[button('url', 0, text('x'))], TemplateInvalid('buttons: Button at index 0 must be of type QuickReply')],
  [[button('url', 2, text('x'))], TemplateInvalid('buttons: Button at index 2 does not exist in the template')],
])('faults of buttons: %j', (parts, refusal) => {
  expect(refusalOf(dynamic, parts)).toEqual(refusal)
})

test('a static URL takes nothing', () => {
  const fixed = sample([body('Hello'), buttons({ type: 'URL', text: 'Shop', url: 'https://a.b' })])
  expect(bindTemplate(fixed, undefined).buttons?.[0]?.url).toBe('https://a.b')
  expect(refusalOf(fixed, [button('url', 0, text('x'))])).toEqual(
    TemplateInvalid('buttons: Button at index 0 of type Url does not require parameters'),
  )
})

const coupon = (code: string) => button('copy_code', 0, { type: 'coupon_code', coupon_code: code })

test('coupon codes: 20 characters, 15 beside a limited-time offer', () => {
  const plain = sample([body('Hello'), buttons({ type: 'COPY_CODE' })])
  expect(bindTemplate(plain, [coupon('a'.repeat(20))]).buttons?.[0]).toMatchObject({
    text: 'Copy code',
    code: 'a'.repeat(20),
  })
  expect(refusalOf(plain, [coupon('a'.repeat(21))])?.code).toBe(132018)
  expect(refusalOf(plain)?.code).toBe(131008)
  const offer = sample([
    { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Soon over', has_expiration: true } },
    body('Hello'),
    buttons({ type: 'COPY_CODE' }),
  ])
  const end = {
    type: 'limited_time_offer',
    parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: 5 } }],
  }
  expect(bindTemplate(offer, [coupon('a'.repeat(15)), end]).limited_time_offer).toEqual({
    text: 'Soon over',
    expiration_time_ms: 5,
  })
  expect(refusalOf(offer, [coupon('a'.repeat(16)), end])?.code).toBe(132018)
  expect(refusalOf(offer, [coupon('a')])).toEqual(RequiredMissing('limited_time_offer: expiration_time_ms is required'))
})

test('one-time passwords: 15 characters, in the body and behind the button', () => {
  const url = 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}'
  const otp = sample([body('*{{1}}* is your verification code.'), buttons({ type: 'URL', text: 'Copy code', url })], {
    category: 'AUTHENTICATION',
  })
  const send = (code: string) => [bodyPart(text(code)), button('url', '0', text(code))]
  expect(bindTemplate(otp, send('123456')).buttons?.[0]).toMatchObject({ type: 'URL', code: '123456' })
  expect(refusalOf(otp, send('a'.repeat(15)))).toBeUndefined()
  expect(refusalOf(otp, send('a'.repeat(16)))).toEqual(
    TemplateInvalid('body: Parameter at index 1 exceeds the parameter length limit 15'),
  )
  expect(refusalOf(otp, [bodyPart(text('1')), coupon('1')])).toEqual(
    TemplateInvalid('buttons: Button at index 0 must be of type Url'),
  )
})

test('flows and catalogs need no action, product lists do', () => {
  expect(bindTemplate(sample([body('Hi'), buttons({ type: 'FLOW', text: 'Go' })]), undefined).buttons).toHaveLength(1)
  expect(bindTemplate(sample([body('Hi'), buttons({ type: 'CATALOG' })]), undefined).buttons).toHaveLength(1)
  const list = sample([body('Hi'), buttons({ type: 'MPM', text: 'View items' })])
  expect(refusalOf(list)?.code).toBe(131008)
  const send = (count: number) => [
    button('mpm', 0, {
      type: 'action',
      action: {
        sections: [
          { title: 'All', product_items: Array.from({ length: count }, () => ({ product_retailer_id: 'a' })) },
        ],
      },
    }),
  ]
  expect(refusalOf(list, send(30))).toBeUndefined()
  expect(refusalOf(list, send(31))?.code).toBe(131009)
  expect(refusalOf(list, send(0))?.code).toBe(131009)
})

test('call buttons work for 30 days at most', () => {
  const call = sample([body('Hi'), buttons({ type: 'VOICE_CALL', text: 'Call' })])
  const ttl = (minutes: number) => [button('voice_call', 0, { type: 'ttl_minutes', ttl_minutes: minutes })]
  expect(bindTemplate(call, ttl(43_200)).buttons?.[0]?.ttl_minutes).toBe(43_200)
  expect(refusalOf(call, ttl(43_201))?.code).toBe(131009)
  expect(refusalOf(call, ttl(0))?.code).toBe(131009)
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
