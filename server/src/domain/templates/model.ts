import type { MarketingSync, OptimizationSpec } from '../messaging/marketing-messages.ts'
import type { Quality } from '../quality.ts'

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
