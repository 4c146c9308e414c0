/**
 * Which messages are billed, since each message has its own price (July 2025). What it costs is another question.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing
 */
export type PricingCategory = 'marketing' | 'utility' | 'authentication' | 'service'
export type PricingType = 'regular' | 'free_customer_service' | 'free_entry_point'

/**
 * From this day, messages inside an open service window are billed like any other.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing/non-template-messages
 * NOTE: the day begins in the time zone of each account; here it begins in UTC.
 */
export const WINDOW_BILLED_FROM = Date.UTC(2026, 9, 1)

export interface Priced {
  category: PricingCategory
  /** When the message was sent. */
  at: number
  serviceWindowOpen: boolean
  freeEntryWindowOpen: boolean
}

export interface Price {
  category: PricingCategory
  billable: boolean
  pricing_type: PricingType
}

/** A template has its own category; everything else is a service message. */
export const pricingCategory = (template?: { category: string }): PricingCategory =>
  template ? (template.category.toLowerCase() as PricingCategory) : 'service'

/** Marketing and authentication are never free for being answers; nothing is billed after an advertisement. */
const FREE_IN_SERVICE_WINDOW: readonly PricingCategory[] = ['service', 'utility']

export function price({ category, at, serviceWindowOpen, freeEntryWindowOpen }: Priced): Price {
  if (freeEntryWindowOpen) return { category, billable: false, pricing_type: 'free_entry_point' }
  if (serviceWindowOpen && at < WINDOW_BILLED_FROM && FREE_IN_SERVICE_WINDOW.includes(category)) {
    return { category, billable: false, pricing_type: 'free_customer_service' }
  }
  return { category, billable: true, pricing_type: 'regular' }
}
