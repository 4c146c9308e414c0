import { startOfDate } from '../zoned-time.ts'

/**
 * Which messages are billed, since each message has its own price (July 2025). What it costs is another question.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing
 */
export type PricingCategory =
  | 'marketing'
  | 'marketing_lite'
  | 'utility'
  | 'authentication'
  | 'authentication_international'
  | 'service'
export type PricingType = 'regular' | 'free_customer_service' | 'free_entry_point'

/**
 * From this day in the account's time zone, messages inside an open service window are billed like any other.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing/non-template-messages
 */
const WINDOW_BILLED_FROM = '2026-10-01'

export interface Priced {
  category: PricingCategory
  /** When the message was sent. */
  at: number
  serviceWindowOpen: boolean
  freeEntryWindowOpen: boolean
  /** Time zone of the account, `America/Los_Angeles`. */
  zone: string
}

export interface Price {
  category: PricingCategory
  billable: boolean
  pricing_type: PricingType
}

/** A template has its own category, that of the Marketing Messages API one more; everything else is a service message. */
export function pricingCategory(template?: { category: string; lite?: true }): PricingCategory {
  if (!template) return 'service'
  return template.lite ? 'marketing_lite' : (template.category.toLowerCase() as PricingCategory)
}

/** Marketing and authentication are never free for being answers; nothing is billed after an advertisement. */
const FREE_IN_SERVICE_WINDOW: readonly PricingCategory[] = ['service', 'utility']

export function price({ category, at, serviceWindowOpen, freeEntryWindowOpen, zone }: Priced): Price {
  if (freeEntryWindowOpen) return { category, billable: false, pricing_type: 'free_entry_point' }
  const mayBeFree = serviceWindowOpen && FREE_IN_SERVICE_WINDOW.includes(category)
  if (mayBeFree && at < startOfDate(WINDOW_BILLED_FROM, zone)) {
    return { category, billable: false, pricing_type: 'free_customer_service' }
  }
  return { category, billable: true, pricing_type: 'regular' }
}
