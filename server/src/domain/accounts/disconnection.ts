/**
 * Why a business is not connected to a partner any more.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_update
 */
export const DISCONNECTION_REASONS = [
  'ACCOUNT_DISCONNECTED',
  'BUSINESS_DOWNGRADE',
  'CHANGE_NUMBER',
  'COMPANION_INACTIVITY',
  'PRIMARY_INACTIVITY',
  'USER_RE_REGISTERED',
] as const
type DisconnectionReason = (typeof DISCONNECTION_REASONS)[number]

export const DISCONNECTED_BY = ['SYSTEM', 'USER'] as const

export interface Disconnection {
  reason: DisconnectionReason
  initiated_by: (typeof DISCONNECTED_BY)[number]
}
