import {
  MarketingMessagesOnly,
  MarketingTemplatesOnly,
  TemplateNotUsable,
  TemplateSyncing,
  ValueNotValid,
} from '../catalogue.ts'
import type { Refusal } from '../refusals.ts'
import type { TemplateCategory } from '../templates/model.ts'

/*
 * The Marketing Messages API: marketing templates, delivered to those who are likely to read them.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/send-marketing-messages
 */

/** NOTE: the values beyond ELIGIBLE and ONBOARDED are known from a public client only. */
export const MARKETING_STATUSES = [
  'ELIGIBLE',
  'ONBOARDED',
  'INELIGIBLE_ON_BEHALF_OF_WABA',
  'INELIGIBLE_INACTIVE_OR_RESTRICTED',
  'INELIGIBLE_COUNTRY_NOT_SUPPORTED',
  'INELIGIBLE_USING_WHATSAPP_BUSINESS_APP',
  'PENDING_VALID_PAYMENT_METHOD',
  'PENDING_INTERNAL_SETUP',
] as const
export type MarketingStatus = (typeof MARKETING_STATUSES)[number]

export interface MarketingOnboarding {
  status: MarketingStatus
  /** When the terms of service were accepted. */
  signed_at?: number
}

/** Whether the advertising system has a template; the platform takes up to ten minutes. */
export const MARKETING_SYNCS = ['SYNCED', 'SYNCING', 'FAILED'] as const
export type MarketingSync = (typeof MARKETING_SYNCS)[number]

/** What becomes of a message of an account that is not onboarded: the Cloud API sends it, or nobody does. */
export const PRODUCT_POLICIES = ['CLOUD_API_FALLBACK', 'STRICT'] as const
export type ProductPolicy = (typeof PRODUCT_POLICIES)[number]

/**
 * The highest price for a thousand deliveries, in hundredths of a cent or what corresponds to it in the currency.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/pricing
 */
export interface OptimizationSpec {
  bid_strategy: 'LOWEST_COST_WITH_BID_CAP'
  bid_amount: number
}

export const marketingStatus = (account: { marketing_messages?: MarketingOnboarding }): MarketingStatus =>
  account.marketing_messages?.status ?? 'ELIGIBLE'

/** What a marketing send looks at. `detailed`: the version of the call has codes of its own for these refusals. */
export interface MarketingSend {
  category: TemplateCategory
  sync: MarketingSync
  status: MarketingStatus
  policy: ProductPolicy
  detailed: boolean
}

/** The objection to a template, in the order: what it is, whether it is ready, whether the account may. */
export function marketingObjection({ category, sync, status, policy, detailed }: MarketingSend): Refusal | undefined {
  if (category !== 'MARKETING') return detailed ? MarketingMessagesOnly : MarketingTemplatesOnly
  const unready = ValueNotValid('One or more parameter values are invalid')
  if (sync === 'SYNCING') return detailed ? TemplateSyncing : unready
  const refused = status !== 'ONBOARDED' && policy === 'STRICT'
  if (sync !== 'FAILED' && !refused) return undefined
  return detailed ? TemplateNotUsable : unready
}
