import { expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { BODY, buttons, judgeParts, QR, URL_ } from '../judge-for-tests.ts'
import { CharacterLimitExceeded, MissingFields, PhoneNumberInvalid } from '../refusals.ts'

const INVALID = expect.objectContaining({ name: 'ComponentsInvalid', code: 100 })
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
  [[{ ...PHONE, phone_number: '+1 (555) 005 13 10-0' }], undefined],
  [
    [{ ...PHONE, phone_number: '+1 (555) 005 13 10-00' }],
    PhoneNumberInvalid("components[1]['buttons'][0]['phone_number']"),
  ],
  [[{ type: 'COPY_CODE', example: 'a'.repeat(20) }], undefined],
  [[{ type: 'COPY_CODE', example: 'a'.repeat(21) }], CharacterLimitExceeded('BUTTONS example', 20)],
  [[{ type: 'FLOW', text: 'Go', flow_id: '1' }], undefined],
  [[{ type: 'FLOW', text: 'Go' }], MissingFields('BUTTONS', 'flow_id')],
  [[{ type: 'FLOW', text: 'Go', flow_id: '1', flow_name: 'a' }], INVALID],
])('buttons %#', (list, refusal) => {
  expect(judgeParts(BODY, buttons(...list))).toEqual(refusal)
})
