import { BODY, buttons, invalid } from '../judge-for-tests.ts'
import {
  BodyFormat,
  CharacterLimitExceeded,
  FooterFormat,
  HandleNotUsable,
  HeaderFormat,
  MissingFields,
} from '../refusals.ts'
import { limits, long, needsProduct, OFFER, parts, rows, SPM, withBody, withHeader } from './tables.test-util.ts'

const titled = (text: string, example?: unknown) =>
  withHeader({ format: 'TEXT', text, ...(example ? { example } : {}) })
const withFooter = (text: string) => parts(BODY, { type: 'FOOTER', text })

limits('headers', [
  { of: 'characters', make: n => titled(long(n)), max: 60, above: CharacterLimitExceeded('HEADER', 60) },
])

rows('headers', [
  ['no variable', titled('Sale')],
  ['one variable', titled('Our {{1}} is on', { header_text: ['Sale'] })],
  ['a sample without its list', titled('Our {{1}} is on', { header_text: 'Sale' })],
  [
    'two variables',
    titled('Our {{1}} {{2}}', { header_text: ['a', 'b'] }),
    invalid('The header can have at most one variable.'),
  ],
  ['no sample of its variable', titled('Our {{1}}'), MissingFields('HEADER', 'example')],
  ['an asterisk', titled('Big *sale*'), HeaderFormat],
  ['an emoji', titled('Sale 😀'), HeaderFormat],
  ['a new line', titled('Sale\nnow'), HeaderFormat],
  ['no text', withHeader({ format: 'TEXT' }), MissingFields('HEADER', 'text')],
  ['no format', withHeader({ text: 'Sale' }), MissingFields('HEADER', 'format')],
  ['a format in lower case', withHeader({ format: 'image', example: { header_handle: ['4::aW1hZ2U='] } })],
  ['a file', withHeader({ format: 'DOCUMENT', example: { header_handle: ['4::aW1hZ2U='] } })],
  ['a file without its handle', withHeader({ format: 'DOCUMENT' }), MissingFields('HEADER', 'example')],
  [
    'a link instead of a handle',
    withHeader({ format: 'VIDEO', example: { header_handle: ['https://a.b/c.mp4'] } }),
    HandleNotUsable,
  ],
  [
    'an id instead of a handle',
    withHeader({ format: 'IMAGE', example: { header_handle: ['1234567890'] } }),
    HandleNotUsable,
  ],
  ['a place', withHeader({ format: 'LOCATION' })],
  ['a product without the button that shows it', withHeader({ format: 'PRODUCT' }), needsProduct],
])

limits('bodies', [
  { of: 'characters', make: n => withBody(long(n)), max: 1024, above: CharacterLimitExceeded('BODY', 1024) },
  {
    of: 'characters beside an offer',
    make: n => parts(OFFER, { type: 'BODY', text: long(n) }),
    max: 600,
    above: CharacterLimitExceeded('BODY', 600),
  },
  {
    of: 'characters with a single product',
    make: n => parts({ type: 'HEADER', format: 'PRODUCT' }, { type: 'BODY', text: long(n) }, buttons(SPM)),
    max: 160,
    above: CharacterLimitExceeded('BODY', 160),
  },
  { of: 'new lines together', make: n => withBody(`One${'\n'.repeat(n)}two`), max: 2, above: BodyFormat },
  { of: 'emojis', make: n => withBody(`Hello ${'😀'.repeat(n)}`), max: 10, above: BodyFormat },
])

rows('bodies', [
  ['the plainest template of all', parts(BODY)],
  ['a type in lower case', parts({ ...BODY, type: 'body' })],
  ['none', parts({ type: 'FOOTER', text: 'Bye' }), MissingFields('BODY', 'text')],
  ['no text', parts({ type: 'BODY' }), MissingFields('BODY', 'text')],
  ['two', parts(BODY, BODY), invalid('There can be only one component of type BODY.')],
])

limits('footers', [
  {
    of: 'characters',
    make: n => withFooter(long(n)),
    max: 60,
    above: CharacterLimitExceeded('FOOTER', 60),
    min: 1,
    below: MissingFields('FOOTER', 'text'),
  },
])

rows('footers', [
  ['a variable', withFooter('For {{1}}'), FooterFormat],
  ['a new line', withFooter('One\ntwo'), FooterFormat],
  ['formatting', withFooter('So *bold*'), FooterFormat],
])
