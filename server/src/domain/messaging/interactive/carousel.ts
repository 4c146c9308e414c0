import { ParameterRequired, ValueNotValid } from '../../catalogue.ts'
import type { Refusal } from '../../refusals.ts'
import { firstOf, ofInteractive } from '../check.ts'
import type { CarouselCard } from '../content/interactive.ts'
import { filled, withinLengths } from '../text-length.ts'
import { BUTTON_ID_MAX, BUTTON_TITLE_MAX } from './button.ts'
import { unique, withinCount } from './choices.ts'
import { urlButton } from './url-button.ts'

/**
 * Cards side by side, of media or of products.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-media-carousel-messages
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-product-carousel-messages
 */
const MIN_CARDS = 2
const MAX_CARDS = 10
const CARD_BODY_MAX = 160
const CARD_BODY_LINE_BREAKS = 2

export const cardCount = ofInteractive('carousel', ({ action: { cards } }) =>
  withinCount('cards', cards.length, MIN_CARDS, MAX_CARDS),
)

export const cardPositions = ofInteractive(
  'carousel',
  ({ action: { cards } }) =>
    firstOf(cards, ({ card_index }) =>
      card_index < 0 || card_index >= MAX_CARDS
        ? ValueNotValid(`card_index invalid. Min value: 0, Max value: ${MAX_CARDS - 1}`)
        : undefined,
    ) ??
    unique(
      'Duplicate card_index',
      cards.map(card => String(card.card_index)),
    ),
)

/** Cards are alike: all products of one catalogue, or the same kind of header and buttons in each. */
export const cardsAlike = ofInteractive('carousel', ({ action: { cards } }) => {
  const likeness = new Set(cards.map(likenessOf))
  return likeness.size > 1 ? ValueNotValid('All cards of a carousel must have the same components') : undefined
})

export const cardContents = ofInteractive('carousel', ({ action: { cards } }) =>
  firstOf(cards, (card, index) => {
    const at = `interactive['action']['cards'][${index}]`
    return card.type === 'product' ? productCard(at, card) : mediaCard(at, card)
  }),
)

const likenessOf = ({ type, header, action }: CarouselCard): string =>
  type === 'product'
    ? `product of ${action.catalog_id}`
    : `${header?.type} with ${action.buttons ? `${action.buttons.length} replies` : 'a link'}`

function productCard(at: string, card: CarouselCard): Refusal | undefined {
  if (card.header || card.body || card.action.buttons) {
    return ValueNotValid('Product cards cannot have a header, a body or buttons')
  }
  return (
    filled(`${at}['action']['product_retailer_id']`, card.action.product_retailer_id) ??
    filled(`${at}['action']['catalog_id']`, card.action.catalog_id)
  )
}

function mediaCard(at: string, { header, body, action }: CarouselCard): Refusal | undefined {
  if (!header) return ParameterRequired(`${at}['header']`)
  if (header.type !== 'image' && header.type !== 'video') {
    return ValueNotValid(`Header type, ${header.type}, is not supported for cards. Supported types [image, video]`)
  }
  if (!header[header.type]) return ParameterRequired(`${at}['header']['${header.type}']`)
  return cardBody(body?.text ?? '') ?? cardButtons(at, action)
}

function cardBody(text: string): Refusal | undefined {
  const breaks = text.split('\n').length - 1
  if (breaks > CARD_BODY_LINE_BREAKS) {
    return ValueNotValid(`Card body text has too many line breaks. Max allowed line breaks: ${CARD_BODY_LINE_BREAKS}`)
  }
  return withinLengths('Card body text', text, 0, CARD_BODY_MAX)
}

function cardButtons(at: string, action: CarouselCard['action']): Refusal | undefined {
  const { buttons, parameters } = action
  if (!buttons) {
    if (!parameters) return ParameterRequired(`${at}['action']['parameters']`)
    return urlButton(`${at}['action']['parameters']`, parameters)
  }
  if (buttons.length === 0) return ParameterRequired(`${at}['action']['buttons']`)
  return firstOf(buttons, ({ quick_reply }, index) => {
    const reply = `${at}['action']['buttons'][${index}]['quick_reply']`
    return (
      filled(`${reply}['id']`, quick_reply.id) ??
      filled(`${reply}['title']`, quick_reply.title) ??
      withinLengths('Button title', quick_reply.title, 1, BUTTON_TITLE_MAX) ??
      withinLengths('Button id', quick_reply.id, 1, BUTTON_ID_MAX)
    )
  })
}

export const carouselChecks = [cardCount, cardPositions, cardContents, cardsAlike]
