import { expect, test } from 'vitest'
import { ManagementRateExceeded, ParameterRequired } from '../catalogue.ts'
import { firstRefusal } from '../messaging/check.ts'
import type { Template } from '../model.ts'
import type { Refusal } from '../refusals.ts'
import { DAY } from '../time.ts'
import { createChecks } from './create-checks.ts'
import { type CreateInput, createDraft } from './draft.ts'
import type { Json } from './json.ts'
import {
  BodyFormat,
  CategoryDiffers,
  CharacterLimitExceeded,
  FooterFormat,
  HandleNotUsable,
  HeaderFormat,
  LanguageBeingDeleted,
  LanguageExists,
  LanguageNotSupported,
  LeadingOrTrailing,
  MissingFields,
  NameInvalid,
  PhoneNumberInvalid,
  TemplateLimitExceeded,
  TooManyVariables,
  TtlOutOfRange,
  UnexpectedFields,
} from './refusals.ts'
import type { CreateFacts } from './rules/account.ts'
import { sample } from './samples-for-tests.ts'

const NOW = 1000 * DAY
const FREE: CreateFacts = { sameName: [], created_in_last_hour: 0, total: 0, limit: 250 }
const BODY: Json = { type: 'BODY', text: 'Your order is here.' }

const judge = (changes: Partial<CreateInput>, facts: Partial<CreateFacts> = {}): Refusal | undefined =>
  firstRefusal(
    createChecks,
    createDraft({ name: 'order', language: 'en_US', category: 'MARKETING', components: [BODY], ...changes }),
    { ...FREE, ...facts },
    NOW,
  )
const judgeParts = (...components: Json[]) => judge({ components })
const judgeBody = (text: string, ...body_text: string[]) =>
  judgeParts({ type: 'body', text, example: { body_text: [body_text] } })
const judgeButtons = (...buttons: Json[]) => judgeParts(BODY, { type: 'BUTTONS', buttons })

/** A rule whose subcode is not published. */
const INVALID = expect.objectContaining({ name: 'ComponentsInvalid', code: 100 })

test.each([
  ['order_1', undefined],
  ['', ParameterRequired('name')],
  ['Order', NameInvalid],
  ['order-1', NameInvalid],
  ['a'.repeat(512), undefined],
  ['a'.repeat(513), CharacterLimitExceeded('name', 512)],
])('name %j', (name, refusal) => {
  expect(judge({ name })).toEqual(refusal)
})

test('language and components', () => {
  expect(judge({ language: 'pt_BR' })).toBeUndefined()
  expect(judge({ language: 'en_XX' })).toBe(LanguageNotSupported)
  expect(judge({ components: undefined })).toEqual(ParameterRequired('components'))
  expect(judge({ components: undefined, library_template_name: 'delivery' })).toBeUndefined()
  expect(judge({ components: [] })).toEqual(MissingFields('BODY', 'text'))
  expect(judgeParts(BODY, BODY)).toEqual(INVALID)
})

test('100 creations an hour, and as many templates as the account may have', () => {
  expect(judge({}, { created_in_last_hour: 99, total: 249 })).toBeUndefined()
  expect(judge({}, { created_in_last_hour: 100 })).toBe(ManagementRateExceeded)
  expect(judge({}, { total: 250 })).toBe(TemplateLimitExceeded)
})

const deleted = (daysAgo: number, more: Partial<Template> = {}) =>
  sample([], { status: 'DELETED', updated_at: NOW - daysAgo * DAY, ...more })
test.each([
  [sample([]), LanguageExists('English (US)')],
  [sample([], { language: 'es' }), undefined],
  [sample([], { language: 'es', category: 'UTILITY' }), CategoryDiffers('MARKETING', 'UTILITY')],
  [sample([], { status: 'PENDING_DELETION' }), LanguageBeingDeleted('English (US)')],
  [deleted(29), LanguageBeingDeleted('English (US)')],
  [deleted(30), undefined],
  [deleted(1, { rejected_reason: 'SCAM' }), undefined],
  [deleted(1, { language: 'es', category: 'UTILITY' }), undefined],
])('one of the same name: %#', (template, refusal) => {
  expect(judge({}, { sameName: [template] })).toEqual(refusal)
})

