import type { Scope } from '../model.ts'
import type { Task } from './tasks.ts'

/** What somebody may do with an account. An employee may do nothing else with it. */
export interface Assignment {
  /** `<account>/<user>`. */
  id: string
  account_id: string
  user_id: string
  tasks: Task[]
  assigned_at: number
}

/** What a signed-up person handed to an app: good for one token, for seconds. Known by the SHA-256 of its text. */
export interface AuthorizationCode {
  /** Hex SHA-256 of the code. */
  id: string
  app_id: string
  user_id: string
  business_id: string
  kind: 'USER' | 'SYSTEM_USER'
  scopes: Scope[]
  account_ids?: string[]
  redirect_uri?: string
  expires_at: number
  /** How long its token lives, in milliseconds; 0 = for ever. */
  token_lifetime: number
  used_at?: number
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
