import type { BanState, Restriction } from './accounts/standing.ts'
import type { TokenEnd } from './accounts/token-ends.ts'
import type { DirectSend } from './messaging/direct-send.ts'
import type { LinkPreview } from './messaging/link-preview.ts'
import type { MarketingOnboarding, MarketingSync, OptimizationSpec } from './messaging/marketing-messages.ts'
import type { MediaFacts } from './messaging/media-facts.ts'
import type { Verifiable } from './numbers/code.ts'
import type { NameStatus } from './numbers/display-name.ts'
import type { CodeVerificationStatus, NumberStatus } from './numbers/life.ts'
import type { NumberParts } from './numbers/parts.ts'
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
  link?: string
  vertical?: string
  vertical_id?: number
  /** Id of its Facebook Page. */
  primary_page?: string
  profile_picture_uri?: string
  /** Portfolios that accounts of this one are shared with. */
  partners?: string[]
  two_factor_type?: 'none' | 'admin_required' | 'all_required'
  /** A partner asked it to accept the terms of the Marketing Messages API. */
  marketing_request?: { id: string; partner_id: string; at: number }
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
  /** When its secret was last replaced; the one from the start no longer counts then. */
  secret_rotated_at?: number
  subscriptions: AppSubscription[]
  /** What goes wrong with its webhooks on purpose. */
  webhook_faults?: WebhookFaults
  /** Absent for the app that the world began with. */
  created_at?: number
}

export interface User {
  id: string
  name: string
  business_id: string
  kind: 'USER' | 'SYSTEM_USER'
  /** An admin reaches all of the portfolio; an employee what is assigned. Absent: an admin. */
  role?: 'ADMIN' | 'EMPLOYEE'
}

export type Scope =
  | 'ads_read'
  | 'business_management'
  | 'catalog_management'
  | 'manage_app_solution'
  | 'whatsapp_business_manage_events'
  | 'whatsapp_business_management'
  | 'whatsapp_business_messaging'

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
  /** Permissions that reach fewer accounts than the token does. */
  targets?: Partial<Record<Scope, string[]>>
  issued_at: number
  /** 0 = never. */
  expires_at: number
  /** Why it may not be used any more, before its time. */
  ended?: TokenEnd
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
  /** A ban that is announced or in force. */
  ban?: { state: BanState; at: number }
  restrictions?: Restriction[]
  /** Once it is deleted, nothing of it is found any more. */
  deleted_at?: number
  /** Portfolios that it is shared with. */
  partners?: string[]
  /** The credit that pays for it. */
  primary_funding_id?: string
  purchase_order_number?: string
  /** The credit was taken away: nothing that costs is sent. */
  unfunded?: boolean
  is_enabled_for_insights?: boolean
  disable_marketing_messages_on_cloud_api?: boolean
  /** How it stands with the Marketing Messages API; ELIGIBLE when absent. */
  marketing_messages?: MarketingOnboarding
  /** What it was admitted to of Direct Send; nothing when absent. */
  direct_send?: DirectSend
  template_auto_archival_enabled?: boolean
  auth_international_rate_eligibility?: {
    start_time: number
    exception_countries: { country_code: string; start_time: number }[]
  }
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
  /** Medium with the bytes of the picture. */
  profile_picture_id?: string
}

