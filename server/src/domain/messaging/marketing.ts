import { countryOf } from '../countries.ts'
import { HOUR } from '../time.ts'

/*
 * Marketing templates have rules of their own.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/per-user-limits
 */

/**
 * How many marketing templates one person gets from all businesses together, outside service windows.
 * The platform decides by how much the person reads, and publishes no figures; ours are fixed, so that tests repeat.
 */
export const MARKETING_BURST = 2
export const MARKETING_INTERVAL = 12 * HOUR
export const MARKETING_LIMIT = 'marketing_limit'

export const marketingCounter = (customerId: string): string => `marketing/${customerId}`

/** The European Economic Area, the United Kingdom, Japan and South Korea: there is no limit per person. */
const WITHOUT_LIMIT: ReadonlySet<string> = new Set(
  (
    'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO ' + // EEA
    'GB JP KR'
  ).split(' '),
)

export const hasMarketingLimit = (waId: string): boolean => !WITHOUT_LIMIT.has(countryOf(waId) ?? '')

/** Since April 2025 no marketing template is delivered to numbers of the United States. */
export const isAmerican = (waId: string): boolean => countryOf(waId) === 'US'
