import type { Refusal } from '../refusals.ts'

/*
 * Sending a template. Faults of creating one are kept with the rules of creation.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview
 */

export const TemplateMissing = (name: string, language: string): Refusal => ({
  name: 'TemplateMissing',
  code: 132001,
  http: 404,
  message: 'Template name does not exist in the translation',
  details: `template name (${name}) does not exist in ${language}`,
})

export const TemplateParamCount = (details: string): Refusal => ({
  name: 'TemplateParamCount',
  code: 132000,
  http: 400,
  message: 'Number of parameters does not match the expected number of params',
  details,
})

export const TemplateTextTooLong = (details: string): Refusal => ({
  name: 'TemplateTextTooLong',
  code: 132005,
  http: 400,
  message: 'Translated text too long',
  details,
})

export const TemplateParamInvalid = (details: string): Refusal => ({
  name: 'TemplateParamInvalid',
  code: 132008,
  http: 400,
  message: 'Template parameter value invalid',
  details,
})

export const TemplateParamFormat = (details: string): Refusal => ({
  name: 'TemplateParamFormat',
  code: 132012,
  http: 400,
  message: 'Parameter format does not match format in the created template',
  details,
})

export const TemplatePaused: Refusal = {
  name: 'TemplatePaused',
  code: 132015,
  http: 400,
  message: 'Template is Paused',
  title: 'Template is temporarily unavailable to use because it was paused due to low quality.',
}

export const TemplateDisabled: Refusal = {
  name: 'TemplateDisabled',
  code: 132016,
  http: 400,
  message: 'Template is Disabled',
}

/** Parameters that break a rule of their own, from v23.0. */
export const TemplateInvalid = (details: string): Refusal => ({
  name: 'TemplateInvalid',
  code: 132018,
  http: 400,
  message: "There's an issue with the parameters in your template",
  details,
})

export const HelloWorldOnlyFromTestNumbers: Refusal = {
  name: 'HelloWorldOnlyFromTestNumbers',
  code: 131058,
  http: 400,
  message: 'Hello World templates can only be sent from the Public Test Numbers',
}

/** The account chose to send marketing by the Marketing Messages API alone. */
export const MarketingTemplatesDisabled: Refusal = {
  name: 'MarketingTemplatesDisabled',
  code: 131063,
  http: 400,
  message: 'Marketing templates disabled on Cloud API',
}

/** A template with a highest price goes by the Marketing Messages API alone. */
export const MaxPriceNotSupported: Refusal = {
  name: 'MaxPriceNotSupported',
  code: 131061,
  http: 400,
  message: 'Marketing templates containing bid_spec are not supported by the Cloud API',
}
