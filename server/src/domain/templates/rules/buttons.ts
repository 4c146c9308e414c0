import { firstOf } from '../../messaging/check.ts'
import { longerThan } from '../../messaging/text-length.ts'
import type { Refusal } from '../../refusals.ts'
import type { TemplateDraft } from '../draft.ts'
import { type Json, textIn, upperIn, wholeIn } from '../json.ts'
import {
  BUTTON_TEXT_MAX,
  BUTTONS_MAX,
  CALL_BUTTON_TTL_MIN,
  CALL_TTL_MAX,
  COUPON_CODE_MAX,
  OFFER_CODE_MAX,
  PHONE_NUMBER_MAX,
  URL_MAX,
} from '../limits.ts'
import { CharacterLimitExceeded, ComponentsInvalid, MissingFields, PhoneNumberInvalid } from '../refusals.ts'
import { samples } from '../samples.ts'
import { variablesIn, withoutVariables } from '../variables.ts'
import { emojisIn } from '../words.ts'
import { filled } from './examples.ts'
import { flow } from './flow-button.ts'
import { buttonPath, buttonsOf, componentOf, ofComponent, type Rule } from './rule.ts'
import { consistent, wellFormed } from './variables.ts'

/* https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components */

/** Buttons of one type in one template. */
const MOST: Readonly<Record<string, number>> = { QUICK_REPLY: BUTTONS_MAX, URL: 2 }
const MOST_OTHERS = 1

/** They leave no room for others. */
const ALONE = ['CATALOG', 'MPM', 'SPM', 'OTP']

/** Their labels are the author's; the others have one of their own. */
const LABELLED = ['FLOW', 'ORDER_DETAILS', 'PHONE_NUMBER', 'QUICK_REPLY', 'URL', 'VOICE_CALL']

export const buttonCount: Rule = ofComponent('BUTTONS', (_, draft) => {
  const { length } = buttonsOf(draft)
  if (length === 0) return MissingFields('BUTTONS', 'buttons')
  return length > BUTTONS_MAX ? ComponentsInvalid(`There can be at most ${BUTTONS_MAX} buttons.`) : undefined
})

export const buttonsOfAType: Rule = draft => {
  const types = buttonsOf(draft).map(button => upperIn(button.type))
  return firstOf([...new Set(types)], type => {
    const most = MOST[type] ?? MOST_OTHERS
    return types.filter(one => one === type).length > most
      ? ComponentsInvalid(`There can be at most ${most} button(s) of type ${type}.`)
      : undefined
  })
}

export const buttonsAlone: Rule = draft => {
  const buttons = buttonsOf(draft)
  const alone = buttons.find(button => ALONE.includes(upperIn(button.type)))
  return alone && buttons.length > 1
    ? ComponentsInvalid(`A button of type ${upperIn(alone.type)} can't stand beside other buttons.`)
    : undefined
}

/** Quick replies stand together, before or after all others. */
export const quickRepliesTogether: Rule = draft => {
  const kinds = buttonsOf(draft).map(button => button.type === 'QUICK_REPLY')
  const changes = kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length
  return changes > 1
    ? ComponentsInvalid('The combination of buttons is invalid: quick replies must stand together, first or last.')
    : undefined
}

/** A product in the header and the button that shows it need each other. */
export const productHeader: Rule = draft => {
  const product = componentOf(draft, 'HEADER')?.format === 'PRODUCT'
  const shown = buttonsOf(draft).some(button => button.type === 'SPM')
  return product === shown
    ? undefined
    : ComponentsInvalid('A header of format PRODUCT and a button of type SPM need each other.')
}

export const eachButton: Rule = draft =>
  firstOf(buttonsOf(draft), (button, index) => oneButton(button, draft, buttonPath(draft, index)))

