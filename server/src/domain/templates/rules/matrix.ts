import { firstOf } from '../../messaging/check.ts'
import { upperIn } from '../json.ts'
import type { TemplateCategory } from '../model.ts'
import { ComponentsInvalid, MissingFields } from '../refusals.ts'
import { buttonsOf, componentOf, type Rule } from './rule.ts'

/*
 * Which category may have what.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 */

const EVERYWHERE = ['BODY', 'BUTTONS', 'FOOTER']
const OPEN = [...EVERYWHERE, 'HEADER', 'CALL_PERMISSION_REQUEST']
const COMPONENTS: Readonly<Record<TemplateCategory, readonly string[]>> = {
  AUTHENTICATION: EVERYWHERE,
  UTILITY: OPEN,
  MARKETING: [...OPEN, 'CAROUSEL', 'LIMITED_TIME_OFFER'],
}

const UTILITY_FORMATS = ['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION']
const FORMATS: Readonly<Record<TemplateCategory, readonly string[]>> = {
  AUTHENTICATION: [],
  UTILITY: UTILITY_FORMATS,
  MARKETING: [...UTILITY_FORMATS, 'GIF', 'PRODUCT'],
}

const UTILITY_BUTTONS = [
  'COPY_CODE',
  'FLOW',
  'ORDER_DETAILS',
  'PHONE_NUMBER',
  'QUICK_REPLY',
  'REQUEST_CONTACT_INFO',
  'URL',
  'VOICE_CALL',
]
const BUTTONS: Readonly<Record<TemplateCategory, readonly string[]>> = {
  AUTHENTICATION: ['OTP'],
  UTILITY: UTILITY_BUTTONS,
  MARKETING: [...UTILITY_BUTTONS, 'CATALOG', 'MPM', 'SPM'],
}

export const componentsOnce: Rule = ({ components }) => {
  const types = (components ?? []).map(component => upperIn(component.type))
  const twice = types.find((type, index) => types.indexOf(type) !== index)
  return twice === undefined ? undefined : ComponentsInvalid(`There can be only one component of type ${twice}.`)
}

export const bodyGiven: Rule = draft =>
  draft.components && !componentOf(draft, 'BODY') ? MissingFields('BODY', 'text') : undefined

export const componentsAllowed: Rule = ({ category, components }) =>
  firstOf(components, ({ type }) =>
    COMPONENTS[category].includes(upperIn(type))
      ? undefined
      : ComponentsInvalid(`A template of category ${category} can't have a component of type ${upperIn(type)}.`),
  )

export const formatAllowed: Rule = draft => {
  const header = componentOf(draft, 'HEADER')
  if (!header) return undefined
  const format = upperIn(header.format)
  if (format === '') return MissingFields('HEADER', 'format')
  return FORMATS[draft.category].includes(format)
    ? undefined
    : ComponentsInvalid(`A template of category ${draft.category} can't have a header of format ${format}.`)
}

export const buttonsAllowed: Rule = draft =>
  firstOf(buttonsOf(draft), ({ type }) =>
    BUTTONS[draft.category].includes(upperIn(type))
      ? undefined
      : ComponentsInvalid(`A template of category ${draft.category} can't have a button of type ${upperIn(type)}.`),
  )

/** Orders are asked to be paid in utility templates, and in marketing ones that say so. */
export const orderDetailsDeclared: Rule = draft =>
  draft.category === 'MARKETING' &&
  draft.display_format !== 'ORDER_DETAILS' &&
  buttonsOf(draft).some(button => button.type === 'ORDER_DETAILS')
    ? ComponentsInvalid('A marketing template with an ORDER_DETAILS button needs display_format ORDER_DETAILS.')
    : undefined

/** It stands alone beside a body. */
export const callPermissionAlone: Rule = draft => {
  if (!componentOf(draft, 'CALL_PERMISSION_REQUEST')) return undefined
  const other = ['BUTTONS', 'CAROUSEL', 'LIMITED_TIME_OFFER'].find(type => componentOf(draft, type))
  return other === undefined
    ? undefined
    : ComponentsInvalid(`A call permission request can't stand beside a component of type ${other}.`)
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/orderstatustemplate */
export const orderStatusShape: Rule = ({ category, sub_category, components }) => {
  if (sub_category !== 'ORDER_STATUS') return undefined
  if (category !== 'UTILITY') return ComponentsInvalid('The sub-category ORDER_STATUS belongs to UTILITY.')
  const other = components?.map(({ type }) => upperIn(type)).find(type => type !== 'BODY' && type !== 'FOOTER')
  return other === undefined
    ? undefined
    : ComponentsInvalid(`An order status template can't have a component of type ${other}.`)
}
