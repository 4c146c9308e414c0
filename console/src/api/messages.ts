/** What a phone shows: messages as the control API hands them out, with content as on the platform's wire. */

export interface MediaRef {
  id?: string
  link?: string
  url?: string
  filename?: string
}

export interface Location {
  latitude: number
  longitude: number
  name?: string
  address?: string
  url?: string
}

export interface Contact {
  name: { formatted_name: string; first_name?: string; last_name?: string }
  phones?: { phone?: string; type?: string; wa_id?: string }[]
  emails?: { email?: string; type?: string }[]
  urls?: { url?: string; type?: string }[]
  addresses?: { street?: string; city?: string; state?: string; zip?: string; country?: string; type?: string }[]
  org?: { company?: string; department?: string; title?: string }
  birthday?: string
}

interface MediaContent extends MediaRef {
  caption?: string
}

export interface Header {
  type: string
  text?: string
  image?: MediaRef
  video?: MediaRef
  document?: MediaRef
}

export interface Row {
  id: string
  title: string
  description?: string
}

export interface Money {
  value: number
  offset: number
}

/** Of a message that asks to pay: what is bought, and how the sum comes about. */
interface OrderDetails {
  items?: { name: string; quantity: number; amount: Money; sale_amount?: Money }[]
  subtotal?: Money
  tax?: Money
  shipping?: Money
  discount?: Money
  status?: string
  description?: string
}

export type AddressValues = Record<string, unknown>

export interface Section {
  title?: string
  rows?: Row[]
  product_items?: { product_retailer_id: string }[]
}

export interface Action {
  name?: string
  button?: string
  buttons?: {
    type: string
    reply?: { id: string; title: string }
    quick_reply?: { id: string; title: string }
    /** A link, in messages of Direct Send. */
    cta_url?: { display_text: string; url: string }
  }[]
  sections?: Section[]
  cards?: InteractiveCard[]
  catalog_id?: string
  product_retailer_id?: string
  parameters?: {
    display_text?: string
    url?: string
    flow_cta?: string
    flow_action_payload?: { screen?: string; data?: unknown }
    values?: AddressValues
    saved_addresses?: { id: string; value: AddressValues }[]
    reference_id?: string
    currency?: string
    total_amount?: Money
    order?: OrderDetails
  }
}

export interface InteractiveCard {
  type?: string
  header?: Header
  body?: { text: string }
  action?: Action
}

export interface InteractiveContent extends InteractiveCard {
  type: string
  footer?: { text: string }
  button_reply?: { id: string; title: string }
  list_reply?: { id: string; title: string; description?: string }
  nfm_reply?: { name?: string; body?: string; response_json?: string }
  call_permission_reply?: { response?: string }
}

export interface TemplateButton {
  index?: number
  type: string
  text?: string
  url?: string
  phone_number?: string
  payload?: string
  code?: string
  /** What flows and product lists were given. */
  action?: Action
}

export interface TemplateCard {
  header?: TemplateHeader
  body?: string
  buttons?: TemplateButton[]
}

export interface TemplateHeader {
  format: string
  text?: string
  media?: MediaRef
  location?: Location
  product?: { product_retailer_id: string; catalog_id?: string }
}

interface Template {
  name: string
  language: string
  category?: string
  rendered: TemplateCard & {
    footer?: string
    cards?: TemplateCard[]
    call_permission_request?: boolean
    limited_time_offer?: { text?: string; expiration_time_ms?: number }
  }
}

interface CartItem {
  product_retailer_id: string
  quantity: number
  item_price: number
  currency: string
}

export interface Order {
  catalog_id: string
  text?: string
  product_items: CartItem[]
}

export interface ProductRef {
  catalog_id: string
  product_retailer_id: string
}

export interface Referral {
  source_url: string
  source_type: 'ad' | 'post'
  headline?: string
  body?: string
  image_url?: string
  welcome_message?: { text: string }
}

interface Contents {
  text: { body: string }
  image: MediaContent
  video: MediaContent
  audio: MediaContent
  document: MediaContent
  sticker: MediaContent
  location: Location
  contacts: Contact[]
  interactive: InteractiveContent
  template: unknown
  button: { text: string; payload?: string }
  order: Partial<Order>
  reaction: { message_id: string; emoji?: string }
  system: { body: string; type: string }
  unsupported: { type?: string } | undefined
}

export type MessageType = keyof Contents

interface MessageError {
  code: number
  title: string
  error_data?: { details?: string }
}

/** The last three exist on this page only: a message that has not reached the server yet. */
export type Status =
  | 'accepted'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'played'
  | 'failed'
  | 'received'
  | 'sending'
  | 'waiting'
  | 'unsent'

export interface Envelope {
  wamid: string
  phone_number_id: string
  customer_id: string
  direction: 'sent' | 'received'
  at: number
  status: Status
  context?: string | null
  forwarded?: boolean
  frequently_forwarded?: boolean
  referral?: Referral
  referred_product?: ProductRef
  edited_at?: number
  /** Deleted for everyone. */
  revoked?: boolean
  reactions?: { business?: string; customer?: string }
  errors?: MessageError[]
  template?: Template
  media?: {
    id?: string
    url: string
    mime_type?: string
    file_size?: number
    filename?: string
    voice?: boolean
    animated?: boolean
  }
  /** Where the server keeps what links led to, by link. */
  fetched?: { [link: string]: string }
  preview?: Preview
}

/** What a page behind a link says of itself. */
export interface Preview {
  link: string
  url: string
  title: string
  description: string
  image?: string
}

export type MessageOf<K extends MessageType> = Envelope & { type: K; content: Contents[K] }
export type Message = { [K in MessageType]: MessageOf<K> }[MessageType]
