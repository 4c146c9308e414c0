import type { MessagingLimit } from '../domain/accounts/model.ts'
import type { Restriction, ReviewDecision, ViolationType } from '../domain/accounts/standing.ts'
import type { UtilityViolation } from '../domain/accounts/utility-misuse.ts'
import type { DirectViolation } from '../domain/messaging/direct-send.ts'
import type { Message } from '../domain/messaging/model.ts'
import type { PricingCategory } from '../domain/messaging/price.ts'
import type { ThreadRole } from '../domain/messaging/thread.ts'
import type { CallingSettings } from '../domain/numbers/calling-settings.ts'
import type { NameRejection } from '../domain/numbers/display-name.ts'
import type { NumberStatus } from '../domain/numbers/life.ts'
import type { RateColumn } from '../domain/pricing/rates.ts'
import type { Quality } from '../domain/quality.ts'
import type { StatusError } from '../domain/refusals.ts'
import type { TemplateEvent } from '../domain/templates/life.ts'
import type { RejectedReason, TemplateCategory, TemplateComponent } from '../domain/templates/model.ts'

/** Where an event happened. All three are set where they apply, so that the log can be filtered. */
interface Scene {
  /** Unix milliseconds on the world clock. */
  at: number
  account_id?: string
  phone_number_id?: string
  customer_id?: string
  /** Where several apps share the number: the one that is told. The others hear of it in `standby`. */
  for_app?: string
}

interface MessageScene extends Scene {
  account_id: string
  phone_number_id: string
  customer_id: string
  wamid: string
}

/** Kinds of buttons whose taps are counted. */
export type ClickedButton = 'quick_reply_button' | 'url_button'

/** What a status webhook needs to know of the message it speaks of. */
export interface StatusFacts extends MessageScene {
  message_type: string
  category: PricingCategory
  billable: boolean
  pricing_type: 'regular' | 'free_customer_service' | 'free_entry_point'
  /** For templates: which one, and when the message was accepted. */
  template?: { id: string; accepted_at: number; direct?: true }
  conversation_id: string
  conversation_expires_at?: number
  biz_opaque_callback_data?: string
  /** It was sent to a business-scoped user id, not to a phone number. */
  by_user_id?: true
}

interface UserIds {
  user_id: string
  parent_user_id?: string
}

interface TemplateScene extends Scene {
  account_id: string
  template_id: string
  name: string
  language: string
  category: TemplateCategory
}

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
  | (PartnerScene & { type: 'account.shared' | 'account.unshared' })
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

export interface AccountAlert {
  entity_type: string
  entity_id: string
  severity: string
  status: string
  type: string
  description: string
}

interface NumberScene extends Scene {
  account_id: string
  phone_number_id: string
}

export type PinEvent = 'PIN_CHANGED' | 'PIN_RESET_REQUEST' | 'PIN_REQUEST_SUCCESS'

/** A thread has another owner. */
export type ThreadEvent = Scene & {
  type: 'thread.passed' | 'thread.taken'
  account_id: string
  phone_number_id: string
  customer_id: string
  previous_owner_app_id: string
  previous_owner_role?: ThreadRole
  new_owner_role?: ThreadRole
  metadata?: string
}