test.each([
  ['a'.repeat(1024), [], undefined],
  ['a'.repeat(1025), [], CharacterLimitExceeded('BODY', 1024)],
  ['One\n\ntwo', [], undefined],
  ['One\n\n\ntwo', [], BodyFormat],
  [`Hello ${'😀'.repeat(10)}`, [], undefined],
  [`Hello ${'😀'.repeat(11)}`, [], BodyFormat],
  ['{{1}}', ['a'], BodyFormat],
  ['{{1}} is here for you', ['a'], LeadingOrTrailing],
  ['Here for you is {{1}}', ['a'], LeadingOrTrailing],
  ['Here for you is {{1}}.', ['a'], undefined],
  ['Here is {{1}}.', ['a'], TooManyVariables],
  ['One two three four five {{1}} and {{2}}.', ['a', 'b'], undefined],
  ['One two three {{1}} and {{2}}.', ['a', 'b'], TooManyVariables],
  ['您的订单号是 {{1}}，请查收。', ['a'], undefined],
  ['Here for you is {{1}}.', [], MissingFields('BODY', 'example')],
  ['One two three four five {{1}} and {{2}}.', ['a'], MissingFields('BODY', 'example')],
  ['Here for you is {{2}}.', ['a'], INVALID],
  ['Here for you is {{name}}.', ['a'], INVALID],
  ['Here for you is {{1}.', ['a'], INVALID],
  ['Here for you is {{#1}}.', ['a'], INVALID],
  ['Here for you is {{1.', ['a'], INVALID],
])('body %j with %j', (text, examples, refusal) => {
  expect(judgeBody(text, ...examples)).toEqual(refusal)
})

test('named variables, with a sample for each', () => {
  const named = (text: string, ...names: string[]) =>
    judge({
      parameter_format: 'NAMED',
      components: [
        {
          type: 'BODY',
          text,
          example: { body_text_named_params: names.map(param_name => ({ param_name, example: 'x' })) },
        },
      ],
    })
  expect(named('Thank you so much {{first_name}}!', 'first_name')).toBeUndefined()
  expect(named('Thank you so much {{first_name}}!')).toEqual(MissingFields('BODY', 'example'))
  expect(named('Thank you so much {{1}}!', '1')).toEqual(INVALID)
  expect(named('Thank you so much {{Name}}!', 'Name')).toEqual(INVALID)
})

test.each([[['a']], ['a'], [[['a']]]])('the sample of one variable may be written as %j', body_text => {
  expect(judgeParts({ type: 'BODY', text: 'Here for you is {{1}}.', example: { body_text } })).toBeUndefined()
})

test.each([
  [{ format: 'TEXT', text: 'a'.repeat(60) }, undefined],
  [{ format: 'TEXT', text: 'a'.repeat(61) }, CharacterLimitExceeded('HEADER', 60)],
  [{ format: 'TEXT', text: 'Big *sale*' }, HeaderFormat],
  [{ format: 'TEXT', text: 'Sale 😀' }, HeaderFormat],
  [{ format: 'TEXT', text: 'Sale\nnow' }, HeaderFormat],
  [{ format: 'TEXT', text: 'Our {{1}} is on', example: { header_text: 'Sale' } }, undefined],
  [{ format: 'TEXT', text: 'Our {{1}} is on' }, MissingFields('HEADER', 'example')],
  [{ format: 'TEXT', text: 'Our {{1}} is {{2}}', example: { header_text: ['a', 'b'] } }, INVALID],
  [{ format: 'TEXT' }, MissingFields('HEADER', 'text')],
  [{ text: 'Sale' }, MissingFields('HEADER', 'format')],
  [{ format: 'image', example: { header_handle: ['4::aW1hZ2U='] } }, undefined],
  [{ format: 'IMAGE' }, MissingFields('HEADER', 'example')],
  [{ format: 'IMAGE', example: { header_handle: ['https://a.b/c.png'] } }, HandleNotUsable],
  [{ format: 'IMAGE', example: { header_handle: ['1234567890'] } }, HandleNotUsable],
  [{ format: 'LOCATION' }, undefined],
  [{ format: 'PRODUCT' }, INVALID],
])('header %j', (header, refusal) => {
  expect(judgeParts({ type: 'HEADER', ...header }, BODY)).toEqual(refusal)
})

test.each([
  ['a'.repeat(60), undefined],
  ['a'.repeat(61), CharacterLimitExceeded('FOOTER', 60)],
  ['For {{1}}', FooterFormat],
  ['One\ntwo', FooterFormat],
])('footer %j', (text, refusal) => {
  expect(judgeParts(BODY, { type: 'FOOTER', text })).toEqual(refusal)
})

