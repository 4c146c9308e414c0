import type { HeaderType, InteractiveType } from '../content/interactive.ts'

/**
 * Which parts each kind of interactive message may have, and how long its body may be.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 */
export interface Kind {
  /** Types of header it may have. */
  headers: readonly HeaderType[]
  headerRequired?: true
  bodyRequired: boolean
  /** Characters. */
  bodyMax: number
  footer: boolean
  /** How the platform calls such messages where a part is not allowed. */
  plural: string
}

const ANY_HEADER = ['text', 'image', 'video', 'document'] as const
const BODY_MAX = 1024
/** Lists alone have room for a long text. */
const LIST_BODY_MAX = 4096

export const HEADER_TEXT_MAX = 60
export const FOOTER_MAX = 60

const plain = { headers: [], bodyRequired: true, bodyMax: BODY_MAX, footer: false } as const
const framed = { headers: ANY_HEADER, bodyRequired: true, bodyMax: BODY_MAX, footer: true } as const

export const KINDS: Record<InteractiveType, Kind> = {
  address_message: { ...framed, plural: 'address' },
  button: { ...framed, plural: 'button' },
  call_permission_request: { ...plain, bodyRequired: false, plural: 'call permission request' },
  carousel: { ...plain, plural: 'carousel' },
  catalog_message: { ...framed, headers: [], plural: 'catalog' },
  cta_url: { ...framed, plural: 'call-to-action URL' },
  flow: { ...framed, plural: 'flow' },
  list: { ...framed, headers: ['text'], bodyMax: LIST_BODY_MAX, plural: 'list' },
  location_request_message: { ...plain, plural: 'location request' },
  order_details: { ...framed, headers: ['image'], plural: 'order details' },
  order_status: { ...framed, headers: [], plural: 'order status' },
  product: { ...framed, headers: [], bodyRequired: false, plural: 'product' },
  product_list: { ...framed, headers: ['text'], headerRequired: true, plural: 'product list' },
  request_contact_info: { ...plain, plural: 'contact request' },
  // The page shows neither header nor footer, and forbids neither.
  voice_call: { ...framed, plural: 'voice call' },
}

export const INTERACTIVE_TYPES = Object.keys(KINDS) as InteractiveType[]

export const isInteractiveType = (type: string): type is InteractiveType => Object.hasOwn(KINDS, type)
