import type { NumberScene, Scene } from './scene.ts'

interface UserIds {
  user_id: string
  parent_user_id?: string
}

/** What happens to customers, and between them and numbers besides messages. */
export type CustomerEvent =
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
  | (NumberScene & { type: 'customer.blocked_by_business' | 'customer.unblocked_by_business'; customer_id: string })
