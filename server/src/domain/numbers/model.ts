import type { Verifiable } from './code.ts'
import type { NameStatus } from './display-name.ts'
import type { CodeVerificationStatus, NumberStatus } from './life.ts'
import type { NumberParts } from './parts.ts'

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
  /** Where apps get the webhooks of this number instead of at their own callback, by app. */
  webhooks?: { [appId: string]: { override_callback_uri: string; verify_token: string } }
  /** Webhooks tell the keys of customers' phones, and when one changes. */
  identity_check?: boolean
  profile: BusinessProfile
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
