import { NotAUri, ParameterRequired, ValueNotValid } from '../../../../domain/catalogue.ts'
import { lengths, limits, rows, x } from '../tables.test-util.ts'
import { asking, header, kind, TYPES } from './samples.test-util.ts'

const BODY = ParameterRequired("interactive['body']['text']")
const FOOTERLESS = ['call_permission_request', 'carousel', 'location_request_message', 'request_contact_info']
const notAllowed = (part: string, plural: string) =>
  ValueNotValid(`The parameter interactive['${part}'] is not allows for ${plural} messages.`)
const button = kind('button')

limits(
  'the body',
  TYPES.map(type => ({ type, max: type === 'list' ? 4096 : 1024 })).map(({ type, max }) => ({
    of: type,
    make: (n: number) => kind(type)({ body: { text: x(n) } }),
    max,
    above: lengths('Body text', 1, max),
    min: 1,
    below: BODY,
  })),
)

limits(
  'the footer',
  TYPES.filter(type => !FOOTERLESS.includes(type)).map(type => ({
    of: type,
    make: (n: number) => kind(type)({ footer: { text: x(n) } }),
    max: 60,
    above: lengths('Footer text', 0, 60),
  })),
)

limits('the header', [
  { of: 'text', make: n => button(header('text', x(n))), max: 60, above: lengths('Header text', 1, 60) },
  {
    of: 'sub_text',
    make: n => button({ header: { type: 'text', text: 'x', sub_text: x(n) } }),
    max: 60,
    above: lengths('Header sub text', 0, 60),
  },
])

rows('an interactive message', [
  [
    'has a documented type',
    asking({ type: 'poll', body: { text: 'x' } }),
    ValueNotValid(
      'interactive message type, poll, is not supported. Supported types [address_message, button, ' +
        'call_permission_request, carousel, catalog_message, cta_url, flow, list, location_request_message, ' +
        'order_details, order_status, product, product_list, request_contact_info, voice_call]',
    ),
  ],
  ['needs a type', asking({ body: { text: 'x' } }), ParameterRequired("interactive['type']")],
  ['needs an action', button({ action: undefined }), ParameterRequired("interactive['action']")],
  ['needs a body', button({ body: undefined }), BODY],
  ['needs none to show a product', kind('product')({ body: undefined })],
  ['needs none to ask for a call', kind('call_permission_request')({ body: undefined })],
  ['needs one to ask for contact details', kind('request_contact_info')({ body: undefined }), BODY],
  [
    'needs the text of a text header',
    button({ header: { type: 'text' } }),
    ParameterRequired("interactive['header']['text']"),
  ],
  [
    'needs the image of an image header',
    button({ header: { type: 'image' } }),
    ParameterRequired("interactive['header']['image']"),
  ],
  ['may have a header with an image', button(header('image', { id: '1' }))],
  [
    'needs links that are some',
    button(header('video', { link: 'x' })),
    NotAUri("interactive['header']['video']['link']"),
  ],
  [
    'with products needs a header',
    kind('product_list')({ header: undefined }),
    ParameterRequired("interactive['header']"),
  ],
  ['with one product has no header', kind('product')(header('text', 'x')), notAllowed('header', 'product')],
  ['with a catalogue has no header', kind('catalog_message')(header('text', 'x')), notAllowed('header', 'catalog')],
  [
    'with a list has a header of text only',
    kind('list')(header('image', { id: '1' })),
    ValueNotValid('Header type, image, is not supported for list messages. Supported types [text]'),
  ],
  [
    'with an order has a header with an image only',
    kind('order_details')(header('text', 'x')),
    ValueNotValid('Header type, text, is not supported for order details messages. Supported types [image]'),
  ],
  ['with a carousel has no footer', kind('carousel')({ footer: { text: 'x' } }), notAllowed('footer', 'carousel')],
  [
    'that asks for a location has no footer',
    kind('location_request_message')({ footer: { text: 'x' } }),
    notAllowed('footer', 'location request'),
  ],
])