/** Everything that can happen, in the past tense. Webhooks, the live feed and the activity log read nothing else. */
export type Event =
  /** With the body of the call, where other apps get to see it. */
  | (MessageScene & { type: 'message.accepted'; message_type: string; request?: object })
  | ThreadEvent
  | (StatusFacts & { type: 'message.sent' })
  | (StatusFacts & { type: 'message.delivered' })
  | (StatusFacts & { type: 'message.read' })
  | (StatusFacts & { type: 'message.played' })
  | (MessageScene & {
      type: 'message.failed'
      message_type: string
      biz_opaque_callback_data?: string
      by_user_id?: true
      /** The hidden template of a message of Direct Send. */
      template_id?: string
      errors: StatusError[]
    })
  /** Its time to live was over before a phone took it; no webhook tells. */
  | (MessageScene & { type: 'message.expired'; message_type: string })
  | (MessageScene & { type: 'message.received'; message: Message; customer_name: string; user_id: string })
  | (MessageScene & { type: 'message.marked_read'; typing: boolean })
  /** A link of a marketing message was followed. */
  | (MessageScene & {
      type: 'link.clicked'
      click_component: 'cta' | 'body'
      click_id: string
      tracking_token: string
      product_id?: string
    })
  /** A button was tapped, whatever the business hears of it. */
  | (MessageScene & {
      type: 'message.clicked'
      button: ClickedButton
      content: string
      template?: StatusFacts['template']
    })
  /** A person has a new business-scoped user id, because the number changed. */
  | (Scene & {
      type: 'user_id.changed'
      account_id: string
      phone_number_id: string
      customer_id: string
      customer_name: string
      previous: UserIds
      current: UserIds
    })
  | (Scene & { type: 'customer.created' | 'customer.changed' | 'customer.removed'; customer_id: string })
  | (Scene & { type: 'chat.opened' | 'chat.blocked' | 'chat.unblocked'; phone_number_id: string; customer_id: string })
  | (Scene & { type: 'chat.reported' | 'chat.ignored'; phone_number_id: string; customer_id: string; reason?: string })
  | (TemplateScene & { type: 'template.created' | 'template.deleted' })
  /** With its parts, where they were replaced. */
  | (TemplateScene & { type: 'template.edited'; components?: TemplateComponent[] })
  /** It will be taken for something else from an instant on. */
  | (TemplateScene & { type: 'template.category_announced'; correct_category: TemplateCategory; effective_at: number })
  | (TemplateScene & { type: 'template.category_changed'; previous_category: TemplateCategory })
  | (TemplateScene & { type: 'template.category_detected'; correct_category: TemplateCategory })
  | (TemplateScene & { type: 'template.quality_changed'; previous: Quality; quality: Quality })
  | (Scene & { type: 'template_group.created' | 'template_group.changed' | 'template_group.removed'; group_id: string })
  /** A customer stopped a number's marketing, asked for it again, or signed up for it by a link. */
  | (Scene & {
      type: 'preference.changed'
      account_id: string
      phone_number_id: string
      customer_id: string
      category: 'marketing_messages'
      value: 'stop' | 'resume' | 'signup'
      /** Of the link by which somebody signed up. */
      signup_id?: string
    })
  | (TemplateScene & {
      type: 'template.status_changed'
      status: TemplateEvent
      reason: RejectedReason
      /** What is wrong with the format, and what to do about it. */
      rejection_info?: { reason: string; recommendation: string }
      title?: string
      description?: string
    })
  | (Scene & { type: 'number.deregistered' | 'number.changed'; phone_number_id: string })
  | (NumberScene & { type: 'number.registered'; first?: true })
  | (NumberScene & { type: 'number.throughput_upgraded' })
  /** Without a username: it was deleted. */
  | (NumberScene & { type: 'number.username_changed'; username?: string })
  | (Scene & {
      type: 'number.quality_changed'
      phone_number_id: string
      previous: Quality
      quality: Quality
      messaging_limit: MessagingLimit
    })
  | (Scene & { type: 'account.capability_changed'; account_id: string; messaging_limit: MessagingLimit })
  | (NumberScene & { type: 'number.added' | 'number.removed' | 'number.verified' | 'number.verification_expired' })
  | (NumberScene & { type: 'number.code_sent'; method: 'SMS' | 'VOICE'; text: string })
  | (NumberScene & { type: 'number.status_changed'; status: NumberStatus })
  | (NumberScene & { type: 'number.name_requested'; requested_verified_name: string })
  | (NumberScene & {
      type: 'number.name_reviewed'
      decision: 'APPROVED' | 'DEFERRED' | 'PENDING' | 'REJECTED'
      requested_verified_name: string
      rejection_reason: NameRejection | null
    })
  | (NumberScene & { type: 'number.official_account_requested' })
  | (NumberScene & { type: 'number.calling_changed'; calling: CallingSettings })
  /** Something about two-step verification that was done by hand, and not through the API. */
  | (NumberScene & { type: 'number.pin_event'; event: PinEvent; requester?: string })
  | (NumberScene & { type: 'customer.blocked_by_business' | 'customer.unblocked_by_business'; customer_id: string })
  /** A blocked customer wrote: it stands in the chat on the phone, and the business never gets it. */
  | (NumberScene & { type: 'message.dropped'; customer_id: string; wamid: string })
  | (Scene & { type: 'profile.changed'; phone_number_id: string })
  | (Scene & { type: 'media.uploaded' | 'media.deleted' | 'media.expired'; media_id: string; phone_number_id: string })
  | (Scene & { type: 'app.subscribed' | 'app.unsubscribed'; account_id: string; app_id: string })
  | (Scene & { type: 'app.created' | 'app.changed' | 'app.secret_rotated' | 'app.webhooks_changed'; app_id: string })
  | AccountEvent
  | (Scene & { type: 'business.created' | 'business.changed'; business_id: string })
  | (Scene & { type: 'user.created'; business_id: string; user_id: string })
  | (Scene & { type: 'user.app_removed'; user_id: string; app_id: string })
  | (Scene & { type: 'user.permission_removed'; user_id: string; app_id: string; permission: string })
  | (Scene & { type: 'token.issued' | 'token.revoked'; app_id: string })
  | (Scene & { type: 'rules.changed' })
  | (Scene & { type: 'fault.added' | 'fault.raised' | 'fault.removed'; fault_id: string; code: number })
  | (Scene & { type: 'clock.moved'; mode: 'running' | 'frozen' })
  | (Scene & { type: 'world.rollout_changed' })
  | (Scene & { type: 'world.reset' })
  /** Another world took the place of this one; `at` is the instant of its file. */
  | (Scene & { type: 'world.restored' })

export type EventType = Event['type']
export type EventOf<T extends EventType> = Extract<Event, { type: T }>

/** An event as it was read from the log. */
export type LoggedEvent = Event & { seq: number; id: string }