const QR: Json = { type: 'QUICK_REPLY', text: 'Stop' }
const URL_: Json = { type: 'URL', text: 'Shop', url: 'https://a.b' }
const PHONE: Json = { type: 'PHONE_NUMBER', text: 'Call', phone_number: '15550051310' }
const url = (target: string, example?: unknown): Json => ({ ...URL_, url: target, example })

test.each<[Json[], unknown]>([
  [[QR, QR], undefined],
  [[QR, QR, URL_, PHONE], undefined],
  [[URL_, PHONE, QR, QR], undefined],
  [[QR, URL_, QR], INVALID],
  [[URL_, QR, URL_], INVALID],
  [[], MissingFields('BUTTONS', 'buttons')],
  [Array(10).fill(QR), undefined],
  [Array(11).fill(QR), INVALID],
  [[URL_, URL_], undefined],
  [[URL_, URL_, URL_], INVALID],
  [[PHONE, PHONE], INVALID],
  [[{ type: 'CATALOG', text: 'View' }, QR], INVALID],
  [[{ type: 'SPM', text: 'View' }], INVALID],
  [[{ type: 'OTP', otp_type: 'COPY_CODE' }], INVALID],
  [[{ type: 'ORDER_DETAILS', text: 'Review and Pay' }], INVALID],
  [[{ type: 'QUICK_REPLY' }], MissingFields('BUTTONS', 'text')],
  [[{ ...QR, text: 'a'.repeat(25) }], undefined],
  [[{ ...QR, text: 'a'.repeat(26) }], CharacterLimitExceeded('BUTTONS text', 25)],
  [[{ ...QR, text: 'Stop {{1}}' }], INVALID],
  [[url('https://a.b/{{1}}', ['c'])], undefined],
  [[url('https://a.b/{{1}}', 'c')], undefined],
  [[url('https://a.b/{{1}}')], MissingFields('BUTTONS', 'example')],
  [[url('https://a.b/{{1}}/c', ['c'])], INVALID],
  [[url('https://a.b/{{1}}{{2}}', ['c'])], INVALID],
  [[url('shop')], INVALID],
  [[url(`https://a.b/${'c'.repeat(1988)}`)], undefined],
  [[url(`https://a.b/${'c'.repeat(1989)}`)], CharacterLimitExceeded('BUTTONS url', 2000)],
  [[URL_, { ...PHONE, phone_number: 'nobody' }], PhoneNumberInvalid("components[1]['buttons'][1]['phone_number']")],
  [[{ type: 'COPY_CODE', example: 'a'.repeat(20) }], undefined],
  [[{ type: 'COPY_CODE', example: 'a'.repeat(21) }], CharacterLimitExceeded('BUTTONS example', 20)],
  [[{ type: 'FLOW', text: 'Go', flow_id: '1' }], undefined],
  [[{ type: 'FLOW', text: 'Go' }], MissingFields('BUTTONS', 'flow_id')],
  [[{ type: 'FLOW', text: 'Go', flow_id: '1', flow_name: 'a' }], INVALID],
])('buttons %#', (buttons, refusal) => {
  expect(judgeButtons(...buttons)).toEqual(refusal)
})

test('what only marketing may have', () => {
  const utility = (...components: Json[]) => judge({ category: 'UTILITY', components })
  expect(
    utility(BODY, { type: 'BUTTONS', buttons: [{ type: 'ORDER_DETAILS', text: 'Review and Pay' }] }),
  ).toBeUndefined()
  expect(utility(BODY, { type: 'BUTTONS', buttons: [{ type: 'CATALOG', text: 'View' }] })).toEqual(INVALID)
  expect(utility(BODY, { type: 'CAROUSEL', cards: [] })).toEqual(INVALID)
  expect(utility({ type: 'HEADER', format: 'GIF' }, BODY)).toEqual(INVALID)
  expect(utility(BODY, { type: 'CALL_PERMISSION_REQUEST' })).toBeUndefined()
})

