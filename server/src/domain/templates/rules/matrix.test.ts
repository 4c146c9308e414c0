import { expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { BODY, buttons, invalid, judge, QR } from '../judge-for-tests.ts'
import type { TemplateCategory } from '../model.ts'

const CALL: Json = { type: 'CALL_PERMISSION_REQUEST' }
const OFFER: Json = { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Soon over' } }
const header = (format: string, more: Json = {}): Json => ({ type: 'HEADER', format, ...more })
const CODE: Json[] = [{ type: 'BODY' }, buttons({ type: 'OTP', otp_type: 'COPY_CODE' })]

test.each<[TemplateCategory, Json[], string | undefined]>([
  [
    'UTILITY',
    [{ type: 'CAROUSEL', cards: [] }],
    "A template of category UTILITY can't have a component of type CAROUSEL.",
  ],
  ['UTILITY', [OFFER], "A template of category UTILITY can't have a component of type LIMITED_TIME_OFFER."],
  ['UTILITY', [header('GIF')], "A template of category UTILITY can't have a header of format GIF."],
  ['UTILITY', [header('PRODUCT')], "A template of category UTILITY can't have a header of format PRODUCT."],
  ['UTILITY', [header('LOCATION')], undefined],
  ['MARKETING', [header('GIF', { example: { header_handle: '4::a' } })], undefined],
  [
    'UTILITY',
    [buttons({ type: 'CATALOG', text: 'View' })],
    "A template of category UTILITY can't have a button of type CATALOG.",
  ],
  ['MARKETING', [buttons({ type: 'CATALOG', text: 'View' })], undefined],
  ['UTILITY', [buttons({ type: 'ORDER_DETAILS', text: 'Review and Pay' })], undefined],
  ['UTILITY', [CALL], undefined],
  ['MARKETING', [CALL], undefined],
  ['MARKETING', [CALL, buttons(QR)], "A call permission request can't stand beside a component of type BUTTONS."],
])('%s %j', (category, components, why) => {
  expect(judge({ category, components: [BODY, ...components] })).toEqual(why === undefined ? undefined : invalid(why))
})

test('authentication has body, footer and buttons alone', () => {
  const parts = (...components: Json[]) => judge({ category: 'AUTHENTICATION', components: [...components, ...CODE] })
  expect(parts()).toBeUndefined()
  expect(parts(header('TEXT', { text: 'Code' }))).toEqual(
    invalid("A template of category AUTHENTICATION can't have a component of type HEADER."),
  )
})

test('a marketing template that asks for a payment says so', () => {
  const components = [BODY, buttons({ type: 'ORDER_DETAILS', text: 'Review and Pay' })]
  expect(judge({ components })?.name).toBe('ComponentsInvalid')
  expect(judge({ components, display_format: 'ORDER_DETAILS' })).toBeUndefined()
})

test('order status templates are plain utility', () => {
  const order = { sub_category: 'ORDER_STATUS', category: 'UTILITY' } as const
  expect(judge({ ...order, components: [BODY, { type: 'FOOTER', text: 'Bye' }] })).toBeUndefined()
  expect(judge({ ...order, category: 'MARKETING' })).toEqual(
    invalid('The sub-category ORDER_STATUS belongs to UTILITY.'),
  )
  expect(judge({ ...order, components: [BODY, buttons(QR)] })).toEqual(
    invalid("An order status template can't have a component of type BUTTONS."),
  )
})
