import { z } from 'zod'
import { Body, frame, Header } from './frame.ts'

const QuickReply = z.looseObject({
  type: z.literal('quick_reply'),
  quick_reply: z.looseObject({ id: z.string(), title: z.string().describe('Up to 20 characters.') }),
})

const Card = z.looseObject({
  card_index: z.int().describe('Position from 0 to 9.'),
  type: z.enum(['cta_url', 'product']),
  header: Header.optional(),
  body: Body.optional(),
  action: z
    .looseObject({
      name: z.literal('cta_url').optional(),
      parameters: z.looseObject({ display_text: z.string(), url: z.string() }).optional(),
      buttons: z.array(QuickReply).optional(),
      catalog_id: z.string().optional(),
      product_retailer_id: z.string().optional(),
    })
    .describe('A link, quick replies, or a product; the same in each card.'),
})

/**
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-media-carousel-messages
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-product-carousel-messages
 */
export const CarouselMessage = z.looseObject({
  type: z.literal('carousel'),
  ...frame,
  action: z.looseObject({ cards: z.array(Card).describe('Two to ten cards.') }),
})
