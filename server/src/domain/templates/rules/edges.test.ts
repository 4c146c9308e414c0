import { describe, expect, test } from 'vitest'
import { ManagementRateExceeded, ParameterRequired } from '../../catalogue.ts'
import type { CreateInput } from '../draft.ts'
import type { Json } from '../json.ts'
import { BODY, buttons, invalid, judge, judgeParts, QR, URL_ } from '../judge-for-tests.ts'
import type { TemplateCategory } from '../model.ts'
import {
  BodyFormat,
  CharacterLimitExceeded,
  FooterFormat,
  HandleNotUsable,
  HeaderFormat,
  LanguageNotSupported,
  LeadingOrTrailing,
  MissingFields,
  NameInvalid,
  PhoneNumberInvalid,
  TemplateLimitExceeded,
  TooManyVariables,
  TtlOutOfRange,
  UnexpectedFields,
} from '../refusals.ts'

/*
 * Every limit of creating a template at its edge, one below and one above, with the refusal to the letter.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 */

const long = (length: number): string => 'a'.repeat(length)
const times = <T>(count: number, one: T): T[] => Array<T>(count).fill(one)

/** What is judged, and what is said against it. */
type Row = [what: string, changes: Partial<CreateInput>, refusal?: unknown]
const rows = (title: string, list: Row[]): void => {
  describe(title, () => {
    test.each(list)('%s', (_, changes, refusal) => {
      expect(judge(changes)).toEqual(refusal)
    })
  })
}

const parts = (...components: Json[]): Partial<CreateInput> => ({ components })
const withBody = (text: string, ...samples: string[]) =>
  parts({ type: 'BODY', text, example: { body_text: [samples] } })
const withHeader = (header: Json) => parts({ type: 'HEADER', ...header }, BODY)
const withFooter = (text: string) => parts(BODY, { type: 'FOOTER', text })
const withButtons = (...list: Json[]) => parts(BODY, buttons(...list))
const named = (text: string, ...names: string[]): Partial<CreateInput> => ({
  parameter_format: 'NAMED',
  components: [
    {
      type: 'BODY',
      text,
      example: { body_text_named_params: names.map(param_name => ({ param_name, example: 'x' })) },
    },
  ],
})

rows('names and languages', [
  ['a name of one character', { name: 'a' }],
  ['no name', { name: '' }, ParameterRequired('name')],
  ['a name of 511', { name: long(511) }],
  ['a name of 512', { name: long(512) }],
  ['a name of 513', { name: long(513) }, CharacterLimitExceeded('name', 512)],
  ['digits and underscores', { name: 'order_2' }],
  ['an upper case letter', { name: 'Order' }, NameInvalid],
  ['a hyphen', { name: 'order-2' }, NameInvalid],
  ['a space', { name: 'order 2' }, NameInvalid],
  ['a language that is supported', { language: 'pt_BR' }],
  ['one that is not', { language: 'pt_XX' }, LanguageNotSupported],
  ['no components', { components: undefined }, ParameterRequired('components')],
])

rows('headers', [
  ['a text of 59', withHeader({ format: 'TEXT', text: long(59) })],
  ['a text of 60', withHeader({ format: 'TEXT', text: long(60) })],
  ['a text of 61', withHeader({ format: 'TEXT', text: long(61) }), CharacterLimitExceeded('HEADER', 60)],
  ['no variable', withHeader({ format: 'TEXT', text: 'Sale' })],
  ['one variable', withHeader({ format: 'TEXT', text: 'Our {{1}} is on', example: { header_text: ['Sale'] } })],
  [
    'two variables',
    withHeader({ format: 'TEXT', text: 'Our {{1}} {{2}}', example: { header_text: ['a', 'b'] } }),
    invalid('The header can have at most one variable.'),
  ],
  ['an asterisk', withHeader({ format: 'TEXT', text: 'Big *sale*' }), HeaderFormat],
  ['an emoji', withHeader({ format: 'TEXT', text: 'Sale 😀' }), HeaderFormat],
  ['a new line', withHeader({ format: 'TEXT', text: 'Sale\nnow' }), HeaderFormat],
  ['no sample of its variable', withHeader({ format: 'TEXT', text: 'Our {{1}}' }), MissingFields('HEADER', 'example')],
  ['no text', withHeader({ format: 'TEXT' }), MissingFields('HEADER', 'text')],
  ['no format', withHeader({ text: 'Sale' }), MissingFields('HEADER', 'format')],
  ['a file', withHeader({ format: 'DOCUMENT', example: { header_handle: ['4::aW1hZ2U='] } })],
  ['a file without its handle', withHeader({ format: 'DOCUMENT' }), MissingFields('HEADER', 'example')],
  [
    'a link instead of a handle',
    withHeader({ format: 'VIDEO', example: { header_handle: ['https://a.b/c.mp4'] } }),
    HandleNotUsable,
  ],
  ['a place', withHeader({ format: 'LOCATION' })],
  [
    'a product without the button that shows it',
    withHeader({ format: 'PRODUCT' }),
    invalid('A header of format PRODUCT and a button of type SPM need each other.'),
  ],
])

