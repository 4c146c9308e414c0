import type { Refusal } from '../refusals.ts'

/*
 * Analytics of accounts and templates.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics
 */

/** Messages from customers are counted apart from those of the business. */
export const InsightProductTypes: Refusal = {
  name: 'InsightProductTypes',
  code: 100,
  subcode: 2388077,
  http: 400,
  message: 'Invalid parameter',
  userTitle: 'Insight Invalid Product Type Combination',
  userMessage: 'Unable to query this combination of product types. Please query individually and try again.',
}

/** NOTE: the texts are documented, the code is not. */
export const CostNotAvailable: Refusal = {
  name: 'CostNotAvailable',
  code: 100,
  http: 400,
  message: 'Invalid parameter',
  userTitle: 'Cost not available',
  userMessage:
    'Cost is no longer shown for businesses who bill through a partner (i.e., BSP). To understand your charges, please ' +
    'reach out to your partner.',
}

export const TemplateInsightsUnavailable: Refusal = {
  name: 'TemplateInsightsUnavailable',
  code: 200005,
  http: 400,
  message: 'Template insights unavailable',
}

export const TemplateInsightsNotEnabled: Refusal = {
  name: 'TemplateInsightsNotEnabled',
  code: 200007,
  http: 400,
  message: 'Template Insights not enabled',
}
