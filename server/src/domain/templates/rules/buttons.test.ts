import type { Json } from '../json.ts'
import { invalid, QR, URL_ } from '../judge-for-tests.ts'
import { CharacterLimitExceeded, MissingFields, PhoneNumberInvalid } from '../refusals.ts'
import { COPY, FLOW, limits, long, needsProduct, rows, SPM, times, withButtons } from './tables.test-util.ts'

const PHONE: Json = { type: 'PHONE_NUMBER', text: 'Call', phone_number: '15550051310' }
const CALL: Json = { type: 'VOICE_CALL', text: 'Call now' }
const PAY: Json = { type: 'ORDER_DETAILS', text: 'Review and Pay' }
const CONTACT: Json = { type: 'REQUEST_CONTACT_INFO' }
const CATALOG: Json = { type: 'CATALOG', text: 'View' }
const PRODUCTS: Json = { type: 'MPM', text: 'View' }
const url = (target: string, example?: unknown): Json => ({ ...URL_, url: target, ...(example ? { example } : {}) })
const many = (type: string, most = 1) => invalid(`There can be at most ${most} button(s) of type ${type}.`)
const alone = (type: string) => invalid(`A button of type ${type} can't stand beside other buttons.`)
const ORDER = invalid('The combination of buttons is invalid: quick replies must stand together, first or last.')
const PLAIN = invalid("Labels of buttons can't have any variables, new lines or emojis.")
const VARIABLE = invalid('The URL of a button can have one variable, at its end.')
const phonePath = PhoneNumberInvalid("components[1]['buttons'][0]['phone_number']")
const callTime = invalid('ttl_minutes must be between 1440 and 43200.')

limits('numbers of buttons', [
  {
    of: 'quick replies',
    make: n => withButtons(...times(n, QR)),
    max: 10,
    above: invalid('There can be at most 10 buttons.'),
    min: 1,
    below: MissingFields('BUTTONS', 'buttons'),
  },
  { of: 'URLs', make: n => withButtons(...times(n, URL_)), min: 1, max: 2, above: many('URL', 2) },
  ...[PHONE, COPY, FLOW, CALL, CONTACT].map(button => ({
    of: button.type as string,
    make: (n: number) => withButtons(...times(n, button)),
    min: 1,
    max: 1,
    above: many(button.type as string),
  })),
  {
    of: 'orders',
    make: n => ({ ...withButtons(...times(n, PAY)), display_format: 'ORDER_DETAILS' as const }),
    min: 1,
    max: 1,
    above: many('ORDER_DETAILS'),
  },
])

rows('what buttons stand together', [
  ['a catalog alone', withButtons(CATALOG)],
  ['a catalog and another', withButtons(CATALOG, QR), alone('CATALOG')],
  ['a single product without its header', withButtons(SPM), needsProduct],
  ['products alone', withButtons(PRODUCTS)],
  ['products and another', withButtons(PRODUCTS, QR), alone('MPM')],
  ['a request for contact with its own label', withButtons({ ...CONTACT, text: 'Share Contact Info' })],
  [
    'a request for contact with another label',
    withButtons({ ...CONTACT, text: 'Share contact info' }),
    invalid('The text of a button of type REQUEST_CONTACT_INFO can only be Share Contact Info.'),
  ],
  ['quick replies first', withButtons(QR, QR, URL_, PHONE)],
  ['quick replies last', withButtons(URL_, PHONE, QR, QR)],
  ['quick replies on both sides', withButtons(QR, URL_, QR), ORDER],
  ['quick replies in the middle', withButtons(URL_, QR, URL_), ORDER],
])

limits('what stands on and behind buttons', [
  {
    of: 'characters of a label',
    make: n => withButtons({ ...QR, text: long(n) }),
    max: 25,
    above: CharacterLimitExceeded('BUTTONS text', 25),
    min: 1,
    below: MissingFields('BUTTONS', 'text'),
  },
  {
    of: 'characters of a URL',
    make: n => withButtons(url('https://a.b/'.padEnd(n, 'a'))),
    max: 2000,
    above: CharacterLimitExceeded('BUTTONS url', 2000),
  },
  {
    of: 'characters of a phone number',
    make: n => withButtons({ ...PHONE, phone_number: '+1 (555) 005 13 10-'.padEnd(n, '0') }),
    max: 20,
    above: phonePath,
  },
  {
    of: 'characters of a coupon',
    make: n => withButtons({ ...COPY, example: long(n) }),
    max: 20,
    above: CharacterLimitExceeded('BUTTONS example', 20),
  },
  {
    of: 'minutes for a call',
    make: n => withButtons({ ...CALL, ttl_minutes: n }),
    max: 43_200,
    above: callTime,
    min: 1440,
    below: callTime,
  },
])

rows('what stands on and behind buttons', [
  ['no label', withButtons({ type: 'QUICK_REPLY' }), MissingFields('BUTTONS', 'text')],
  ['a label with a variable', withButtons({ ...QR, text: 'Stop {{1}}' }), PLAIN],
  ['a label with an emoji', withButtons({ ...QR, text: 'Stop 😀' }), PLAIN],
  ['no URL', withButtons({ type: 'URL', text: 'Open' }), MissingFields('BUTTONS', 'url')],
  ['no valid URL', withButtons(url('shop')), invalid('The URL of a button is not valid.')],
  ['a URL, and one with a variable', withButtons(URL_, url('https://a.b/{{1}}', ['c']))],
  ['a variable at its end', withButtons(url('https://a.b/{{1}}', ['c']))],
  ['a sample without its list', withButtons(url('https://a.b/{{1}}', 'c'))],
  ['a variable before its end', withButtons(url('https://a.b/{{1}}/c', ['c'])), VARIABLE],
  ['two variables', withButtons(url('https://a.b/{{1}}{{2}}', ['c'])), VARIABLE],
  ['a variable without its sample', withButtons(url('https://a.b/{{1}}')), MissingFields('BUTTONS', 'example')],
  ['no phone number', withButtons({ type: 'PHONE_NUMBER', text: 'Call' }), MissingFields('BUTTONS', 'phone_number')],
  ['letters in it', withButtons({ ...PHONE, phone_number: 'nobody' }), phonePath],
  ['no coupon', withButtons({ type: 'COPY_CODE' }), MissingFields('BUTTONS', 'example')],
  [
    'an order in marketing that does not say so',
    withButtons(PAY),
    invalid('A marketing template with an ORDER_DETAILS button needs display_format ORDER_DETAILS.'),
  ],
])
