import { expect, test } from 'vitest'
import { ManagementRateExceeded, ParameterRequired } from '../catalogue.ts'
import { DAY } from '../time.ts'
import { BODY, judge, judgeParts, NOW } from './judge-for-tests.ts'
import type { Template } from './model.ts'
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
  TemplateLimitExceeded,
  TooManyVariables,
  TtlOutOfRange,
} from './refusals.ts'
import { sample } from './samples-for-tests.ts'

const judgeBody = (text: string, ...body_text: string[]) =>
  judgeParts({ type: 'body', text, example: { body_text: [body_text] } })

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

test('the name is to blame, in the words of the platform', () => {
  expect(judge({ name: 'Order' })).toMatchObject({
    code: 100,
    subcode: 2388046,
    message: 'Invalid parameter',
    blame: ['name'],
    userTitle: 'Name Format is Incorrect',
    userMessage: 'The message template name can only have lowercase letters and underscores.',
  })
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
  sample([], { status: 'DELETED', deleted_while: 'APPROVED', updated_at: NOW - daysAgo * DAY, ...more })
test.each([
  [sample([]), LanguageExists('English (US)')],
  [sample([], { language: 'es' }), undefined],
  [sample([], { language: 'es', category: 'UTILITY' }), CategoryDiffers('MARKETING', 'UTILITY')],
  [sample([], { status: 'PENDING_DELETION' }), LanguageBeingDeleted('English (US)')],
  [deleted(29), LanguageBeingDeleted('English (US)')],
  [deleted(30), undefined],
  [deleted(1, { deleted_while: 'PAUSED' }), LanguageBeingDeleted('English (US)')],
  [deleted(1, { deleted_while: 'PENDING' }), undefined],
  [deleted(1, { deleted_while: 'REJECTED', rejected_reason: 'SCAM' }), undefined],
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
