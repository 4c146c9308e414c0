import type { TemplateCategory } from '../model.ts'
import { TtlOutOfRange } from '../refusals.ts'
import type { Rule } from './rule.ts'

/**
 * Seconds for which delivery is tried, by category. -1 asks for 30 days.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/time-to-live
 */
const TTL_RANGES: Readonly<Record<TemplateCategory, { min: number; max: number; unlimited: boolean }>> = {
  AUTHENTICATION: { min: 30, max: 900, unlimited: true },
  UTILITY: { min: 30, max: 43_200, unlimited: true },
  MARKETING: { min: 43_200, max: 2_592_000, unlimited: false },
}

export const lifetimeInRange: Rule = ({ category, message_send_ttl_seconds: ttl }) => {
  const { min, max, unlimited } = TTL_RANGES[category]
  if (ttl === undefined || (unlimited && ttl === -1)) return undefined
  return ttl >= min && ttl <= max ? undefined : TtlOutOfRange(category, min, max)
}
