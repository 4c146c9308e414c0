import { TemplateInvalid } from '../catalogue.ts'
import { Refused } from '../refusals.ts'
import { bindButtons } from './bind/buttons.ts'
import { pairCards } from './bind/carousel.ts'
import { bindOffer, bindOrderStatus, bindTapTarget } from './bind/extras.ts'
import { bindHeader, headerCounts, headerSlot } from './bind/header.ts'
import { type Parts, parametersOf, partsOf } from './bind/parts.ts'
import { countMatches, fill, type Slot, withinLength } from './bind/texts.ts'
import { type Json, objectsIn, textIn, upperIn } from './json.ts'
import { libraryValues } from './library/param-types.ts'
import {
  AUTHENTICATION_VALUE_MAX,
  BODY_TEXT_MAX,
  CARD_BODY_MAX,
  COUPON_CODE_MAX,
  LONE_BODY_TEXT_MAX,
  OFFER_BODY_MAX,
  OFFER_CODE_MAX,
} from './limits.ts'
import type { Template } from './model.ts'
import type { RenderedButton, RenderedCard, RenderedHeader, RenderedTemplate } from './rendered.ts'

/** What holds for all texts and buttons of one template. */
interface Terms {
  named: boolean
  valueMax?: number | undefined
  bodyMax: number
  codeMax: number
}

/**
 * Fills a template with the values of a message, or throws the first objection: first the numbers of values, then their
 * formats, then the buttons, and lengths last.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 */
export function bindTemplate(template: Template, components: unknown[] | undefined): RenderedTemplate {
  const all: readonly Json[] = template.components
  const parts = partsOf(components)
  const terms = termsOf(template, all)
  const main = bindLevel(all, parts, terms)
  if (template.library_template_name) libraryValues(template.library_template_name, parametersOf(parts.body))
  const cards = bindCards(all, parts, terms)
  const offer = bindOffer(componentOf(all, 'LIMITED_TIME_OFFER'), parts.limited_time_offer)
  const orderStatus = bindOrderStatus(parts.order_status)
  const tapTarget = bindTapTarget(parts.tap_target_configuration)
  const footer = textIn(componentOf(all, 'FOOTER')?.text)
  const { buttons, ...texts } = main
  return {
    ...texts,
    ...(footer === undefined ? {} : { footer }),
    ...(buttons.length > 0 ? { buttons } : {}),
    ...(cards ? { cards } : {}),
    ...(componentOf(all, 'CALL_PERMISSION_REQUEST') ? { call_permission_request: true } : {}),
    ...(offer ? { limited_time_offer: offer } : {}),
    ...(orderStatus ? { order_status: orderStatus } : {}),
    ...(tapTarget ? { tap_target: tapTarget } : {}),
  }
}

interface Level {
  header?: RenderedHeader
  body?: string
  buttons: RenderedButton[]
}

/** Header, body and buttons, of the template itself or of one card. */
function bindLevel(components: readonly Json[], parts: Parts, terms: Terms): Level {
  const header = componentOf(components, 'HEADER')
  const body = componentOf(components, 'BODY')
  const slot = bodySlot(body, terms)
  const values = parametersOf(parts.body)
  headerCounts(header, parts.header, terms.named)
  countMatches(slot, values)
  const boundHeader = bindHeader(header, parts.header, terms.named)
  const boundBody = fill(slot, values)
  const buttons = bindButtons(objectsIn(componentOf(components, 'BUTTONS')?.buttons), parts.buttons, terms)
  if (boundHeader?.text !== undefined) withinLength(headerSlot(header!, terms.named), boundHeader.text)
  withinLength(slot, boundBody)
  return {
    ...(boundHeader ? { header: boundHeader } : {}),
    ...(body ? { body: boundBody } : {}),
    buttons,
  }
}

function bindCards(components: readonly Json[], parts: Parts, terms: Terms): RenderedCard[] | undefined {
  const carousel = componentOf(components, 'CAROUSEL')
  if (!carousel) {
    if (parts.carousel) throw new Refused(TemplateInvalid('carousel: the template has no carousel'))
    return undefined
  }
  const inCard = { ...terms, bodyMax: CARD_BODY_MAX }
  return pairCards(objectsIn(carousel.cards), parts.carousel).map(pair =>
    bindLevel(objectsIn(pair.card.components), partsOf(pair.components), inCard),
  )
}

function termsOf({ category, parameter_format }: Template, components: readonly Json[]): Terms {
  const offer = componentOf(components, 'LIMITED_TIME_OFFER') !== undefined
  return {
    named: parameter_format === 'NAMED',
    valueMax: category === 'AUTHENTICATION' ? AUTHENTICATION_VALUE_MAX : undefined,
    bodyMax: offer ? OFFER_BODY_MAX : components.length === 1 ? LONE_BODY_TEXT_MAX : BODY_TEXT_MAX,
    codeMax: offer ? OFFER_CODE_MAX : COUPON_CODE_MAX,
  }
}

const bodySlot = (body: Json | undefined, { named, valueMax, bodyMax }: Terms): Slot => ({
  place: 'body',
  text: textIn(body?.text) ?? '',
  named,
  max: bodyMax,
  valueMax,
})

const componentOf = (components: readonly Json[], type: string): Json | undefined =>
  components.find(component => upperIn(component.type) === type)