const OFFER: Json = { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'a'.repeat(16), has_expiration: true } }
const COPY: Json = { type: 'COPY_CODE', example: 'a'.repeat(15) }
test('a limited-time offer', () => {
  const buttons = (...list: Json[]): Json => ({ type: 'BUTTONS', buttons: list })
  expect(judgeParts(OFFER, BODY, buttons(COPY, URL_))).toBeUndefined()
  expect(judgeParts(OFFER, BODY, buttons(URL_, COPY))).toEqual(INVALID)
  expect(judgeParts(OFFER, BODY, buttons({ ...COPY, example: 'a'.repeat(16) }))).toEqual(
    CharacterLimitExceeded('BUTTONS example', 15),
  )
  expect(judgeParts(OFFER, BODY, { type: 'FOOTER', text: 'x' }, buttons(URL_))).toEqual(INVALID)
  expect(judgeParts(OFFER, { type: 'BODY', text: 'a'.repeat(601) })).toEqual(CharacterLimitExceeded('BODY', 600))
  const long = { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'a'.repeat(17) } }
  expect(judgeParts(long, BODY)).toEqual(CharacterLimitExceeded('LIMITED_TIME_OFFER', 16))
})

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

const APP: Json = { package_name: 'com.example.app', signature_hash: 'K8a/AINcGX7' }
const authentication = (otp: Json, body: Json = {}, footer?: Json) =>
  judge({
    category: 'AUTHENTICATION',
    components: [
      { type: 'BODY', ...body },
      ...(footer ? [{ type: 'FOOTER', ...footer }] : []),
      { type: 'BUTTONS', buttons: [{ type: 'OTP', ...otp }] },
    ],
  })
const oneTap = (changes: Json): Json => ({ otp_type: 'ONE_TAP', supported_apps: [{ ...APP, ...changes }] })

test.each<[Json, Json, Json | undefined, unknown]>([
  [{ otp_type: 'copy_code' }, { add_security_recommendation: true }, { code_expiration_minutes: 90 }, undefined],
  [{ otp_type: 'COPY_CODE' }, { text: 'Your code is {{1}}.' }, undefined, UnexpectedFields('BODY', 'text')],
  [{ otp_type: 'COPY_CODE' }, {}, { code_expiration_minutes: 91 }, INVALID],
  [{ otp_type: 'COPY_CODE' }, {}, { code_expiration_minutes: 0 }, INVALID],
  [{}, {}, undefined, MissingFields('BUTTONS', 'otp_type')],
  [{ otp_type: 'ONE_TAP' }, {}, undefined, MissingFields('BUTTONS', 'supported_apps')],
  [{ otp_type: 'ONE_TAP', supported_apps: Array(5).fill(APP) }, {}, undefined, undefined],
  [{ otp_type: 'ONE_TAP', supported_apps: Array(6).fill(APP) }, {}, undefined, INVALID],
  [oneTap({ package_name: 'app' }), {}, undefined, INVALID],
  [oneTap({ signature_hash: 'K8a/AINcGX' }), {}, undefined, INVALID],
  [{ ...oneTap({}), otp_type: 'ZERO_TAP' }, {}, undefined, INVALID],
  [{ ...oneTap({}), otp_type: 'ZERO_TAP', zero_tap_terms_accepted: true }, {}, undefined, undefined],
])('authentication %#', (otp, body, footer, refusal) => {
  expect(authentication(otp, body, footer)).toEqual(refusal)
})

test('authentication has exactly one button, and nothing of its own', () => {
  const parts = (...components: Json[]) => judge({ category: 'AUTHENTICATION', components })
  expect(parts({ type: 'BODY' })).toEqual(MissingFields('BUTTONS', 'buttons'))
  expect(parts({ type: 'BODY' }, { type: 'BUTTONS', buttons: [URL_] })).toEqual(INVALID)
  expect(parts({ type: 'HEADER', format: 'TEXT', text: 'Code' }, { type: 'BODY' })).toEqual(INVALID)
})

test.each([
  ['MARKETING', 43_199, false],
  ['MARKETING', 43_200, true],
  ['MARKETING', 2_592_000, true],
  ['MARKETING', 2_592_001, false],
  ['MARKETING', -1, false],
  ['UTILITY', 29, false],
  ['UTILITY', 30, true],
  ['UTILITY', 43_200, true],
  ['UTILITY', 43_201, false],
  ['UTILITY', -1, true],
] as const)('%s lives for %d seconds', (category, ttl, allowed) => {
  const [min, max] = category === 'UTILITY' ? [30, 43_200] : [43_200, 2_592_000]
  expect(judge({ category, message_send_ttl_seconds: ttl })).toEqual(
    allowed ? undefined : TtlOutOfRange(category, min, max),
  )
})
