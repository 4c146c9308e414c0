import * as catalogue from '../catalogue.ts'
import { type DocumentedError, error } from './documented-error.ts'

const SAMPLE_ID = '106540352242922'

/** The Graph itself: paths, limits on calls, policy. */
export const graphErrors: readonly DocumentedError[] = [
  // generic
  { listed: '1', told: 'answer', refusal: catalogue.UnknownError },
  { listed: '2', told: 'answer', refusal: catalogue.ServiceUnavailable },
  {
    listed: '100/33',
    told: 'answer',
    refusal: catalogue.UnsupportedRequest('POST', SAMPLE_ID),
    source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
  },
  {
    listed: '506',
    told: 'answer',
    refusal: error(506, 400, 'Duplicate Post'),
    source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
  },
  {
    listed: '803',
    told: 'answer',
    refusal: catalogue.UnknownAlias('nobody'),
    source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
  },
  {
    listed: '2200',
    told: 'answer',
    refusal: catalogue.CallbackVerificationFailed(catalogue.httpFault(404, 'Not Found')),
  },
  { listed: '2500', told: 'answer', refusal: catalogue.UnknownPath('/me') },
  // throttling
  { listed: '4', told: 'answer', refusal: catalogue.AppRateExceeded },
  {
    listed: '17',
    told: 'answer',
    refusal: error(17, 400, 'User request limit reached'),
    source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
  },
  {
    listed: '32',
    told: 'answer',
    refusal: error(32, 400, 'Page request limit reached'),
    absent: 'it limits calls with Page tokens, and there are no Pages here',
    source: 'https://developers.facebook.com/docs/graph-api/overview/rate-limiting',
  },
  {
    listed: '341',
    told: 'answer',
    refusal: error(341, 400, 'Application limit reached'),
    source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
  },
  {
    listed: '613',
    told: 'answer',
    refusal: error(613, 429, 'Fetch Call Permission For Consumer Phone Number API Limit Hit'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting',
  },
  {
    listed: '80000',
    told: 'answer',
    refusal: error(80000, 400, 'Too many calls (Ads Insights BUC)'),
    absent: 'it limits the Ads Insights API, which is no part of the platform',
    source: 'https://developers.facebook.com/docs/graph-api/overview/rate-limiting',
  },
  { listed: '80007', told: 'answer', refusal: catalogue.AccountRateExceeded },
  {
    listed: '80008',
    told: 'answer',
    refusal: catalogue.ManagementRateExceeded,
    source: 'https://developers.facebook.com/docs/graph-api/overview/rate-limiting',
  },
  {
    listed: '80014',
    told: 'answer',
    refusal: error(80014, 400, 'Catalog batch rate limit'),
    absent: 'it limits batch uploads of the Catalog API, which is no part of the platform',
    source: 'https://developers.facebook.com/docs/graph-api/overview/rate-limiting',
  },
  { listed: '130429', told: 'both', refusal: catalogue.ThroughputExceeded },
  { listed: '131048', told: 'webhook', refusal: catalogue.SpamRateExceeded },
  { listed: '131056', told: 'both', refusal: catalogue.PairRateExceeded },
  {
    listed: '131064',
    told: 'both',
    refusal: catalogue.TemplateLimitReached,
  },
  { listed: '133016', told: 'answer', refusal: catalogue.RegistrationRateExceeded },
  // integrity
  { listed: '368', told: 'answer', refusal: catalogue.PolicyBlocked },
  {
    listed: '130497',
    told: 'both',
    refusal: error(130497, 403, 'Business account is restricted from messaging users in this country.'),
  },
  { listed: '131031', told: 'both', refusal: catalogue.AccountLocked },
]
