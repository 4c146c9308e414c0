import type { Responder } from '../messaging/thread.ts'
import type { Attempts } from './attempts.ts'
import type { PendingCode } from './code.ts'
import type { NameStatus } from './display-name.ts'
import type { OfficialAccount } from './official-account.ts'
import type { PinGuesses } from './pin-guesses.ts'
import type { NumberSettings } from './settings.ts'

/** What belongs to a number besides its identity. All of it is optional: a plain number has none. */
export interface NumberParts {
  pending_code?: PendingCode
  verified_at?: number
  /** A partner had verified it before it was added. */
  preverified?: boolean
  pin_guesses?: PinGuesses
  attempts?: Attempts
  /** A removed number of the same digits makes this one wait until then. */
  rests_until?: number
  removed_at?: number
  /** The number of another account that this one takes the place of. */
  migrates_from?: string
  new_display_name?: string
  new_name_status?: NameStatus
  official_account?: OfficialAccount
  search_visibility?: 'VISIBLE' | 'NON_VISIBLE'
  username?: string
  settings?: NumberSettings
  /** Webhooks tell the keys of customers' phones, and when one changes. */
  identity_check?: boolean
  encryption?: { public_key: string; mismatch?: boolean }
  commerce?: { id: string; is_cart_enabled: boolean; is_catalog_visible: boolean }
  compliance?: ComplianceInfo
  automation?: Automation
  /** Node that the profile can be read by as well. */
  profile_id?: string
  /** Apps that share the number; one of them owns each thread. */
  routing?: Responder[]
  /** Set once the business has blocked somebody; until then nobody has to look. */
  has_blocks?: boolean
}

/** Welcome message, ice breakers and commands of a chat. */
export interface Automation {
  id: string
  enable_welcome_message: boolean
  prompts: string[]
  commands: { command_name: string; command_description: string }[]
}

interface Contact {
  email: string
  mobile_number?: string
  landline_number?: string
}

/** What Indian law wants to know of a business. */
export interface ComplianceInfo {
  entity_name: string
  entity_type: string
  entity_type_custom?: string
  is_registered?: boolean
  grievance_officer_details: Contact & { name: string }
  customer_care_details: Contact
}
