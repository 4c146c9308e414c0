import type { WebhookFaults } from '../webhook-faults.ts'

interface FieldSubscription {
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

export interface SubscribedApp {
  /** `<account>/<app>`. */
  id: string
  account_id: string
  app_id: string
  override_callback_uri?: string
  verify_token?: string
  subscribed_at: number
}
