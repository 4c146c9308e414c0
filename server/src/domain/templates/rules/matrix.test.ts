import type { Json } from '../json.ts'
import { BODY, buttons, invalid, QR } from '../judge-for-tests.ts'
import type { TemplateCategory } from '../model.ts'
import { type Changes, OFFER, rows } from './tables.test-util.ts'

const CALL: Json = { type: 'CALL_PERMISSION_REQUEST' }
const CATALOG = buttons({ type: 'CATALOG', text: 'View' })
const PAY = buttons({ type: 'ORDER_DETAILS', text: 'Review and Pay' })
const CODE = buttons({ type: 'OTP', otp_type: 'COPY_CODE' })
const header = (format: string, more: Json = {}): Json => ({ type: 'HEADER', format, ...more })
const utility = (...more: Json[]): Changes => ({ category: 'UTILITY', components: [BODY, ...more] })
const marketing = (...more: Json[]): Changes => ({ category: 'MARKETING', components: [BODY, ...more] })
const authentication = (...components: Json[]): Changes => ({ category: 'AUTHENTICATION', components })
const cannot = (category: TemplateCategory, what: string) =>
  invalid(`A template of category ${category} can't have a ${what}.`)

rows('utility', [
  ['a carousel', utility({ type: 'CAROUSEL', cards: [] }), cannot('UTILITY', 'component of type CAROUSEL')],
  ['an offer', utility(OFFER), cannot('UTILITY', 'component of type LIMITED_TIME_OFFER')],
  ['a GIF', utility(header('GIF')), cannot('UTILITY', 'header of format GIF')],
  ['a product', utility(header('PRODUCT')), cannot('UTILITY', 'header of format PRODUCT')],
  ['a place', utility(header('LOCATION'))],
  ['a catalog', utility(CATALOG), cannot('UTILITY', 'button of type CATALOG')],
  ['a payment', utility(PAY)],
  ['a request to call', utility(CALL)],
])

rows('marketing', [
  ['a GIF', marketing(header('GIF', { example: { header_handle: '4::a' } }))],
  ['a catalog', marketing(CATALOG)],
  ['a one-time password', marketing(CODE), cannot('MARKETING', 'button of type OTP')],
  ['a request to call', marketing(CALL)],
  [
    'a request to call, and buttons',
    marketing(CALL, buttons(QR)),
    invalid("A call permission request can't stand beside a component of type BUTTONS."),
  ],
])

rows('authentication', [
  ['a body and a code', authentication({ type: 'BODY' }, CODE)],
  [
    'a header',
    authentication(header('TEXT', { text: 'Code' }), { type: 'BODY' }, CODE),
    cannot('AUTHENTICATION', 'component of type HEADER'),
  ],
  [
    'another button',
    authentication({ type: 'BODY' }, buttons(QR)),
    cannot('AUTHENTICATION', 'button of type QUICK_REPLY'),
  ],
])

const ORDER = { sub_category: 'ORDER_STATUS' } as const
rows('the state of an order', [
  ['a footer', { ...ORDER, ...utility({ type: 'FOOTER', text: 'Bye' }) }],
  ['in marketing', { ...ORDER, ...marketing() }, invalid('The sub-category ORDER_STATUS belongs to UTILITY.')],
  [
    'buttons',
    { ...ORDER, ...utility(buttons(QR)) },
    invalid("An order status template can't have a component of type BUTTONS."),
  ],
])
