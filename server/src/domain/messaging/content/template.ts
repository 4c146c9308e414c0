import type { LocationContent, MediaContent } from './basic.ts'

/**
 * A template as a message names it, with what fills its variables. Whether that fits the template is a question of its
 * own.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview
 */
export interface TemplateContent {
  name: string
  language: { code: string; policy?: string }
  components?: TemplatePart[]
}

export interface TemplatePart {
  /** Lower case. */
  type: string
  /** Buttons only; lower case. */
  sub_type?: string
  /** Buttons only: position from 0. */
  index?: string | number
  parameters?: TemplateParameter[]
  /** Carousels only. */
  cards?: { card_index?: number; components: TemplatePart[] }[]
}

/** The member named by `type` carries the value. */
export interface TemplateParameter {
  /** Lower case. */
  type: string
  /** Templates with named variables. */
  parameter_name?: string
  text?: string
  payload?: string
  coupon_code?: string
  group_id?: string
  ttl_minutes?: number
  image?: MediaContent
  video?: MediaContent
  document?: MediaContent
  gif?: MediaContent
  location?: Partial<Omit<LocationContent, 'latitude' | 'longitude'>> & {
    latitude?: string | number
    longitude?: string | number
  }
  currency?: { fallback_value: string; code?: string; amount_1000?: number }
  date_time?: { fallback_value: string }
  product?: { product_retailer_id: string; catalog_id?: string }
  action?: object
  limited_time_offer?: { expiration_time_ms: number }
  tap_target_configuration?: object[]
  order_status?: object
}
