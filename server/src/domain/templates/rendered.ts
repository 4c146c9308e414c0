/**
 * A template with its variables filled in: what the customer's phone shows.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 */
export interface RenderedTemplate {
  header?: RenderedHeader
  body?: string
  footer?: string
  buttons?: RenderedButton[]
  cards?: RenderedCard[]
  /** The customer is asked whether the business may call. */
  call_permission_request?: true
  limited_time_offer?: { text: string; expiration_time_ms?: number }
  /** State of an order, in templates of the sub-category ORDER_STATUS. */
  order_status?: { reference_id: string; status: string; description?: string }
  /** Where a tap on the image or text leads, instead of the first URL button. */
  tap_target?: { url: string; title: string }
}

export interface RenderedHeader {
  /** Upper case: TEXT, IMAGE, VIDEO, DOCUMENT, GIF, LOCATION or PRODUCT. */
  format: string
  text?: string
  media?: { id?: string; link?: string; filename?: string }
  location?: { latitude: number; longitude: number; name: string; address: string }
  product?: { product_retailer_id: string; catalog_id?: string }
}

export interface RenderedButton {
  /** Position in the template, from 0. */
  index: number
  /** Upper case, as a read of the template returns it. */
  type: string
  text: string
  url?: string
  phone_number?: string
  /** What a tap sends back. */
  payload?: string
  /** What a tap copies: a coupon, or a one-time password. */
  code?: string
  /** What flows, catalogs, product lists and orders were given. */
  action?: unknown
  /** Calls: how long the button works. */
  ttl_minutes?: number
}

export interface RenderedCard {
  header?: RenderedHeader
  body?: string
  buttons: RenderedButton[]
}
