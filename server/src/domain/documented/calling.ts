import { type DocumentedError, error } from './documented-error.ts'

/** Calls, and the health of what they need. */
export const callingErrors: readonly DocumentedError[] = [
  // calling
  {
    listed: '131044',
    told: 'webhook',
    refusal: error(131044, 400, 'Business eligibility payment issue'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting',
  },
  {
    listed: '138000',
    told: 'answer',
    refusal: error(138000, 401, 'Calling API not enabled', {
      details: 'WhatsApp Cloud API Calling not enabled for this phone number.',
    }),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting',
  },
  {
    listed: '138001',
    told: 'both',
    refusal: error(138001, 400, 'Receiver Uncallable'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting',
  },
  {
    listed: '138002',
    told: 'answer',
    refusal: error(138002, 429, 'Concurrent Calls limit'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting',
  },
  {
    listed: '138003',
    told: 'answer',
    refusal: error(138003, 400, 'Duplicate call'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting',
  },
  {
    listed: '138004',
    told: 'both',
    refusal: error(138004, 500, 'Connection error'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting',
  },
  {
    listed: '138005',
    told: 'answer',
    refusal: error(138005, 429, 'Call rate limit exceeded'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting',
  },
  {
    listed: '138006',
    told: 'answer',
    refusal: error(138006, 401, 'No approved call permission found'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting',
  },
  {
    listed: '138007',
    told: 'both',
    refusal: error(138007, 500, 'Connect Timeout error'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting',
  },
  {
    listed: '138009',
    told: 'answer',
    refusal: error(138009, 400, 'Call Permission Request Limit Hit'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting',
  },
  {
    listed: '138011',
    told: 'answer',
    refusal: error(138011, 400, '(not described)'),
    absent: 'it is named once and nothing describes it',
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/faq',
  },
  {
    listed: '138012',
    told: 'answer',
    refusal: error(138012, 400, 'Business Initiated Calls Limit Hit'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting',
  },
  {
    listed: '138013',
    told: 'answer',
    refusal: error(138013, 400, 'Business-initiated calling is not available'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting',
  },
  {
    listed: '138014',
    told: 'answer',
    refusal: error(138014, 400, 'Calling is temporarily disabled'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting',
  },
  {
    listed: '138015',
    told: 'answer',
    refusal: error(138015, 400, 'Calling cannot be enabled'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting',
  },
  {
    listed: '138017',
    told: 'answer',
    refusal: error(138017, 400, "Call permission request can't be sent because a permanent permission already exists."),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting',
  },
  {
    listed: '138018',
    told: 'answer',
    refusal: error(
      138018,
      400,
      'WhatsApp Business calling cannot be enabled because technical pre-requisites are not met.',
    ),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting',
  },
  {
    listed: '138019',
    told: 'webhook',
    refusal: error(138019, 400, 'Call setup failed'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting',
  },
  {
    listed: '138020',
    told: 'webhook',
    refusal: error(138020, 400, 'Relay connection failed'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting',
  },
  {
    listed: '138021',
    told: 'webhook',
    refusal: error(138021, 400, 'Media receive timeout'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting',
  },
  {
    listed: '138022',
    told: 'webhook',
    refusal: error(138022, 400, 'Media transmit timeout'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting',
  },
  {
    listed: '138023',
    told: 'webhook',
    refusal: error(138023, 400, 'Call accepted but terminated with no media signals'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting',
  },
  // health-status
  {
    listed: '138024',
    told: 'answer',
    refusal: error(138024, 400, 'SIP is not enabled'),
    absent: 'it is an entry of `health_status` and never the error of a call or a message',
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/support/health-status',
  },
  {
    listed: '138025',
    told: 'answer',
    refusal: error(138025, 400, 'App has no SIP server for this number'),
    absent: 'it is an entry of `health_status` and never the error of a call or a message',
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/support/health-status',
  },
  {
    listed: '141002',
    told: 'answer',
    refusal: error(141002, 400, 'Template not approved'),
    absent: 'it is an entry of `health_status` and never the error of a call or a message',
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/support/health-status',
  },
  {
    listed: '141006',
    told: 'answer',
    refusal: error(141006, 400, 'Payment method error'),
    absent: 'it is an entry of `health_status` and never the error of a call or a message',
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/support/health-status',
  },
  {
    listed: '141010',
    told: 'answer',
    refusal: error(141010, 400, 'Business not verified'),
    absent: 'it is an entry of `health_status` and never the error of a call or a message',
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/support/health-status',
  },
  {
    listed: '141014',
    told: 'answer',
    refusal: error(141014, 400, 'WABA banned'),
    absent: 'it is an entry of `health_status` and never the error of a call or a message',
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/support/health-status',
  },
]
