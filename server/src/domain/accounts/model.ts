import type { DirectSend } from '../messaging/direct-send.ts'
import type { MarketingOnboarding } from '../messaging/marketing-messages.ts'
import type { BanState, Restriction } from './standing.ts'
import type { Task } from './tasks.ts'

/** https://developers.facebook.com/docs/marketing-api/reference/business */
export const VERIFICATION_STATUSES = [
  'expired',
  'failed',
  'ineligible',
  'not_verified',
  'pending',
  'pending_need_more_info',
  'pending_submission',
  'rejected',
  'revoked',
  'verified',
] as const
type VerificationStatus = (typeof VERIFICATION_STATUSES)[number]
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
  /** It was warned of sending marketing in utility templates: wrong categories are corrected at once from then on. */
  misuse_warned?: boolean
  /** Once it is deleted, nothing of it is found any more. */
  deleted_at?: number
  /** Portfolios that it is shared with. */
  partners?: string[]
  /** The credit that pays for it. */
  primary_funding_id?: string
  /** The partner whose credit that is; absent when it is its own. */
  paid_by?: string
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

/** What somebody may do with an account. An employee may do nothing else with it. */
export interface Assignment {
  /** `<account>/<user>`. */
  id: string
  account_id: string
  user_id: string
  tasks: Task[]
  assigned_at: number
}

/** A time table of an account. https://developers.facebook.com/documentation/business-messaging/whatsapp/reference */
export interface Schedule {
  id: string
  account_id: string
  name: string
  schedule_type: string
  description?: string
  /** `HH:MM`, in the time zone. */
  start_time: string
  end_time: string
  timezone: string
  days_of_week?: string[]
  is_active: boolean
  recurrence_pattern?: { frequency?: string; interval?: number; end_date?: string }
  created_at: number
  updated_at: number
}

/** A line of credit that a portfolio pays with, for itself and for those it shares it with. */
export interface CreditLine {
  id: string
  business_id: string
  legal_entity_name: string
  created_at: number
}

/** A line of credit as far as it is shared with another portfolio. */
export interface CreditAllocation {
  id: string
  credit_id: string
  /** Who shares. */
  business_id: string
  receiving_business_id: string
  /** What the accounts that are paid with it name as their `primary_funding_id`. */
  receiving_credential_id: string
  request_status: 'APPROVED' | 'DELETED'
  created_at: number
}
