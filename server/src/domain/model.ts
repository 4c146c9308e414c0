import type { WebhookFaults } from './webhook-faults.ts'

/**
 * The records of a world, as plain data. Instants are Unix milliseconds, ids are decimal text.
 * A record that was read carries the version it was read at.
 */
export type Stored<T> = T & { readonly version: number }

export type VerificationStatus = 'verified' | 'not_verified' | 'pending' | 'failed' | 'rejected'
export type MessagingLimit = 'TIER_250' | 'TIER_2K' | 'TIER_10K' | 'TIER_100K' | 'TIER_UNLIMITED'

/** A business portfolio. */
export interface Business {
  id: string
  name: string
  timezone_id: string
  verification_status: VerificationStatus
  messaging_limit: MessagingLimit
  created_at: number
}

export interface FieldSubscription {
  name: string
  version: string
}

/** What an app subscribed to for one object: one callback for all its fields. */
export interface AppSubscription {
  object: string
  callback_url: string
  verify_token: string
  include_values: boolean
  active: boolean
  fields: FieldSubscription[]
}

export interface App {
  id: string
  name: string
  /** Readable, because it signs webhooks. */
  secret: string
  business_id: string
  /** Version of a call that names none. */
  default_version: string
  /** Calls with its tokens must carry an appsecret_proof. */
  require_proof?: boolean
  subscriptions: AppSubscription[]
  /** What goes wrong with its webhooks on purpose. */
  webhook_faults?: WebhookFaults
}

export interface User {
  id: string
  name: string
  business_id: string
  kind: 'USER' | 'SYSTEM_USER'
}

export type Scope = 'whatsapp_business_messaging' | 'whatsapp_business_management' | 'business_management'

/** An access token, known by the SHA-256 of its text. */
export interface Token {
  /** Hex SHA-256 of the token. */
  id: string
  kind: 'USER' | 'SYSTEM_USER'
  app_id: string
  user_id: string
  business_id: string
  scopes: Scope[]
  /** Accounts it reaches; without the list, all of its business. */
  account_ids?: string[]
  issued_at: number
  /** 0 = never. */
  expires_at: number
  revoked?: boolean
}

/** A WhatsApp Business Account (WABA). */
export interface Account {
  id: string
  name: string
  business_id: string
  timezone_id: string
  currency: string
  country: string
  message_template_namespace: string
  account_review_status: 'PENDING' | 'APPROVED' | 'REJECTED'
  status: 'ACTIVE' | 'DISABLED'
  created_at: number
}

export interface SubscribedApp {
  /** `<account>/<app>`. */
  id: string
  account_id: string
  app_id: string
  override_callback_uri?: string
  verify_token?: string
  subscribed_at: number
}

export interface BusinessProfile {
  about?: string
  address?: string
  description?: string
  email?: string
  websites?: string[]
  vertical?: string
  profile_picture_handle?: string
}

export interface PhoneNumber {
  id: string
  account_id: string
  /** Digits only, with country code. */
  digits: string
  display_phone_number: string
  verified_name: string
  name_status: 'APPROVED' | 'AVAILABLE_WITHOUT_REVIEW' | 'DECLINED' | 'PENDING_REVIEW' | 'NONE'
  code_verification_status: 'VERIFIED' | 'NOT_VERIFIED' | 'EXPIRED'
  status: 'CONNECTED' | 'DISCONNECTED' | 'PENDING' | 'BANNED' | 'RESTRICTED'
  quality_rating: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN'
  account_mode: 'LIVE' | 'SANDBOX'
  throughput: 'STANDARD' | 'HIGH'
  /** Messages a second instead of the level's own rate; a world file may set it. */
  messages_per_second?: number
  is_test_number: boolean
  /** A test number's recipients, enforced only when switched on. */
  enforce_recipients?: boolean
  recipients?: string[]
  /** scrypt hash of the two-step verification PIN; absent while none is set. */
  pin_hash?: string
  registered_at?: number
  last_onboarded_at: number
  webhook?: { override_callback_uri: string; verify_token: string }
  /** Webhooks tell the keys of customers' phones, and when one changes. */
  identity_check?: boolean
  profile: BusinessProfile
  created_at: number
}

export type TemplateStatus =
  | 'PENDING'
  | 'APPROVED'
  | 'REJECTED'
  | 'PAUSED'
  | 'DISABLED'
  | 'IN_APPEAL'
  | 'PENDING_DELETION'
  | 'DELETED'
export type TemplateCategory = 'AUTHENTICATION' | 'MARKETING' | 'UTILITY'
export type RejectedReason =
  | 'NONE'
  | 'ABUSIVE_CONTENT'
  | 'INCORRECT_CATEGORY'
  | 'INVALID_FORMAT'
  | 'PROMOTIONAL'
  | 'SCAM'
  | 'TAG_CONTENT_MISMATCH'

/** A component as it is returned by a read: types and formats in upper case. */
export type TemplateComponent = { type: string } & { [member: string]: unknown }

export interface Template {
  id: string
  account_id: string
  name: string
  language: string
  category: TemplateCategory
  sub_category?: string
  parameter_format: 'POSITIONAL' | 'NAMED'
  components: TemplateComponent[]
  status: TemplateStatus
  rejected_reason: RejectedReason
  quality: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN'
  message_send_ttl_seconds?: number
  created_at: number
  updated_at: number
  /** What it was when it was deleted: the name of an approved one stays blocked for a while. */
  deleted_while?: TemplateStatus
  /** Instants of the edits made while approved, for the daily and monthly limit. */
  edits: number[]
}

/** Uploaded or received bytes; they lie in the blob store under `blob`. */
export interface Media {
  id: string
  phone_number_id: string
  account_id: string
  mime_type: string
  /** Hex. */
  sha256: string
  file_size: number
  blob: string
  filename?: string
  origin: 'uploaded' | 'received'
  created_at: number
  expires_at: number
}

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
  /** Of the current phone; derived from the number while the person never changed phones. */
  identity_key_hash?: string
  online: boolean
  /** Phone number ids of businesses that this person has blocked. */
  blocked: string[]
  /** Phone number ids of businesses whose marketing this person has stopped. */
  marketing_stopped?: string[]
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

export type MessageStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'played' | 'failed' | 'received'

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
  /** For templates: what the customer sees, and its category. */
  template?: { id: string; name: string; language: string; category: TemplateCategory; rendered: unknown }
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

/** An error as webhooks carry it. */
export interface StatusError {
  code: number
  title: string
  message: string
  error_data?: { details: string }
  href?: string
}
