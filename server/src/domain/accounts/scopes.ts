import type { Scope } from './tokens.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/permissions */
export const SCOPES = [
  'whatsapp_business_messaging',
  'whatsapp_business_management',
  'business_management',
  'whatsapp_business_manage_events',
  'catalog_management',
  'manage_app_solution',
  'ads_read',
] as const satisfies readonly Scope[]

/** What a token of a developer needs, and what it gets when nothing is said. */
export const USUAL_SCOPES: readonly Scope[] = SCOPES.slice(0, 3)
