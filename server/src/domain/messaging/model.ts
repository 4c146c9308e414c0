import type { StatusError } from '../refusals.ts'
import type { TemplateCategory } from '../templates/model.ts'
import type { LinkPreview } from './link-preview.ts'

/** A person with a phone. Its id is its wa_id: digits of the phone number. */
export interface Customer {
  id: string
  name: string
  /** Business-scoped user id. */
  user_id: string
  /** The one that portfolios share which are enrolled together. */
  parent_user_id?: string
  /** Chosen instead of showing the phone number; without `@`. */
  username?: string
  /** When portfolios deleted this person from their contact books. */
  forgotten_by?: { [businessId: string]: number }
  /** Of the current phone; derived from the number while the person never changed phones. */
  identity_key_hash?: string
  online: boolean
  /** Phone number ids of businesses that this person has blocked. */
  blocked: string[]
  /** Phone number ids of businesses whose marketing this person has stopped. */
  marketing_stopped?: string[]
  /** Belongs to the few to whom the platform lets no marketing through. */
  in_experiment?: boolean
  read_receipts: boolean
  created_at: number
}

/** What one customer and one number have had with each other. */
export interface Conversation {
  id: string
  phone_number_id: string
  customer_id: string
  /** Instant of the customer's last message; 0 = never. Opens the customer service window. */
  last_received_at: number
  /** Until when everything is free after an answer to somebody who came by an advertisement; 0 = never. */
  free_entry_until: number
  /** An answer by then opens that time; 0 = nobody came by an advertisement, or the answer was given. */
  free_entry_answer_by: number
  /** Instant at which the number last saw this person's phone number; matters for people with a username only. */
  phone_seen_at: number
  last_at: number
  unread: number
}

/** A customer whom a portfolio reached outside a service window; counts against its messaging limit. */
export interface Reached {
  /** `<business>/<customer>`. */
  id: string
  business_id: string
  /** When it was counted last. */
  at: number
}

/** `expired` is told to nobody: the message waited for its phone until its time to live was over. */
type MessageStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'played' | 'failed' | 'received' | 'expired'

/** One message in either direction. `content` is the member named by `type`, as the wire carries it. */
export interface Message {
  /** Time-ordered key; part of the wamid. */
  key: string
  wamid: string
  account_id: string
  phone_number_id: string
  customer_id: string
  direction: 'sent' | 'received'
  at: number
  type: string
  status: MessageStatus
  /** Whether it lies in the customer's phone. */
  shown: boolean
  /** The customer had blocked the number when it was sent: no phone gets it, whatever comes later. */
  lost?: true
  content: unknown
  /** wamid of the message it answers. */
  context?: string
  /** Passed on from another chat. */
  forwarded?: boolean
  /** Passed on more than five times. */
  frequently_forwarded?: boolean
  /** The advertisement or post that led to it. */
  referral?: Referral
  /** The product of a catalog that it asks about. */
  referred_product?: { catalog_id: string; product_retailer_id: string }
  /** Instant of the last edit. */
  edited_at?: number
  /** Deleted for everyone; the content is gone. */
  revoked?: boolean
  /** System messages: who the customer was before, and what is known of the key of a new phone. */
  system?: {
    from: string
    from_user_id: string
    identity?: { acknowledged: boolean; created_timestamp: number; hash: string }
  }
  /** Sent only to the phone with this key. */
  recipient_identity_key_hash?: string
  /** What the sender addressed (`to` or `recipient`), as given. */
  input?: string
  biz_opaque_callback_data?: string
  /** The app that sent it, where several share the number. */
  sent_by?: string
  /** For templates: what the customer sees, and its category. */
  template?: {
    id: string
    name: string
    language: string
    category: TemplateCategory
    rendered: unknown
    /** Its own time to live; -1 = the longest. */
    ttl_seconds?: number
    /** Sent by the Marketing Messages API, and charged as that. */
    lite?: true
    /** Direct Send: the message itself says what a hidden template would. */
    direct?: true
  }
  /** Media that its links led to, by link. */
  fetched?: { [link: string]: string }
  /** The page that its first link led to. */
  preview?: LinkPreview
  /** Reactions on it: by the business and by the customer. */
  reactions?: { business?: string; customer?: string }
  errors?: StatusError[]
}

/**
 * Where a customer came from who tapped an advertisement or a post that leads to WhatsApp.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/text
 */
export interface Referral {
  source_url: string
  source_id: string
  source_type: 'ad' | 'post'
  body?: string
  headline?: string
  media_type?: 'image' | 'video'
  image_url?: string
  video_url?: string
  thumbnail_url?: string
  /** Left out for advertisements in the Status of WhatsApp. */
  ctwa_clid?: string
  /** The greeting that the advertisement shows. */
  welcome_message?: { text: string }
}
