import { firstOf } from '../../messaging/check.ts'
import { longerThan } from '../../messaging/text-length.ts'
import type { Refusal } from '../../refusals.ts'
import type { TemplateDraft } from '../draft.ts'
import { type Json, objectsIn, textIn, upperIn, wholeIn } from '../json.ts'
import { BUTTON_TEXT_MAX } from '../limits.ts'
import { CharacterLimitExceeded, ComponentsInvalid, MissingFields, UnexpectedFields } from '../refusals.ts'
import { buttonsOf, componentOf, isAuthentication, type Rule } from './rule.ts'

/*
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/authentication-templates
 */

/** Minutes after which a code no longer works. */
export const EXPIRY_MIN = 1
export const EXPIRY_MAX = 90

/** Apps one button may hand its code to, and characters of what names them. */
const APPS_MAX = 5
const PACKAGE_NAME_MAX = 224
const SIGNATURE_HASH_LENGTH = 11

const OTP_TYPES = ['COPY_CODE', 'ONE_TAP', 'ZERO_TAP']

const ofAuthentication =
  (rule: (draft: TemplateDraft) => Refusal | undefined): Rule =>
  draft =>
    isAuthentication(draft) && draft.components ? rule(draft) : undefined

/** Texts are the platform's. */
export const noOwnTexts: Rule = ofAuthentication(draft =>
  firstOf(['BODY', 'FOOTER'], type =>
    componentOf(draft, type)?.text === undefined ? undefined : UnexpectedFields(type, 'text'),
  ),
)

export const expiryInRange: Rule = ofAuthentication(draft => {
  const footer = componentOf(draft, 'FOOTER')
  if (!footer) return undefined
  const minutes = wholeIn(footer.code_expiration_minutes)
  if (minutes === undefined) return MissingFields('FOOTER', 'code_expiration_minutes')
  return minutes < EXPIRY_MIN || minutes > EXPIRY_MAX
    ? ComponentsInvalid(`code_expiration_minutes must be between ${EXPIRY_MIN} and ${EXPIRY_MAX}.`)
    : undefined
})

export const oneOtpButton: Rule = ofAuthentication(draft => {
  if (!componentOf(draft, 'BUTTONS')) return MissingFields('BUTTONS', 'buttons')
  return buttonsOf(draft).length === 1 ? undefined : ComponentsInvalid('There must be exactly one button of type OTP.')
})

export const otpButton: Rule = ofAuthentication(draft => {
  const [button] = buttonsOf(draft)
  if (!button) return undefined
  return otpType(button) ?? otpLabels(button) ?? otpApps(button) ?? zeroTapTerms(button)
})

const otpType = (button: Json): Refusal | undefined =>
  OTP_TYPES.includes(upperIn(button.otp_type)) ? undefined : MissingFields('BUTTONS', 'otp_type')

const otpLabels = (button: Json): Refusal | undefined =>
  firstOf(['text', 'autofill_text'], member =>
    longerThan(textIn(button[member]) ?? '', BUTTON_TEXT_MAX)
      ? CharacterLimitExceeded(`BUTTONS ${member}`, BUTTON_TEXT_MAX)
      : undefined,
  )

/** Before v21.0 the one app stood in the button itself. */
function otpApps(button: Json): Refusal | undefined {
  if (button.otp_type === 'COPY_CODE') return undefined
  const apps = button.supported_apps === undefined && button.package_name ? [button] : objectsIn(button.supported_apps)
  if (apps.length === 0) return MissingFields('BUTTONS', 'supported_apps')
  if (apps.length > APPS_MAX) return ComponentsInvalid(`There can be at most ${APPS_MAX} supported apps.`)
  return firstOf(apps, app => packageName(app) ?? signatureHash(app))
}

/** Two parts or more, each beginning with a letter. */
function packageName(app: Json): Refusal | undefined {
  const name = textIn(app.package_name) ?? ''
  return name.length <= PACKAGE_NAME_MAX && /^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/.test(name)
    ? undefined
    : ComponentsInvalid('package_name must be the name of an Android package.')
}

/** The official examples write it percent-encoded, so that form is read too. */
function signatureHash(app: Json): Refusal | undefined {
  const hash = (textIn(app.signature_hash) ?? '').replace(/%2B/gi, '+').replace(/%2F/gi, '/').replace(/%3D/gi, '=')
  return hash.length === SIGNATURE_HASH_LENGTH && /^[A-Za-z0-9+/=]+$/.test(hash)
    ? undefined
    : ComponentsInvalid(`signature_hash must have ${SIGNATURE_HASH_LENGTH} characters of A-Z, a-z, 0-9, +, / and =.`)
}

const zeroTapTerms = (button: Json): Refusal | undefined =>
  button.otp_type === 'ZERO_TAP' && button.zero_tap_terms_accepted !== true
    ? ComponentsInvalid('zero_tap_terms_accepted must be true.')
    : undefined
