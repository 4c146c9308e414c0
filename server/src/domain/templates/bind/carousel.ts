import { TemplateInvalid, TemplateParamFormat } from '../../catalogue.ts'
import { Refused } from '../../refusals.ts'
import { type Json, listIn, objectsIn, upperIn, wholeIn } from '../json.ts'
import { CARDS_MAX, CARDS_MIN } from '../limits.ts'

/** A card of the template, and what a message brings for it. */
export interface CardPair {
  card: Json
  components: readonly unknown[]
}

/**
 * Media cards come as many as the template defines. A template for product cards defines two, and a message may bring
 * up to ten: those beyond the definition look like its last card.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/media-card-carousel-templates
 */
export function pairCards(defined: readonly Json[], carousel: Json | undefined): CardPair[] {
  const sent = inOrder(objectsIn(carousel?.cards))
  if (isProductCard(defined[0])) {
    if (sent.length < CARDS_MIN || sent.length > CARDS_MAX) throw countDiffers(sent.length, `${CARDS_MIN}-${CARDS_MAX}`)
  } else if (sent.length !== defined.length) throw countDiffers(sent.length, String(defined.length))
  return sent.map((card, index) => ({
    card: defined[Math.min(index, defined.length - 1)]!,
    components: listIn(card.components),
  }))
}

/** By `card_index`; a card without one stands where it was written. */
function inOrder(cards: readonly Json[]): Json[] {
  const placed = new Map<number, Json>()
  for (const [position, card] of cards.entries()) {
    const index = card.card_index === undefined ? position : wholeIn(card.card_index)
    if (index === undefined || index < 0 || index >= cards.length || placed.has(index)) {
      throw new Refused(TemplateInvalid(`carousel: card_index of card ${position} must be unique and count from 0`))
    }
    placed.set(index, card)
  }
  return cards.map((_, index) => placed.get(index)!)
}

function isProductCard(card: Json | undefined): boolean {
  const header = objectsIn(card?.components).find(component => upperIn(component.type) === 'HEADER')
  return upperIn(header?.format) === 'PRODUCT'
}

const countDiffers = (got: number, expected: string): Refused =>
  new Refused(
    TemplateParamFormat(`carousel: number of cards (${got}) does not match the expected number of cards (${expected})`),
  )
