import { expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { judge, URL_ } from '../judge-for-tests.ts'
import { MissingFields, UnexpectedFields } from '../refusals.ts'

const INVALID = expect.objectContaining({ name: 'ComponentsInvalid', code: 100 })
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
