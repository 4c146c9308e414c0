import { z } from 'zod'
import { Document, Image, Video } from './media.ts'

/* https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components */

const Location = z.looseObject({
  latitude: z.union([z.number(), z.string()]).optional(),
  longitude: z.union([z.number(), z.string()]).optional(),
  name: z.string().optional(),
  address: z.string().optional(),
})

/** The member named by `type` carries the value. */
const Parameter = z
  .looseObject({
    type: z.enum([
      'action',
      'coupon_code',
      'currency',
      'date_time',
      'document',
      'gif',
      'group_id',
      'image',
      'limited_time_offer',
      'location',
      'order_status',
      'payload',
      'product',
      'tap_target_configuration',
      'text',
      'ttl_minutes',
      'video',
    ]),
    parameter_name: z.string().optional().describe('Name of the variable, in templates with named variables.'),
    text: z.string().optional(),
    payload: z.string().optional(),
    coupon_code: z.string().optional(),
    group_id: z.string().optional(),
    ttl_minutes: z.int().optional(),
    image: Image.optional(),
    video: Video.optional(),
    document: Document.optional(),
    gif: Video.optional(),
    location: Location.optional(),
    currency: z
      .looseObject({ fallback_value: z.string(), code: z.string().optional(), amount_1000: z.number().optional() })
      .optional(),
    date_time: z.looseObject({ fallback_value: z.string() }).optional(),
    product: z.looseObject({ product_retailer_id: z.string(), catalog_id: z.string().optional() }).optional(),
    action: z.looseObject({}).optional(),
    limited_time_offer: z.looseObject({ expiration_time_ms: z.number() }).optional(),
    tap_target_configuration: z.array(z.looseObject({})).optional(),
    order_status: z.looseObject({}).optional(),
  })
  .describe('One value; the member named by `type` carries it.')

const part = {
  sub_type: z
    .enum([
      'catalog',
      'copy_code',
      'flow',
      'mpm',
      'order_details',
      'quick_reply',
      'request_contact_info',
      'url',
      'voice_call',
    ])
    .optional()
    .describe('Kind of button; required for buttons.'),
  index: z.union([z.int(), z.string()]).optional().describe('Position of the button from 0; required for buttons.'),
  parameters: z.array(Parameter).optional(),
}

const CardComponent = z.looseObject({ type: z.enum(['body', 'button', 'header']), ...part })

const Component = z.looseObject({
  type: z.enum([
    'body',
    'button',
    'carousel',
    'footer',
    'header',
    'limited_time_offer',
    'order_status',
    'tap_target_configuration',
  ]),
  ...part,
  cards: z
    .array(z.looseObject({ card_index: z.int().optional(), components: z.array(CardComponent) }))
    .optional()
    .describe('Carousels only.'),
})

export const Template = z.looseObject({
  name: z.string(),
  language: z.looseObject({
    code: z.string().describe('Language or locale, for example `en_US`.'),
    policy: z.enum(['deterministic']).optional(),
  }),
  components: z.array(Component).optional().describe('What fills the variables of the template.'),
})
