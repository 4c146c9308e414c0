import type { MediaContent } from './basic.ts'

/**
 * Messages that a customer answers by a tap, one interface per `interactive.type`.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 */
export type HeaderType = 'text' | 'image' | 'video' | 'document'

export interface Header {
  type: HeaderType
  text?: string
  sub_text?: string
  image?: MediaContent
  video?: MediaContent
  document?: MediaContent
}

/** What the kinds have in common; which parts one may have is in the table of kinds. */
interface Frame {
  header?: Header
  body?: { text: string }
  footer?: { text: string }
}

export interface ReplyButton {
  type: 'reply'
  reply: { id: string; title: string }
}
interface LinkButton {
  type: 'cta_url'
  cta_url: { display_text: string; url: string }
}
export interface ButtonContent extends Frame {
  type: 'button'
  /** Links in messages of Direct Send only. */
  action: { buttons: (ReplyButton | LinkButton)[] }
}

interface ListRow {
  id: string
  title: string
  description?: string
}
interface ListContent extends Frame {
  type: 'list'
  action: { button: string; sections: { title?: string; rows: ListRow[] }[] }
}

export interface UrlAction {
  name: 'cta_url'
  parameters: { display_text: string; url: string }
}
interface UrlContent extends Frame {
  type: 'cta_url'
  action: UrlAction
}

interface ProductContent extends Frame {
  type: 'product'
  action: { catalog_id: string; product_retailer_id: string }
}

interface ProductListContent extends Frame {
  type: 'product_list'
  action: {
    catalog_id: string
    sections: { title?: string; product_items: { product_retailer_id: string }[] }[]
  }
}

interface CatalogContent extends Frame {
  type: 'catalog_message'
  action: { name: 'catalog_message'; parameters?: { thumbnail_product_retailer_id?: string } }
}

interface FlowParameters {
  flow_message_version: string
  flow_id?: string
  flow_name?: string
  flow_cta: string
  mode?: 'draft' | 'published'
  flow_token?: string
  flow_action?: 'navigate' | 'data_exchange'
  /** `data` is an object, or the JSON text of one. */
  flow_action_payload?: { screen?: string; data?: unknown }
}
interface FlowContent extends Frame {
  type: 'flow'
  action: { name: 'flow'; parameters: FlowParameters }
}

interface LocationRequestContent extends Frame {
  type: 'location_request_message'
  action: { name: 'send_location' }
}

export interface AddressContent extends Frame {
  type: 'address_message'
  action: {
    name: 'address_message'
    parameters: {
      country: string
      values?: { [field: string]: unknown }
      saved_addresses?: { id: string; value: { [field: string]: unknown } }[]
      validation_errors?: { [field: string]: unknown }
    }
  }
}

interface CallPermissionContent extends Frame {
  type: 'call_permission_request'
  action: { name: 'call_permission_request' }
}

interface VoiceCallContent extends Frame {
  type: 'voice_call'
  action: { name: 'voice_call'; parameters?: { display_text?: string; ttl_minutes?: number; payload?: string } }
}

interface QuickReplyButton {
  type: 'quick_reply'
  quick_reply: { id: string; title: string }
}
export interface CarouselCard {
  card_index: number
  type: 'cta_url' | 'product'
  header?: Header
  body?: { text: string }
  action: Partial<UrlAction> & {
    buttons?: QuickReplyButton[]
    catalog_id?: string
    product_retailer_id?: string
  }
}
export interface CarouselContent extends Frame {
  type: 'carousel'
  action: { cards: CarouselCard[] }
}

/** Money in minor units: `value` divided by `offset`. */
interface Amount {
  value: number
  offset: number
}
interface OrderItem {
  retailer_id?: string
  name: string
  amount: Amount
  sale_amount?: Amount
  quantity: number
  image?: { link: string }
}
interface Order {
  status: string
  type?: string
  catalog_id?: string
  expiration?: { timestamp: string | number; description?: string }
  items: OrderItem[]
  subtotal: Amount
  tax?: Amount & { description?: string }
  shipping?: Amount & { description?: string }
  discount?: Amount & { description?: string; discount_program_name?: string }
}
export interface OrderDetailsContent extends Frame {
  type: 'order_details'
  action: {
    name: 'review_and_pay'
    parameters: {
      reference_id: string
      type: string
      payment_type?: string
      payment_configuration?: string
      payment_settings?: { type: string }[]
      currency: string
      total_amount: Amount
      beneficiaries?: object[]
      order: Order
    }
  }
}

interface OrderStatusContent extends Frame {
  type: 'order_status'
  action: {
    name: 'review_order'
    parameters: {
      reference_id: string
      order: { status: string; description?: string }
      payment?: { status: string; timestamp?: string | number }
    }
  }
}

interface ContactRequestContent extends Frame {
  type: 'request_contact_info'
  action: { name: 'request_contact_info' }
}

export type InteractiveContent =
  | AddressContent
  | ButtonContent
  | CallPermissionContent
  | CarouselContent
  | CatalogContent
  | ContactRequestContent
  | FlowContent
  | ListContent
  | LocationRequestContent
  | OrderDetailsContent
  | OrderStatusContent
  | ProductContent
  | ProductListContent
  | UrlContent
  | VoiceCallContent

export type InteractiveType = InteractiveContent['type']
export type InteractiveOf<T extends InteractiveType> = Extract<InteractiveContent, { type: T }>
