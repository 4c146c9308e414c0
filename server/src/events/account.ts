import type { Disconnection } from '../domain/accounts/disconnection.ts'
import type { MessagingLimit } from '../domain/accounts/model.ts'
import type { Restriction, ReviewDecision, ViolationType } from '../domain/accounts/standing.ts'
import type { UtilityViolation } from '../domain/accounts/utility-misuse.ts'
import type { DirectViolation } from '../domain/messaging/direct-send.ts'
import type { RateColumn } from '../domain/pricing/rates.ts'
import type { Scene } from './scene.ts'

interface AccountScene extends Scene {
  account_id: string
  /** Who asked for it, where somebody did: a user. */
  actor_id?: string
}

interface PartnerScene extends AccountScene {
  owner_business_id: string
  partner_business_id: string
}

/** What happens to an account as such. */
export type AccountEvent =
  | (AccountScene & { type: 'account.created' | 'account.changed' | 'account.deleted' })
  | (AccountScene & { type: 'account.user_assigned' | 'account.user_changed'; user_id: string; tasks: string[] })
  | (AccountScene & { type: 'account.user_unassigned'; user_id: string })
  | (AccountScene & { type: 'account.schedule_created'; schedule_id: string; name: string })
  | (AccountScene & { type: 'account.funded' | 'account.unfunded'; allocation_id: string })
  | (PartnerScene & { type: 'account.shared' })
  | (PartnerScene & { type: 'account.unshared'; disconnection_info?: Disconnection })
  | (PartnerScene & { type: 'account.app_installed' | 'account.app_removed'; app_id: string })
  | (AccountScene & { type: 'account.located'; country: string })
  | (AccountScene & {
      type: 'account.international_rates_set'
      auth_international_rate_eligibility: {
        start_time: number
        exception_countries: { country_code: string; start_time: number }[]
      }
    })
  | (AccountScene & { type: 'account.reviewed'; decision: ReviewDecision })
  | (AccountScene & { type: 'account.violated'; violation: ViolationType })
  /** With the violation, where that is told together with it. */
  | (AccountScene & {
      type: 'account.restricted'
      restrictions: Restriction[]
      violation?: UtilityViolation
      direct_send?: DirectViolation
    })
  /** The device of its WhatsApp Business app changed, or came back. */
  | (AccountScene & { type: 'account.offboarded' | 'account.reconnected' })
  /** One of its test numbers became a real one. */
  | (AccountScene & { type: 'account.verified'; phone_number: string })
  | (AccountScene & {
      type: 'account.tier_reached'
      pricing_category: Uppercase<RateColumn>
      tier: string
      effective_month: string
      region: string
    })
  | (AccountScene & { type: 'account.ban_scheduled' | 'account.banned' | 'account.reinstated'; ban_at: number })
  /** Of the Marketing Messages API; `partner_business_id` is the one who asked for it and hears of it. */
  | (AccountScene & {
      type: 'account.marketing_terms_signed'
      owner_business_id: string
      partner_business_id?: string
    })
  | (AccountScene & { type: 'account.alerted'; alert: AccountAlert })
  | (Scene & { type: 'account.capability_changed'; account_id: string; messaging_limit: MessagingLimit })

interface AccountAlert {
  entity_type: string
  entity_id: string
  severity: string
  status: string
  type: string
  description: string
}