/** One button, of the template or of a card. One-time passwords have rules of their own. */
export function oneButton(button: Json, draft: TemplateDraft, path: string): Refusal | undefined {
  const labelFault = label(button)
  if (labelFault) return labelFault
  switch (button.type) {
    case 'URL':
      return url(button, draft)
    case 'PHONE_NUMBER':
      return phoneNumber(button, path)
    case 'COPY_CODE':
      return coupon(button, componentOf(draft, 'LIMITED_TIME_OFFER') ? OFFER_CODE_MAX : COUPON_CODE_MAX)
    case 'FLOW':
      return flow(button)
    case 'REQUEST_CONTACT_INFO':
      return contactLabel(button)
    case 'VOICE_CALL':
      return callLifetime(button)
    default:
      return undefined
  }
}

function label(button: Json): Refusal | undefined {
  const text = textIn(button.text)
  if (!text) return LABELLED.includes(upperIn(button.type)) ? MissingFields('BUTTONS', 'text') : undefined
  if (longerThan(text, BUTTON_TEXT_MAX)) return CharacterLimitExceeded('BUTTONS text', BUTTON_TEXT_MAX)
  return /[\n\r]|\{\{|\}\}/.test(text) || emojisIn(text) > 0
    ? ComponentsInvalid("Labels of buttons can't have any variables, new lines or emojis.")
    : undefined
}

/** At most one variable, and nothing after it. */
function url(button: Json, { parameter_format }: TemplateDraft): Refusal | undefined {
  const target = textIn(button.url)
  if (!target) return MissingFields('BUTTONS', 'url')
  if (longerThan(target, URL_MAX)) return CharacterLimitExceeded('BUTTONS url', URL_MAX)
  const names = variablesIn(target)
  const syntax = wellFormed('URL', target)
  if (syntax) return syntax
  if (names.length > 1 || (names.length === 1 && !target.endsWith(`{{${names[0]}}}`))) {
    return ComponentsInvalid('The URL of a button can have one variable, at its end.')
  }
  if (parameter_format === 'POSITIONAL') {
    const numbering = consistent('URL', target, parameter_format)
    if (numbering) return numbering
  }
  const plain = withoutVariables(target, 'x')
  if (!URL.canParse(plain) || !/^https?:\/\//i.test(plain))
    return ComponentsInvalid('The URL of a button is not valid.')
  return names.length > 0 && !filled(button.example) ? MissingFields('BUTTONS', 'example') : undefined
}

/** Digits of a number with its country code: 15 at most. https://www.itu.int/rec/T-REC-E.164 */
const DIGITS_MIN = 5
const DIGITS_MAX = 15

function phoneNumber(button: Json, path: string): Refusal | undefined {
  const number = textIn(button.phone_number)
  if (!number) return MissingFields('BUTTONS', 'phone_number')
  const digits = number.replace(/\D/g, '').length
  const valid = /^\+?[\d\s().-]+$/.test(number) && digits >= DIGITS_MIN && digits <= DIGITS_MAX
  return valid && number.length <= PHONE_NUMBER_MAX ? undefined : PhoneNumberInvalid(`${path}['phone_number']`)
}

function coupon(button: Json, max: number): Refusal | undefined {
  if (!filled(button.example)) return MissingFields('BUTTONS', 'example')
  return longerThan(String(samples(button.example)[0]), max)
    ? CharacterLimitExceeded('BUTTONS example', max)
    : undefined
}

/**
 * The label is the platform's, and may be given as it is.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 */
const CONTACT_LABEL = 'Share Contact Info'

const contactLabel = ({ text }: Json): Refusal | undefined =>
  text === undefined || text === CONTACT_LABEL
    ? undefined
    : ComponentsInvalid(`The text of a button of type REQUEST_CONTACT_INFO can only be ${CONTACT_LABEL}.`)

/** NOTE: known from clients of the platform only. */
function callLifetime({ ttl_minutes }: Json): Refusal | undefined {
  if (ttl_minutes === undefined) return undefined
  const minutes = wholeIn(ttl_minutes) ?? 0
  return minutes >= CALL_BUTTON_TTL_MIN && minutes <= CALL_TTL_MAX
    ? undefined
    : ComponentsInvalid(`ttl_minutes must be between ${CALL_BUTTON_TTL_MIN} and ${CALL_TTL_MAX}.`)
}
