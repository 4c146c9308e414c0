import * as catalogue from '../catalogue.ts'
import {
  BodyFormat,
  CharacterLimitExceeded,
  FooterFormat,
  HeaderFormat,
  LanguageBeingDeleted,
  LanguageExists,
  LeadingOrTrailing,
  MissingFields,
  NameInvalid,
  PhoneNumberInvalid,
  StatusCannotChange,
  TemplateLimitExceeded,
  TooManyVariables,
} from '../templates/refusals.ts'
import { type DocumentedError, error, managed } from './documented-error.ts'

/** Templates, and what is sent with them. */
export const templatesErrors: readonly DocumentedError[] = [
  // templates
  { listed: '131058', told: 'answer', refusal: catalogue.HelloWorldOnlyFromTestNumbers },
  { listed: '131063', told: 'answer', refusal: catalogue.MarketingTemplatesDisabled },
  {
    listed: '132000',
    told: 'answer',
    refusal: catalogue.TemplateParamCount(
      'body: number of localizable_params (2) does not match the expected number of params (1)',
    ),
  },
  { listed: '132001', told: 'answer', refusal: catalogue.TemplateMissing('order_update', 'en_US') },
  {
    listed: '132005',
    told: 'answer',
    refusal: catalogue.TemplateTextTooLong('The text is too long after its variables are filled in.'),
  },
  { listed: '132007', told: 'answer', refusal: error(132007, 400, 'Template Format Character Policy Violated') },
  { listed: '132008', told: 'answer', refusal: catalogue.TemplateParamInvalid('Parameter name is missing or empty') },
  {
    listed: '132012',
    told: 'answer',
    refusal: catalogue.TemplateParamFormat('header: Format mismatch, expected IMAGE, received UNKNOWN'),
  },
  { listed: '132015', told: 'both', refusal: catalogue.TemplatePaused },
  { listed: '132016', told: 'both', refusal: catalogue.TemplateDisabled },
  {
    listed: '132018',
    told: 'answer',
    refusal: catalogue.TemplateInvalid(
      'Param text cannot have new-line/tab characters or more than 4 consecutive spaces',
    ),
  },
  // direct-send
  { listed: '100', told: 'answer', refusal: catalogue.DirectSendNotEnabled, variant: true },
  {
    listed: '132021',
    told: 'webhook',
    refusal: catalogue.DirectTemplateTaken,
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/api-reference',
  },
  {
    listed: '139200',
    told: 'answer',
    refusal: catalogue.DirectSendBlocked,
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/api-reference',
  },
  { listed: '2388318', told: 'answer', refusal: catalogue.DirectTemplateNotEditable },
  { listed: '2388330', told: 'answer', refusal: catalogue.DirectTemplateNotDeletable },
  // template-management
  {
    listed: '192',
    told: 'answer',
    refusal: PhoneNumberInvalid("components[0]['buttons'][0]['phone_number']"),
    source: 'https://developers.facebook.com/docs/graph-api/reference/whats-app-business-hsm',
  },
  {
    listed: '200002',
    told: 'answer',
    refusal: error(200002, 400, 'HSM Template creation failed'),
    source: 'https://developers.facebook.com/docs/graph-api/reference/whats-app-business-hsm',
  },
  { listed: '2388019', told: 'answer', refusal: TemplateLimitExceeded },
  { listed: '2388023', told: 'answer', refusal: LanguageBeingDeleted('English (US)') },
  { listed: '2388024', told: 'answer', refusal: LanguageExists('English') },
  { listed: '2388039', told: 'answer', refusal: StatusCannotChange },
  { listed: '2388040', told: 'answer', refusal: CharacterLimitExceeded('text', 1024) },
  { listed: '2388043', told: 'answer', refusal: MissingFields('BODY', 'example') },
  { listed: '2388046', told: 'answer', refusal: NameInvalid },
  { listed: '2388047', told: 'answer', refusal: BodyFormat },
  { listed: '2388060', told: 'answer', refusal: managed(2388060, 'Button error') },
  { listed: '2388072', told: 'answer', refusal: HeaderFormat },
  { listed: '2388073', told: 'answer', refusal: FooterFormat },
  { listed: '2388077', told: 'answer', refusal: managed(2388077, 'Insight Invalid Product Type Combination') },
  { listed: '2388094', told: 'answer', refusal: managed(2388094, 'Sample template cannot be deleted') },
  { listed: '2388293', told: 'answer', refusal: TooManyVariables },
  { listed: '2388299', told: 'answer', refusal: LeadingOrTrailing },
  // template-insights
  { listed: '200005', told: 'answer', refusal: catalogue.TemplateInsightsUnavailable },
  { listed: '200006', told: 'answer', refusal: catalogue.InsightsCannotBeDisabled },
  { listed: '200007', told: 'answer', refusal: catalogue.TemplateInsightsNotEnabled },
  // marketing-messages
  { listed: '134100', told: 'answer', refusal: catalogue.MarketingMessagesOnly },
  { listed: '134101', told: 'answer', refusal: catalogue.TemplateSyncing },
  { listed: '134102', told: 'answer', refusal: catalogue.TemplateNotUsable },
  {
    listed: '134103',
    told: 'answer',
    refusal: error(134103, 400, '(not described)'),
    absent: 'the changelog names it and nothing describes it',
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/changelog',
  },
  { listed: '1752041', told: 'answer', refusal: catalogue.DuplicateRequest },
]
