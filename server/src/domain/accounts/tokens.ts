import type { TokenEnd } from './token-ends.ts'

export interface User {
  id: string
  name: string
  business_id: string
  kind: 'USER' | 'SYSTEM_USER'
  /** An admin reaches all of the portfolio; an employee what is assigned. Absent: an admin. */
  role?: 'ADMIN' | 'EMPLOYEE'
}

export type Scope =
  | 'ads_read'
  | 'business_management'
  | 'catalog_management'
  | 'manage_app_solution'
  | 'whatsapp_business_manage_events'
  | 'whatsapp_business_management'
  | 'whatsapp_business_messaging'

/** An access token, known by the SHA-256 of its text. */
export interface Token {
  /** Hex SHA-256 of the token. */
  id: string
  kind: 'USER' | 'SYSTEM_USER'
  app_id: string
  user_id: string
  business_id: string
  scopes: Scope[]
  /** Accounts it reaches; without the list, all of its business. */
  account_ids?: string[]
  /** Permissions that reach fewer accounts than the token does. */
  targets?: Partial<Record<Scope, string[]>>
  issued_at: number
  /** 0 = never. */
  expires_at: number
  /** Why it may not be used any more, before its time. */
  ended?: TokenEnd
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
