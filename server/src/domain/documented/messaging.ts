import * as catalogue from '../catalogue.ts'
import { type DocumentedError, error } from './documented-error.ts'

/** Messages and what stops them. */
export const messagingErrors: readonly DocumentedError[] = [
  // messaging
  { listed: '130403', told: 'webhook', refusal: catalogue.BusinessBlockedUser },
  {
    listed: '130470',
    told: 'webhook',
    refusal: error(130470, 400, 'Re-engagement message'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/changelog',
  },
  { listed: '130472', told: 'webhook', refusal: catalogue.InExperiment },
  { listed: '131021', told: 'both', refusal: catalogue.RecipientIsSender },
  { listed: '131026', told: 'webhook', refusal: catalogue.Undeliverable },
  {
    listed: '131030',
    told: 'answer',
    refusal: catalogue.RecipientNotAllowed,
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting',
  },
  { listed: '131037', told: 'both', refusal: catalogue.DisplayNameNotApproved },
  { listed: '131042', told: 'webhook', refusal: catalogue.PaymentIssue },
  { listed: '131047', told: 'webhook', refusal: catalogue.WindowClosed },
  { listed: '131049', told: 'webhook', refusal: catalogue.HeldForHealthyEcosystem },
  { listed: '131050', told: 'webhook', refusal: catalogue.MarketingStopped },
  {
    listed: '131062',
    told: 'answer',
    refusal: catalogue.UserIdNotSupported,
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids',
  },
  {
    listed: '137000',
    told: 'webhook',
    refusal: catalogue.IdentityMismatch,
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/identity-change',
  },
  // media
  {
    listed: '131052',
    told: 'webhook',
    refusal: catalogue.MediaDownloadFailed,
    absent: 'it is told with a message of a customer, and never of one that a business sent',
  },
  { listed: '131053', told: 'webhook', refusal: catalogue.LinkUnreachable(404, 'Not Found') },
  // other
  { listed: '33', told: 'answer', refusal: error(33, 400, 'Parameter value is not valid') },
  { listed: '100', told: 'answer', refusal: catalogue.InvalidParameter() },
  { listed: '131000', told: 'both', refusal: catalogue.SomethingWentWrong },
  { listed: '131008', told: 'both', refusal: catalogue.RequiredMissing('One of the required parameters is missing.') },
  { listed: '131009', told: 'both', refusal: catalogue.ValueNotValid('One or more parameter values are invalid') },
  { listed: '131016', told: 'both', refusal: error(131016, 500, 'Service unavailable') },
  { listed: '131051', told: 'both', refusal: catalogue.UnsupportedMessageType },
  {
    listed: '131055',
    told: 'answer',
    refusal: catalogue.MarketingTemplatesOnly,
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/error-codes',
  },
  { listed: '131057', told: 'both', refusal: catalogue.MaintenanceMode },
  {
    listed: '131059',
    told: 'answer',
    refusal: catalogue.InvalidCursor,
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/error-codes',
  },
  { listed: '135000', told: 'both', refusal: error(135000, 400, 'Generic user error') },
  // webhook-inbound
  {
    listed: '130501',
    told: 'webhook',
    refusal: error(130501, 400, 'Message type is not currently supported'),
    absent: 'it is told with a message of a customer, and never of one that a business sent',
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/groups-messaging',
  },
  {
    listed: '131060',
    told: 'webhook',
    refusal: error(131060, 400, 'This message is currently unavailable.', {
      details: 'This message is currently unavailable.',
    }),
    absent: 'it is told with a message of a customer, and never of one that a business sent',
    source:
      'https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/unsupported',
  },
  // no-storage
  {
    listed: '131035',
    told: 'webhook',
    refusal: error(131035, 400, 'Webhook could not be delivered within data retention limit', {
      details: 'Webhook could not be delivered within data retention limit',
    }),
    absent: 'numbers without storage are not offered',
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/no-storage',
  },
  {
    listed: '131036',
    told: 'webhook',
    refusal: error(131036, 400, "Message failed to be delivered on at least one of the user's device", {
      details: 'Message payload not found',
    }),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/no-storage',
  },
]
