import type { Refusal } from '../refusals.ts'

/*
 * The Marketing Messages API.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/error-codes
 */

export const MustBeTemplate: Refusal = {
  name: 'MustBeTemplate',
  code: 100,
  http: 400,
  message: 'Invalid parameter',
  details: 'Message must be a template message.',
}

/** Before v23.0; later versions say `MarketingMessagesOnly`. */
export const MarketingTemplatesOnly: Refusal = {
  name: 'MarketingTemplatesOnly',
  code: 131055,
  http: 400,
  message: 'Method not allowed',
  details: 'Only marketing template messages are supported',
}

export const MarketingMessagesOnly: Refusal = {
  name: 'MarketingMessagesOnly',
  code: 134100,
  http: 400,
  message: 'Only marketing messages supported',
  details: "You're only able to send marketing messages on this API.",
}

export const TemplateSyncing: Refusal = {
  name: 'TemplateSyncing',
  code: 134101,
  http: 400,
  message: 'Your template is still syncing',
}

export const TemplateNotUsable: Refusal = {
  name: 'TemplateNotUsable',
  code: 134102,
  http: 500,
  message: 'Template unavailable for use',
}

/** Another partner has already asked the business. */
export const DuplicateRequest: Refusal = {
  name: 'DuplicateRequest',
  code: 1752041,
  http: 400,
  message: 'Duplicate Request',
}

export const NobodyToOnboard: Refusal = {
  name: 'NobodyToOnboard',
  code: 100,
  http: 400,
  type: 'GraphMethodException',
  message: 'No eligible WhatsApp Business Accounts found for MM Lite onboarding',
}
