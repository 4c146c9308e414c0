import { longerThan } from '../../messaging/text-length.ts'
import type { Refusal } from '../../refusals.ts'
import { type Json, textIn } from '../json.ts'
import { BODY_TEXT_MAX, CARD_BODY_MAX, FOOTER_TEXT_MAX, HEADER_TEXT_MAX, OFFER_BODY_MAX } from '../limits.ts'
import type { Template } from '../model.ts'
import {
  BodyFormat,
  CharacterLimitExceeded,
  ComponentsInvalid,
  FooterFormat,
  HeaderFormat,
  MissingFields,
} from '../refusals.ts'
import { variablesIn, withoutVariables } from '../variables.ts'
import { emojisIn, hasFormatting } from '../words.ts'
import { bodyExample, headerExample, mediaExample } from './examples.ts'
import { buttonsOf, componentOf, ofOwnText, type Rule } from './rule.ts'
import { consistent, enoughWords, notAtTheEdges, wellFormed } from './variables.ts'

/*
 * Header, body and footer of templates whose texts are their author's.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 */

const BODY_EMOJIS_MAX = 10
const MEDIA = ['IMAGE', 'VIDEO', 'DOCUMENT', 'GIF']

type Format = Template['parameter_format']

export const headerRules: Rule = ofOwnText('HEADER', (header, { parameter_format }) =>
  header.format === 'TEXT' ? textHeader(header, parameter_format) : mediaHeader(header),
)

export const mediaHeader = (header: Json): Refusal | undefined =>
  MEDIA.includes(String(header.format)) ? mediaExample(header) : undefined

function textHeader(header: Json, format: Format): Refusal | undefined {
  const text = textIn(header.text)
  if (!text) return MissingFields('HEADER', 'text')
  if (longerThan(text, HEADER_TEXT_MAX)) return CharacterLimitExceeded('HEADER', HEADER_TEXT_MAX)
  if (/[\n\r]/.test(text) || hasFormatting(text) || emojisIn(text) > 0) return HeaderFormat
  const syntax = wellFormed('header', text) ?? consistent('header', text, format)
  if (syntax) return syntax
  if (variablesIn(text).length > 1) return ComponentsInvalid('The header can have at most one variable.')
  return headerExample(header, format)
}

/** A product or an offer leaves less room. */
export const bodyRules: Rule = ofOwnText('BODY', (body, draft) => {
  const objection = bodyText(body, bodyMax(componentOf(draft, 'LIMITED_TIME_OFFER'), buttonsOf(draft)))
  if (objection) return objection
  const text = textIn(body.text) ?? ''
  return bodyVariables(body, draft.parameter_format) ?? enoughWords(text)
})

function bodyMax(offer: Json | undefined, buttons: readonly Json[]): number {
  if (offer) return OFFER_BODY_MAX
  return buttons.some(button => button.type === 'SPM') ? CARD_BODY_MAX : BODY_TEXT_MAX
}

export function bodyText(body: Json, max: number): Refusal | undefined {
  const text = textIn(body.text)
  if (!text) return MissingFields('BODY', 'text')
  if (longerThan(text, max)) return CharacterLimitExceeded('BODY', max)
  const onlyVariables = !/[\p{L}\p{N}]/u.test(withoutVariables(text))
  const tooManyLines = /(\r?\n){3}/.test(text)
  return tooManyLines || (onlyVariables && variablesIn(text).length > 0) || emojisIn(text) > BODY_EMOJIS_MAX
    ? BodyFormat
    : undefined
}

export function bodyVariables(body: Json, format: Format): Refusal | undefined {
  const text = textIn(body.text) ?? ''
  return (
    wellFormed('body', text) ?? consistent('body', text, format) ?? notAtTheEdges(text) ?? bodyExample(body, format)
  )
}

export const footerRules: Rule = ofOwnText('FOOTER', footer => {
  const text = textIn(footer.text)
  if (!text) return MissingFields('FOOTER', 'text')
  if (longerThan(text, FOOTER_TEXT_MAX)) return CharacterLimitExceeded('FOOTER', FOOTER_TEXT_MAX)
  return /[\n\r]|\{\{|\}\}/.test(text) || hasFormatting(text) ? FooterFormat : undefined
})
