import type { Json } from '../json.ts'
import { buttons, invalid } from '../judge-for-tests.ts'
import { CharacterLimitExceeded, MissingFields, UnexpectedFields } from '../refusals.ts'
import { type Changes, limits, long, rows, times } from './tables.test-util.ts'

const APP: Json = { package_name: 'com.example.app', signature_hash: 'K8a/AINcGX7' }
const COPY: Json = { type: 'OTP', otp_type: 'COPY_CODE' }
const authentication = (...components: Json[]): Changes => ({ category: 'AUTHENTICATION', components })
const otp = (button: Json, body: Json = {}) =>
  authentication({ type: 'BODY', ...body }, buttons({ type: 'OTP', ...button }))
const expires = (code_expiration_minutes: number) =>
  authentication({ type: 'BODY' }, { type: 'FOOTER', code_expiration_minutes }, buttons(COPY))
const apps = (...supported_apps: Json[]): Json => ({ otp_type: 'ONE_TAP', supported_apps })
const tap = (app: Json = {}) => apps({ ...APP, ...app })
const zeroTap: Json = { ...tap(), otp_type: 'ZERO_TAP' }
const EXPIRY = invalid('code_expiration_minutes must be between 1 and 90.')
const PACKAGE = invalid('package_name must be the name of an Android package.')
const HASH = invalid('signature_hash must have 11 characters of A-Z, a-z, 0-9, +, / and =.')

limits('authentication', [
  { of: 'minutes of a code', make: expires, max: 90, above: EXPIRY, min: 1, below: EXPIRY },
  {
    of: 'characters of a label',
    make: n => otp({ ...COPY, text: long(n) }),
    max: 25,
    above: CharacterLimitExceeded('BUTTONS text', 25),
  },
  {
    of: 'characters of autofill',
    make: n => otp({ ...tap(), autofill_text: long(n) }),
    max: 25,
    above: CharacterLimitExceeded('BUTTONS autofill_text', 25),
  },
  {
    of: 'apps',
    make: n => otp(apps(...times(n, APP))),
    max: 5,
    above: invalid('There can be at most 5 supported apps.'),
    min: 1,
    below: MissingFields('BUTTONS', 'supported_apps'),
  },
  {
    of: 'characters of a package',
    make: n => otp(tap({ package_name: 'a.'.padEnd(n, 'a') })),
    max: 224,
    above: PACKAGE,
  },
  {
    of: 'characters of a hash',
    make: n => otp(tap({ signature_hash: long(n) })),
    max: 11,
    above: HASH,
    min: 11,
    below: HASH,
  },
])

rows('authentication', [
  ['a code to copy', otp(COPY, { add_security_recommendation: true })],
  ['a text of its own', otp(COPY, { text: 'Your code is {{1}}.' }), UnexpectedFields('BODY', 'text')],
  ['no type', otp({}), MissingFields('BUTTONS', 'otp_type')],
  ['a package of one part', otp(tap({ package_name: 'app' })), PACKAGE],
  ['a part that begins with a digit', otp(tap({ package_name: 'com.1app' })), PACKAGE],
  ['a hash with other signs', otp(tap({ signature_hash: 'K8a-AINcGX7' })), HASH],
  ['zero-tap without its terms', otp(zeroTap), invalid('zero_tap_terms_accepted must be true.')],
  ['zero-tap with its terms', otp({ ...zeroTap, zero_tap_terms_accepted: true })],
  [
    'two buttons',
    authentication({ type: 'BODY' }, buttons(COPY, COPY)),
    invalid('There must be exactly one button of type OTP.'),
  ],
  ['no button', authentication({ type: 'BODY' }), MissingFields('BUTTONS', 'buttons')],
])