const OFFER: Json = { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Soon over' } }
const single = (text: string) =>
  parts({ type: 'HEADER', format: 'PRODUCT' }, { type: 'BODY', text }, buttons({ type: 'SPM', text: 'View' }))

rows('bodies', [
  ['none', parts({ type: 'FOOTER', text: 'Bye' }), MissingFields('BODY', 'text')],
  ['no text', parts({ type: 'BODY' }), MissingFields('BODY', 'text')],
  ['two', parts(BODY, BODY), invalid('There can be only one component of type BODY.')],
  ['1023 characters', withBody(long(1023))],
  ['1024 characters', withBody(long(1024))],
  ['1025 characters', withBody(long(1025)), CharacterLimitExceeded('BODY', 1024)],
  ['599 beside an offer', parts(OFFER, { type: 'BODY', text: long(599) })],
  ['600 beside an offer', parts(OFFER, { type: 'BODY', text: long(600) })],
  ['601 beside an offer', parts(OFFER, { type: 'BODY', text: long(601) }), CharacterLimitExceeded('BODY', 600)],
  ['159 with a single product', single(long(159))],
  ['160 with a single product', single(long(160))],
  ['161 with a single product', single(long(161)), CharacterLimitExceeded('BODY', 160)],
  ['one new line', withBody('One\ntwo')],
  ['two new lines', withBody('One\n\ntwo')],
  ['three new lines', withBody('One\n\n\ntwo'), BodyFormat],
  ['9 emojis', withBody(`Hello ${'😀'.repeat(9)}`)],
  ['10 emojis', withBody(`Hello ${'😀'.repeat(10)}`)],
  ['11 emojis', withBody(`Hello ${'😀'.repeat(11)}`), BodyFormat],
  ['nothing but variables', withBody('{{1}} {{2}}', 'a', 'b'), BodyFormat],
  ['a variable at the start', withBody('{{1}} is here for you', 'a'), LeadingOrTrailing],
  ['a variable at the end', withBody('Here for you is {{1}}', 'a'), LeadingOrTrailing],
  ['a variable before the full stop', withBody('Here for you is {{1}}.', 'a')],
  ['4 words for one variable', withBody('Here for all is {{1}}.', 'a')],
  ['3 words for one variable', withBody('Here now is {{1}}.', 'a')],
  ['2 words for one variable', withBody('Here is {{1}}.', 'a'), TooManyVariables],
  ['5 words for two variables', withBody('One two three {{1}} four {{2}} five', 'a', 'b')],
  ['4 words for two variables', withBody('One two three {{1}} and {{2}}.', 'a', 'b'), TooManyVariables],
  ['a sample too few', withBody('One two three {{1}} four {{2}} five', 'a'), MissingFields('BODY', 'example')],
  [
    'a number left out',
    withBody('Here for you is {{2}}.', 'a'),
    invalid('The variables of the body must be numbered from {{1}} without gaps.'),
  ],
  [
    'a brace left out',
    withBody('Here for you is {{1}.', 'a'),
    invalid('The variables of the body are not written correctly. Write {{1}} or {{name}}.'),
  ],
  [
    'a sign in a variable',
    withBody('Here for you is {{$1}}.', 'a'),
    invalid('The variables of the body are not written correctly. Write {{1}} or {{name}}.'),
  ],
  [
    'a name among numbers',
    withBody('Here for you all is {{name}}.', 'a'),
    invalid('The variables of the body must be numbers, as parameter_format is POSITIONAL.'),
  ],
  ['names', named('Thank you so much {{first_name}}!', 'first_name')],
  [
    'a number among names',
    named('Thank you so much {{1}}!', '1'),
    invalid('The variables of the body must have lower case names, as parameter_format is NAMED.'),
  ],
  ['a name without its sample', named('Thank you so much {{first_name}}!', 'other'), MissingFields('BODY', 'example')],
])

rows('footers', [
  ['59 characters', withFooter(long(59))],
  ['60 characters', withFooter(long(60))],
  ['61 characters', withFooter(long(61)), CharacterLimitExceeded('FOOTER', 60)],
  ['no text', withFooter(''), MissingFields('FOOTER', 'text')],
  ['a variable', withFooter('For {{1}}'), FooterFormat],
  ['a new line', withFooter('One\ntwo'), FooterFormat],
  ['formatting', withFooter('So *bold*'), FooterFormat],
])

const PHONE: Json = { type: 'PHONE_NUMBER', text: 'Call', phone_number: '15550051310' }
const COPY: Json = { type: 'COPY_CODE', example: '250FF' }
const FLOW: Json = { type: 'FLOW', text: 'Begin', flow_id: '1' }
const CALL: Json = { type: 'VOICE_CALL', text: 'Call now' }
const PAY: Json = { type: 'ORDER_DETAILS', text: 'Review and Pay' }
const CONTACT: Json = { type: 'REQUEST_CONTACT_INFO' }
const url = (target: string, example?: unknown): Json => ({ ...URL_, url: target, ...(example ? { example } : {}) })
const many = (type: string, most = 1) => invalid(`There can be at most ${most} button(s) of type ${type}.`)
const alone = (type: string) => invalid(`A button of type ${type} can't stand beside other buttons.`)
const ORDER = invalid('The combination of buttons is invalid: quick replies must stand together, first or last.')
const phonePath = PhoneNumberInvalid("components[1]['buttons'][0]['phone_number']")
const screens = (...ids: string[]) => JSON.stringify({ version: '7.0', screens: ids.map(id => ({ id })) })

rows('numbers of buttons', [
  ['none', withButtons(), MissingFields('BUTTONS', 'buttons')],
  ['9 quick replies', withButtons(...times(9, QR))],
  ['10 quick replies', withButtons(...times(10, QR))],
  ['11 quick replies', withButtons(...times(11, QR)), invalid('There can be at most 10 buttons.')],
  ['1 URL', withButtons(URL_)],
  ['2 URLs', withButtons(URL_, url('https://a.b/{{1}}', ['c']))],
  ['3 URLs', withButtons(URL_, URL_, URL_), many('URL', 2)],
  ['1 phone number', withButtons(PHONE)],
  ['2 phone numbers', withButtons(PHONE, PHONE), many('PHONE_NUMBER')],
  ['1 coupon', withButtons(COPY)],
  ['2 coupons', withButtons(COPY, COPY), many('COPY_CODE')],
  ['1 flow', withButtons(FLOW)],
  ['2 flows', withButtons(FLOW, FLOW), many('FLOW')],
  ['1 call', withButtons(CALL)],
  ['2 calls', withButtons(CALL, CALL), many('VOICE_CALL')],
  ['1 order', { ...withButtons(PAY), display_format: 'ORDER_DETAILS' }],
  ['2 orders', { ...withButtons(PAY, PAY), display_format: 'ORDER_DETAILS' }, many('ORDER_DETAILS')],
  ['1 request for contact', withButtons(CONTACT)],
  ['2 requests for contact', withButtons(CONTACT, CONTACT), many('REQUEST_CONTACT_INFO')],
  ['a catalog alone', withButtons({ type: 'CATALOG', text: 'View' })],
  ['a catalog and another', withButtons({ type: 'CATALOG', text: 'View' }, QR), alone('CATALOG')],
  [
    'a single product without its header',
    withButtons({ type: 'SPM', text: 'View' }),
    invalid('A header of format PRODUCT and a button of type SPM need each other.'),
  ],
  ['products alone', withButtons({ type: 'MPM', text: 'View' })],
  ['products and another', withButtons({ type: 'MPM', text: 'View' }, QR), alone('MPM')],
  ['quick replies first', withButtons(QR, QR, URL_, PHONE)],
  ['quick replies last', withButtons(URL_, PHONE, QR, QR)],
  ['quick replies on both sides', withButtons(QR, URL_, QR), ORDER],
  ['quick replies in the middle', withButtons(URL_, QR, URL_), ORDER],
])

rows('what stands on and behind buttons', [
  ['no label', withButtons({ type: 'QUICK_REPLY' }), MissingFields('BUTTONS', 'text')],
  ['a label of 24', withButtons({ ...QR, text: long(24) })],
  ['a label of 25', withButtons({ ...QR, text: long(25) })],
  ['a label of 26', withButtons({ ...QR, text: long(26) }), CharacterLimitExceeded('BUTTONS text', 25)],
  [
    'a label with a variable',
    withButtons({ ...QR, text: 'Stop {{1}}' }),
    invalid("Labels of buttons can't have any variables, new lines or emojis."),
  ],
  [
    'a label with an emoji',
    withButtons({ ...QR, text: 'Stop 😀' }),
    invalid("Labels of buttons can't have any variables, new lines or emojis."),
  ],
  ['a URL of 1999', withButtons(url(`https://a.b/${long(1987)}`))],
  ['a URL of 2000', withButtons(url(`https://a.b/${long(1988)}`))],
  ['a URL of 2001', withButtons(url(`https://a.b/${long(1989)}`)), CharacterLimitExceeded('BUTTONS url', 2000)],
  ['no URL', withButtons({ type: 'URL', text: 'Open' }), MissingFields('BUTTONS', 'url')],
  ['no valid URL', withButtons(url('shop')), invalid('The URL of a button is not valid.')],
  ['a variable at its end', withButtons(url('https://a.b/{{1}}', ['c']))],
  ['a sample without its list', withButtons(url('https://a.b/{{1}}', 'c'))],
  [
    'a variable before its end',
    withButtons(url('https://a.b/{{1}}/c', ['c'])),
    invalid('The URL of a button can have one variable, at its end.'),
  ],
  [
    'two variables',
    withButtons(url('https://a.b/{{1}}{{2}}', ['c'])),
    invalid('The URL of a button can have one variable, at its end.'),
  ],
  ['a variable without its sample', withButtons(url('https://a.b/{{1}}')), MissingFields('BUTTONS', 'example')],
  ['a phone number of 19', withButtons({ ...PHONE, phone_number: '+1 (555) 005 13 10-' })],
  ['a phone number of 20', withButtons({ ...PHONE, phone_number: '+1 (555) 005 13 10-0' })],
  ['a phone number of 21', withButtons({ ...PHONE, phone_number: '+1 (555) 005 13 10-00' }), phonePath],
  ['no phone number', withButtons({ type: 'PHONE_NUMBER', text: 'Call' }), MissingFields('BUTTONS', 'phone_number')],
  ['letters in it', withButtons({ ...PHONE, phone_number: 'nobody' }), phonePath],
  ['a coupon of 19', withButtons({ ...COPY, example: long(19) })],
  ['a coupon of 20', withButtons({ ...COPY, example: long(20) })],
  ['a coupon of 21', withButtons({ ...COPY, example: long(21) }), CharacterLimitExceeded('BUTTONS example', 20)],
  ['no coupon', withButtons({ type: 'COPY_CODE' }), MissingFields('BUTTONS', 'example')],
  ['a flow by its name', withButtons({ type: 'FLOW', text: 'Begin', flow_name: 'sign_up' })],
  ['a flow by its JSON', withButtons({ type: 'FLOW', text: 'Begin', flow_json: screens('A'), navigate_screen: 'A' })],
  ['no flow', withButtons({ type: 'FLOW', text: 'Begin' }), MissingFields('BUTTONS', 'flow_id')],
  [
    'a flow by two of them',
    withButtons({ ...FLOW, flow_name: 'sign_up' }),
    invalid('A button of type FLOW takes one of flow_id, flow_name and flow_json.'),
  ],
  [
    'a flow without screens',
    withButtons({ type: 'FLOW', text: 'Begin', flow_json: '{}' }),
    invalid('flow_json must be a flow with screens.'),
  ],
  [
    'a flow that is no JSON',
    withButtons({ type: 'FLOW', text: 'Begin', flow_json: '{' }),
    invalid('flow_json must be a flow with screens.'),
  ],
  [
    'a screen that the flow does not have',
    withButtons({ type: 'FLOW', text: 'Begin', flow_json: screens('A'), navigate_screen: 'B' }),
    invalid('The flow has no screen B.'),
  ],
  [
    'a screen, and an endpoint that says which',
    withButtons({ ...FLOW, flow_action: 'data_exchange', navigate_screen: 'A' }),
    invalid('navigate_screen is for the flow_action navigate only.'),
  ],
  ['a call for 1439 minutes', withButtons({ ...CALL, ttl_minutes: 1439 }), callTime()],
  ['a call for 1440 minutes', withButtons({ ...CALL, ttl_minutes: 1440 })],
  ['a call for 43200 minutes', withButtons({ ...CALL, ttl_minutes: 43_200 })],
  ['a call for 43201 minutes', withButtons({ ...CALL, ttl_minutes: 43_201 }), callTime()],
  [
    'an order in marketing that does not say so',
    withButtons(PAY),
    invalid('A marketing template with an ORDER_DETAILS button needs display_format ORDER_DETAILS.'),
  ],
])

function callTime() {
  return invalid('ttl_minutes must be between 1440 and 43200.')
}

const card = (list: Json[], ...more: Json[]): Json => ({
  components: [
    { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::a'] } },
    ...more,
    { type: 'BUTTONS', buttons: list },
  ],
})
const product = (...list: Json[]): Json => ({
  components: [
    { type: 'HEADER', format: 'PRODUCT' },
    { type: 'BUTTONS', buttons: list },
  ],
})
const SPM: Json = { type: 'SPM', text: 'View' }
const withCards = (...cards: Json[]) => parts(BODY, { type: 'CAROUSEL', cards })
const CARDS = invalid('A carousel must have 2 to 10 cards.')
const ALIKE = invalid('All cards of a carousel must have the same components and the same buttons.')

rows('carousels', [
  ['1 card', withCards(card([QR])), CARDS],
  ['2 cards', withCards(...times(2, card([QR])))],
  ['10 cards', withCards(...times(10, card([QR])))],
  ['11 cards', withCards(...times(11, card([QR]))), CARDS],
  ['no button', withCards(...times(2, card([]))), MissingFields('BUTTONS', 'buttons')],
  ['2 buttons', withCards(...times(2, card([QR, URL_])))],
  ['3 buttons', withCards(...times(2, card([QR, QR, URL_]))), invalid('A card can have at most 2 buttons.')],
  ['a body of 159', withCards(...times(2, card([QR], { type: 'BODY', text: long(159) })))],
  ['a body of 160', withCards(...times(2, card([QR], { type: 'BODY', text: long(160) })))],
  [
    'a body of 161',
    withCards(...times(2, card([QR], { type: 'BODY', text: long(161) }))),
    CharacterLimitExceeded('BODY', 160),
  ],
  ['a body on one of two', withCards(card([QR]), card([QR], BODY)), ALIKE],
  ['other buttons on the second', withCards(card([QR]), card([URL_])), ALIKE],
  ['a coupon', withCards(...times(2, card([COPY]))), invalid("A card can't have a button of type COPY_CODE.")],
  ['products', withCards(...times(2, product(SPM)))],
  [
    'products with two buttons',
    withCards(...times(2, product(SPM, URL_))),
    invalid('A card can have at most 1 button.'),
  ],
  [
    'a card without a picture',
    withCards(...times(2, { components: [BODY, buttons(QR)] })),
    invalid('Every card must have a header of format IMAGE, VIDEO or PRODUCT.'),
  ],
])

test('nothing but a body stands beside a carousel', () => {
  const carousel = { type: 'CAROUSEL', cards: [card([QR]), card([QR])] }
  expect(judgeParts(BODY, carousel, { type: 'FOOTER', text: 'Bye' })).toEqual(
    invalid("A carousel can't stand beside a component of type FOOTER."),
  )
})

const offer = (text: string, ...more: Json[]) =>
  parts({ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text, has_expiration: true } }, BODY, ...more)

rows('limited-time offers', [
  ['15 characters', offer(long(15))],
  ['16 characters', offer(long(16))],
  ['17 characters', offer(long(17)), CharacterLimitExceeded('LIMITED_TIME_OFFER', 16)],
  ['no text', offer(''), MissingFields('LIMITED_TIME_OFFER', 'limited_time_offer')],
  ['a coupon of 14', offer('Soon over', buttons({ ...COPY, example: long(14) }))],
  ['a coupon of 15', offer('Soon over', buttons({ ...COPY, example: long(15) }, URL_))],
  [
    'a coupon of 16',
    offer('Soon over', buttons({ ...COPY, example: long(16) })),
    CharacterLimitExceeded('BUTTONS example', 15),
  ],
  [
    'a coupon that is not first',
    offer('Soon over', buttons(URL_, COPY)),
    invalid('The buttons of a limited-time offer are a COPY_CODE, which comes first, and a URL.'),
  ],
  [
    'a footer',
    offer('Soon over', { type: 'FOOTER', text: 'Bye' }),
    invalid("A limited-time offer can't stand beside a component of type FOOTER."),
  ],
])

const APP: Json = { package_name: 'com.example.app', signature_hash: 'K8a/AINcGX7' }
const otp = (button: Json, body: Json = {}, footer?: Json): Partial<CreateInput> => ({
  category: 'AUTHENTICATION',
  components: [
    { type: 'BODY', ...body },
    ...(footer ? [{ type: 'FOOTER', ...footer }] : []),
    { type: 'BUTTONS', buttons: [{ type: 'OTP', ...button }] },
  ],
})
const copy: Json = { otp_type: 'COPY_CODE' }
const tap = (app: Json): Json => ({ otp_type: 'ONE_TAP', supported_apps: [{ ...APP, ...app }] })
const EXPIRY = invalid('code_expiration_minutes must be between 1 and 90.')
const PACKAGE = invalid('package_name must be the name of an Android package.')
const HASH = invalid('signature_hash must have 11 characters of A-Z, a-z, 0-9, +, / and =.')

rows('authentication', [
  ['a code to copy', otp(copy, { add_security_recommendation: true })],
  ['a text of its own', otp(copy, { text: 'Your code is {{1}}.' }), UnexpectedFields('BODY', 'text')],
  ['a code for 0 minutes', otp(copy, {}, { code_expiration_minutes: 0 }), EXPIRY],
  ['a code for 1 minute', otp(copy, {}, { code_expiration_minutes: 1 })],
  ['a code for 90 minutes', otp(copy, {}, { code_expiration_minutes: 90 })],
  ['a code for 91 minutes', otp(copy, {}, { code_expiration_minutes: 91 }), EXPIRY],
  ['a label of 25', otp({ ...copy, text: long(25) })],
  ['a label of 26', otp({ ...copy, text: long(26) }), CharacterLimitExceeded('BUTTONS text', 25)],
  ['autofill of 25', otp({ ...tap({}), autofill_text: long(25) })],
  ['autofill of 26', otp({ ...tap({}), autofill_text: long(26) }), CharacterLimitExceeded('BUTTONS autofill_text', 25)],
  ['no type', otp({}), MissingFields('BUTTONS', 'otp_type')],
  ['0 apps', otp({ otp_type: 'ONE_TAP', supported_apps: [] }), MissingFields('BUTTONS', 'supported_apps')],
  ['1 app', otp(tap({}))],
  ['5 apps', otp({ otp_type: 'ONE_TAP', supported_apps: times(5, APP) })],
  [
    '6 apps',
    otp({ otp_type: 'ONE_TAP', supported_apps: times(6, APP) }),
    invalid('There can be at most 5 supported apps.'),
  ],
  ['a package of 224', otp(tap({ package_name: `a.${long(222)}` }))],
  ['a package of 225', otp(tap({ package_name: `a.${long(223)}` })), PACKAGE],
  ['a package of one part', otp(tap({ package_name: 'app' })), PACKAGE],
  ['a part that begins with a digit', otp(tap({ package_name: 'com.1app' })), PACKAGE],
  ['a hash of 10', otp(tap({ signature_hash: long(10) })), HASH],
  ['a hash of 11', otp(tap({ signature_hash: long(11) }))],
  ['a hash of 12', otp(tap({ signature_hash: long(12) })), HASH],
  ['a hash with other signs', otp(tap({ signature_hash: 'K8a-AINcGX7' })), HASH],
  [
    'zero-tap without its terms',
    otp({ ...tap({}), otp_type: 'ZERO_TAP' }),
    invalid('zero_tap_terms_accepted must be true.'),
  ],
  ['zero-tap with its terms', otp({ ...tap({}), otp_type: 'ZERO_TAP', zero_tap_terms_accepted: true })],
  [
    'two buttons',
    {
      category: 'AUTHENTICATION',
      components: [{ type: 'BODY' }, buttons({ type: 'OTP', ...copy }, { type: 'OTP', ...copy })],
    },
    invalid('There must be exactly one button of type OTP.'),
  ],
  ['no button', { category: 'AUTHENTICATION', components: [{ type: 'BODY' }] }, MissingFields('BUTTONS', 'buttons')],
])

const lives = (category: TemplateCategory, seconds: number): Partial<CreateInput> =>
  category === 'AUTHENTICATION'
    ? { ...otp(copy), message_send_ttl_seconds: seconds }
    : { category, message_send_ttl_seconds: seconds }

rows('times to live', [
  ['authentication, 29 seconds', lives('AUTHENTICATION', 29), TtlOutOfRange('AUTHENTICATION', 30, 900)],
  ['authentication, 30 seconds', lives('AUTHENTICATION', 30)],
  ['authentication, 900 seconds', lives('AUTHENTICATION', 900)],
  ['authentication, 901 seconds', lives('AUTHENTICATION', 901), TtlOutOfRange('AUTHENTICATION', 30, 900)],
  ['authentication, 30 days', lives('AUTHENTICATION', -1)],
  ['utility, 29 seconds', lives('UTILITY', 29), TtlOutOfRange('UTILITY', 30, 43_200)],
  ['utility, 30 seconds', lives('UTILITY', 30)],
  ['utility, 43200 seconds', lives('UTILITY', 43_200)],
  ['utility, 43201 seconds', lives('UTILITY', 43_201), TtlOutOfRange('UTILITY', 30, 43_200)],
  ['utility, 30 days', lives('UTILITY', -1)],
  ['marketing, 43199 seconds', lives('MARKETING', 43_199), TtlOutOfRange('MARKETING', 43_200, 2_592_000)],
  ['marketing, 43200 seconds', lives('MARKETING', 43_200)],
  ['marketing, 2592000 seconds', lives('MARKETING', 2_592_000)],
  ['marketing, 2592001 seconds', lives('MARKETING', 2_592_001), TtlOutOfRange('MARKETING', 43_200, 2_592_000)],
  ['marketing, -1', lives('MARKETING', -1), TtlOutOfRange('MARKETING', 43_200, 2_592_000)],
])

const cannot = (category: TemplateCategory, what: string) =>
  invalid(`A template of category ${category} can't have a ${what}.`)

rows('what a category may have', [
  ['utility with a carousel', { category: 'UTILITY', ...withCards() }, cannot('UTILITY', 'component of type CAROUSEL')],
  [
    'utility with an offer',
    { category: 'UTILITY', ...parts(OFFER, BODY) },
    cannot('UTILITY', 'component of type LIMITED_TIME_OFFER'),
  ],
  [
    'utility with a GIF',
    { category: 'UTILITY', ...withHeader({ format: 'GIF' }) },
    cannot('UTILITY', 'header of format GIF'),
  ],
  [
    'utility with a product',
    { category: 'UTILITY', ...withHeader({ format: 'PRODUCT' }) },
    cannot('UTILITY', 'header of format PRODUCT'),
  ],
  [
    'utility with a catalog',
    { category: 'UTILITY', ...withButtons({ type: 'CATALOG', text: 'View' }) },
    cannot('UTILITY', 'button of type CATALOG'),
  ],
  [
    'marketing with a one-time password',
    withButtons({ type: 'OTP', ...copy }),
    cannot('MARKETING', 'button of type OTP'),
  ],
  [
    'authentication with a header',
    { category: 'AUTHENTICATION', ...parts({ type: 'HEADER', format: 'TEXT', text: 'Code' }, { type: 'BODY' }) },
    cannot('AUTHENTICATION', 'component of type HEADER'),
  ],
  [
    'authentication with another button',
    { category: 'AUTHENTICATION', ...parts({ type: 'BODY' }, buttons(QR)) },
    cannot('AUTHENTICATION', 'button of type QUICK_REPLY'),
  ],
])

test.each([
  [249, 250, undefined],
  [250, 250, TemplateLimitExceeded],
  [5999, 6000, undefined],
  [6000, 6000, TemplateLimitExceeded],
])('with %i templates of %i', (total, limit, refusal) => {
  expect(judge({}, { total, limit })).toEqual(refusal)
})

test.each([
  [99, undefined],
  [100, ManagementRateExceeded],
])('after %i creations in an hour', (created_in_last_hour, refusal) => {
  expect(judge({}, { created_in_last_hour })).toEqual(refusal)
})

test('the plainest template of all is a body', () => {
  expect(judgeParts(BODY)).toBeUndefined()
})
