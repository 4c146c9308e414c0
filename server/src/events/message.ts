import type { Message } from '../domain/messaging/model.ts'
import type { PricingCategory } from '../domain/messaging/price.ts'
import type { ThreadRole } from '../domain/messaging/thread.ts'
import type { StatusError } from '../domain/refusals.ts'
import type { MessageScene, NumberScene, Scene } from './scene.ts'

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

/** What happens to messages on their way, and to what they carry. */
export type MessageEvent =
  /** With the body of the call, where other apps get to see it. */
  | (MessageScene & { type: 'message.accepted'; message_type: string; request?: object })
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
  /** A blocked customer wrote: it stands in the chat on the phone, and the business never gets it. */
  | (NumberScene & { type: 'message.dropped'; customer_id: string; wamid: string })

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
