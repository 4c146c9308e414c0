import { firstOf } from '../../messaging/check.ts'
import type { Refusal } from '../../refusals.ts'
import type { TemplateDraft } from '../draft.ts'
import { type Json, objectsIn, upperIn } from '../json.ts'
import { CARD_BODY_MAX, CARD_BUTTONS_MAX, CARDS_MAX, CARDS_MIN } from '../limits.ts'
import { ComponentsInvalid, MissingFields } from '../refusals.ts'
import { oneButton } from './buttons.ts'
import { buttonsIn, componentIn, ofComponent, type Rule } from './rule.ts'
import { bodyText, bodyVariables, mediaHeader } from './texts.ts'

/*
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/media-card-carousel-templates
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/product-card-carousel-templates
 */
const HEADERS = ['IMAGE', 'VIDEO', 'PRODUCT']
const MEDIA_BUTTONS = ['PHONE_NUMBER', 'QUICK_REPLY', 'URL']
const PRODUCT_BUTTONS = ['SPM', 'URL']

const componentsOf = (card: Json): Json[] => objectsIn(card.components)
const formatOf = (card: Json): string => upperIn(componentIn(componentsOf(card), 'HEADER')?.format)

const ofCards = (rule: (cards: Json[], draft: TemplateDraft) => Refusal | undefined): Rule =>
  ofComponent('CAROUSEL', (carousel, draft) => rule(objectsIn(carousel.cards), draft))

export const carouselNeighbours: Rule = ofComponent('CAROUSEL', (_, { components }) => {
  const other = components?.map(({ type }) => upperIn(type)).find(type => type !== 'BODY' && type !== 'CAROUSEL')
  return other === undefined
    ? undefined
    : ComponentsInvalid(`A carousel can't stand beside a component of type ${other}.`)
})

export const cardCount: Rule = ofCards(({ length }) =>
  length < CARDS_MIN || length > CARDS_MAX
    ? ComponentsInvalid(`A carousel must have ${CARDS_MIN} to ${CARDS_MAX} cards.`)
    : undefined,
)

export const cardContents: Rule = ofCards((cards, draft) =>
  firstOf(cards, card => cardHeader(card) ?? cardBody(card, draft) ?? cardButtons(card, draft)),
)

/** The same components, and the same buttons in the same order. */
export const cardsAlike: Rule = ofCards(cards => {
  const likeness = cards.map(card =>
    JSON.stringify([
      componentsOf(card)
        .map(({ type }) => type)
        .sort(),
      formatOf(card) === 'PRODUCT',
      buttonsIn(componentsOf(card)).map(({ type }) => type),
    ]),
  )
  return new Set(likeness).size > 1
    ? ComponentsInvalid('All cards of a carousel must have the same components and the same buttons.')
    : undefined
})

function cardHeader(card: Json): Refusal | undefined {
  const header = componentIn(componentsOf(card), 'HEADER')
  if (!header || !HEADERS.includes(upperIn(header.format))) {
    return ComponentsInvalid('Every card must have a header of format IMAGE, VIDEO or PRODUCT.')
  }
  return mediaHeader(header)
}

function cardBody(card: Json, { parameter_format }: TemplateDraft): Refusal | undefined {
  const body = componentIn(componentsOf(card), 'BODY')
  return body && (bodyText(body, CARD_BODY_MAX) ?? bodyVariables(body, parameter_format))
}

function cardButtons(card: Json, draft: TemplateDraft): Refusal | undefined {
  const buttons = buttonsIn(componentsOf(card))
  const product = formatOf(card) === 'PRODUCT'
  const most = product ? 1 : CARD_BUTTONS_MAX
  if (buttons.length === 0) return MissingFields('BUTTONS', 'buttons')
  if (buttons.length > most) return ComponentsInvalid(`A card can have at most ${most} button${most === 1 ? '' : 's'}.`)
  const allowed = product ? PRODUCT_BUTTONS : MEDIA_BUTTONS
  return firstOf(buttons, (button, index) =>
    allowed.includes(upperIn(button.type))
      ? oneButton(button, draft, `buttons[${index}]`)
      : ComponentsInvalid(`A card can't have a button of type ${upperIn(button.type)}.`),
  )
}
