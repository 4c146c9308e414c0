import { z } from 'zod'
import { Contacts } from '../../api/phone-number/message/contacts.ts'
import { vcard } from '../../domain/messaging/vcard.ts'

/** A place as phones send it. */
export const Place = z.looseObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  name: z.string().optional(),
  address: z.string().optional(),
  url: z.string().optional().describe('The page of the place.'),
})

/**
 * A cart that the customer sends.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/order
 */
export const Order = z.object({
  catalog_id: z.string(),
  text: z.string().optional().describe('A note to it.'),
  product_items: z
    .array(
      z.object({
        product_retailer_id: z.string(),
        quantity: z.int().min(1),
        item_price: z.number().min(0).describe('Of one, in major units.'),
        currency: z.string().length(3),
      }),
    )
    .min(1),
})

/** Cards of an address book, with every member that the platform carries. */
export const SharedContacts = Contacts.min(1)

/** As webhooks carry what was picked from the address book. */
export const sharedContacts = (cards: z.output<typeof SharedContacts>) =>
  cards.map(card => ({ ...card, origin: 'other', vcard: vcard(card) }))

/**
 * What phones can send and the platform does not carry.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/unsupported
 */
export const UNSUPPORTED = [
  'edit',
  'errors',
  'gif',
  'group_invite',
  'hsm',
  'image',
  'interactive',
  'keep_in_chat',
  'link_preview',
  'list',
  'location',
  'media_placeholder',
  'order',
  'pin',
  'poll_creation',
  'poll_update',
  'product',
  'reaction',
] as const

const fault = (code: number, title: string, details: string) => ({
  code,
  title,
  message: title,
  error_data: { details },
})

const NOT_SUPPORTED = fault(131051, 'Message type unknown', 'Message type is currently not supported.')
const UNAVAILABLE = fault(131060, 'This message is currently unavailable.', 'This message is currently unavailable.')

/** `unavailable` is content that the platform could not get at this time. */
export const unsupported = (type: (typeof UNSUPPORTED)[number] | 'unavailable') =>
  type === 'unavailable'
    ? { content: undefined, errors: [UNAVAILABLE] }
    : { content: { type }, errors: [NOT_SUPPORTED] }

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/text */
export const AdReferral = z.object({
  source_url: z.string(),
  source_id: z.string(),
  source_type: z.enum(['ad', 'post']),
  body: z.string().optional(),
  headline: z.string().optional(),
  media_type: z.enum(['image', 'video']).optional(),
  image_url: z.string().optional(),
  video_url: z.string().optional(),
  thumbnail_url: z.string().optional(),
  ctwa_clid: z.string().optional(),
  welcome_message: z.object({ text: z.string() }).optional(),
})