export interface PhoneNumber extends NumberParts {
  id: string
  account_id: string
  /** Digits only, with country code. */
  digits: string
  display_phone_number: string
  verified_name: string
  name_status: NameStatus
  code_verification_status: CodeVerificationStatus
  status: NumberStatus
  quality_rating: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN'
  account_mode: 'LIVE' | 'SANDBOX'
  throughput: 'STANDARD' | 'HIGH'
  /** Messages a second instead of the level's own rate; a world file may set it. */
  messages_per_second?: number
  /** Used in the WhatsApp Business app at the same time. */
  is_on_biz_app?: boolean
  /** Its WhatsApp Business app moved to another device and has not come back yet. */
  offboarded?: boolean
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
  | 'ARCHIVED'
  | 'LIMIT_EXCEEDED'
export type TemplateCategory = 'AUTHENTICATION' | 'MARKETING' | 'UTILITY'
export type RejectedReason =
  | 'NONE'
  | 'ABUSIVE_CONTENT'
  | 'INCORRECT_CATEGORY'
  | 'INVALID_FORMAT'
  | 'PROMOTIONAL'
  | 'SCAM'
  | 'TAG_CONTENT_MISMATCH'

export type Quality = 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN'

/** Why a template is paused: low quality, bad feedback while its messages were held back, or somebody's word. */
export interface TemplatePause {
  by: 'quality' | 'pacing' | 'hand'
  at: number
  /** When it ends by itself; absent where it has to be lifted. */
  until?: number
}

/** Messages of a new template flow until a number of them is out; then they are held until the first verdict. */
export interface TemplatePacing {
  /** Messages that flow before any is held. */
  after: number
  /** Milliseconds that messages are held at most. */
  hold: number
  /** Since the first one is held: when all go on their way. */
  until?: number
}

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
  quality: Quality
  /** When the score last changed, and the instant from which feedback counts for it. */
  quality_at?: number
  feedback_since?: number
  /** Told to be at risk of being disabled. */
  flagged?: boolean
  /** How often low quality has paused it, and the pause it is in. */
  pauses?: number
  pause?: TemplatePause
  /** When it was last paused, also after the pause. */
  paused_at?: number
  /** It cannot be edited any more. */
  locked?: boolean
  pacing?: TemplatePacing
  display_format?: string
  /** The category it had before it was given another one. */
  previous_category?: TemplateCategory
  /** What the platform takes it for; differs from `category` while a change is announced. */
  correct_category?: TemplateCategory
  message_send_ttl_seconds?: number
  cta_url_link_tracking_opted_out?: boolean
  is_primary_device_delivery_only?: boolean
  degrees_of_freedom_spec?: object
  /** The highest price of a marketing template: the Marketing Messages API alone sends it. */
  optimization_spec?: OptimizationSpec
  /** Made for messages of Direct Send, and hidden. */
  auto_generated?: true
  /** How far the advertising system has it; synced when absent. */
  marketing_sync?: MarketingSync
  /** Template of the library that it was made from. */
  library_template_name?: string
  created_at: number
  updated_at: number
  /** What it was before it was archived or appealed against. */
  status_before?: TemplateStatus
  /** What it was when it was deleted: the name of an approved one stays blocked for a while. */
  deleted_while?: TemplateStatus
  /** Instants of the edits made while approved, for the daily and monthly limit. */
  edits: number[]
}

/** Templates whose figures are looked at together. */
export interface TemplateGroup {
  id: string
  account_id: string
  name: string
  description: string
  template_ids: string[]
  created_at: number
}

export type FeedbackKind = 'read' | 'ignored' | 'blocked' | 'reported'

/** What customers did with messages of a template or of a number: `n` of one kind at one instant. */
export interface Feedback {
  id: string
  /** Template or phone number. */
  subject: string
  at: number
  kind: FeedbackKind
  n: number
  reason?: string
}

/** Bytes that were uploaded, received or fetched, or the picture of a profile; they lie in the blob store under `blob`. */
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
  /** What the bytes say; rules look at it when a message carries the file. */
  facts?: MediaFacts
  /** `fetched` is what a link of a message led to: the phone shows it, and the business cannot ask for it. */
  origin: 'uploaded' | 'received' | 'fetched' | 'picture'
  created_at: number
  expires_at: number
}

/**
 * A file on its way through the Resumable Upload API. Once all of it is there its handle stands for it.
 * https://developers.facebook.com/docs/graph-api/guides/upload
 */
export interface UploadSession {
  /** `upload:…`, without the signature that callers hand back in `sig`. */
  id: string
  app_id: string
  business_id: string
  /** Who began it, as the handle tells. */
  user_id: string
  file_name?: string
  /** Bytes of the whole file. */
  file_length: number
  file_type: string
  /** Where the bytes lie that have arrived, in order; one when the file is whole. */
  pieces: { blob: string }[]
  /** Bytes that have arrived. */
  file_offset: number
  /** From here on only when the file is whole. */
  handle?: string
  /** Hex. */
  sha256?: string
  facts?: MediaFacts
  created_at: number
  expires_at: number
}

/** What lay behind a link a short while ago: a file, or what a page says of itself. */
export interface CachedLink {
  /** Hex SHA-256 of what is asked of which link. */
  id: string
  url: string
  media_id?: string
  preview?: LinkPreview
  fetched_at: number
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

/** A customer whom a number has blocked. */
export interface Block {
  /** `<phone number id>/<customer id>`. */
  id: string
  phone_number_id: string
  customer_id: string
  blocked_at: number
}

/** A text message with a verification code, or what a voice said: what its owner reads on the phone of the number. */
export interface CodeMessage {
  id: string
  /** Digits it was sent to. */
  to: string
  method: 'SMS' | 'VOICE'
  language: string
  text: string
  code: string
  at: number
}

/** A link that opens a chat with some words already written; printed as a QR code. */
export interface MessageLink {
  /** The code in the link, 14 letters and digits. */
  id: string
  phone_number_id: string
  prefilled_message: string
  created_at: number
}

/** A number that a partner verifies before a customer claims it. */
export interface PreverifiedNumber extends Verifiable {
  id: string
  business_id: string
  digits: string
  display_phone_number: string
  /** Businesses that may claim it besides its owner. */
  partners: string[]
  verified_at?: number
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
export type MessageStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'played' | 'failed' | 'received' | 'expired'

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

/** An error as webhooks carry it. */
export interface StatusError {
  code: number
  title: string
  message: string
  error_data?: { details: string }
  href?: string
}
