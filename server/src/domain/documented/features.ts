import * as catalogue from '../catalogue.ts'
import { type DocumentedError, error } from './documented-error.ts'

/** Flows, groups, payments, block lists, usernames. */
export const featuresErrors: readonly DocumentedError[] = [
  // flows
  { listed: '132068', told: 'answer', refusal: error(132068, 400, 'Flow is blocked') },
  { listed: '132069', told: 'answer', refusal: error(132069, 400, 'Flow is throttled') },
  {
    listed: '139000',
    told: 'answer',
    refusal: error(139000, 400, 'Blocked by Integrity'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/error-codes',
  },
  {
    listed: '139001',
    told: 'answer',
    refusal: error(139001, 400, "Flow can't be updated"),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/error-codes',
  },
  {
    listed: '139002',
    told: 'answer',
    refusal: error(139002, 400, "Flow can't be published"),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/error-codes',
  },
  {
    listed: '139003',
    told: 'answer',
    refusal: error(139003, 400, "Flow can't be deprecated"),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/error-codes',
  },
  {
    listed: '139004',
    told: 'answer',
    refusal: error(139004, 400, "Flow can't be deleted"),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/error-codes',
  },
  {
    listed: '4233041',
    told: 'answer',
    refusal: error(4233041, 400, 'Flows Migration Error: Flow name not found in source WABA.'),
    absent: 'it is an item in the answer about a migration of flows, and never an error',
  },
  // groups
  {
    listed: '131020',
    told: 'both',
    refusal: error(131020, 400, 'Bad Group'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/error-codes',
  },
  {
    listed: '131041',
    told: 'answer',
    refusal: catalogue.GroupUnknown,
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/error-codes',
  },
  {
    listed: '131201',
    told: 'both',
    refusal: error(131201, 206, 'Request partially succeeded'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/error-codes',
  },
  {
    listed: '131202',
    told: 'both',
    refusal: error(131202, 400, 'Duplicate participant'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/error-codes',
  },
  {
    listed: '131203',
    told: 'both',
    refusal: error(131203, 400, 'Recipient has not accepted our new Terms of Service and Privacy Policy.'),
    absent: 'it is told of one participant inside an answer, and never as an error',
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/error-codes',
  },
  {
    listed: '131204',
    told: 'both',
    refusal: error(131204, 400, 'Participant overlimit'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/error-codes',
  },
  {
    listed: '131207',
    told: 'both',
    refusal: error(131207, 403, 'Group suspended'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/error-codes',
  },
  {
    listed: '131208',
    told: 'both',
    refusal: error(131208, 429, 'Group Rate Limit Hit'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/error-codes',
  },
  {
    listed: '131209',
    told: 'both',
    refusal: error(131209, 400, 'Invalid Group Profile Picture Aspect Ratio'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/error-codes',
  },
  {
    listed: '131210',
    told: 'both',
    refusal: error(131210, 400, 'Image is Too Small to Process'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/error-codes',
  },
  {
    listed: '131211',
    told: 'both',
    refusal: error(131211, 400, 'Group create limit reached'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/error-codes',
  },
  {
    listed: '131212',
    told: 'both',
    refusal: error(131212, 400, 'Participant is not a part of the group.'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/error-codes',
  },
  {
    listed: '131213',
    told: 'both',
    refusal: error(131213, 400, 'Group join request does not exist.'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/error-codes',
  },
  {
    listed: '131214',
    told: 'both',
    refusal: error(131214, 400, 'Group creation is temporarily disabled'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/error-codes',
  },
  {
    listed: '131215',
    told: 'both',
    refusal: error(131215, 400, 'This phone number is not eligible to access Groups APIs'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/error-codes',
  },
  // payments
  {
    listed: '1026',
    told: 'webhook',
    refusal: error(1026, 400, 'Receiver Incapable'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/overview',
  },
  {
    listed: '2040',
    told: 'webhook',
    refusal: error(2040, 400, 'Message Not Supported'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/overview',
  },
  {
    listed: '2046',
    told: 'webhook',
    refusal: error(2046, 400, 'New order status was not correctly transitioned'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/overview',
  },
  {
    listed: '2047',
    told: 'webhook',
    refusal: error(2047, 400, "Could not change order status to 'canceled'", {
      details: "Could not change order status to 'canceled'",
    }),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/overview',
  },
  {
    listed: '134011',
    told: 'answer',
    refusal: error(134011, 400, 'WhatsApp Payments terms of service has not been accepted'),
  },
  // block-users
  {
    listed: '131047',
    told: 'answer',
    refusal: error(131047, 400, 'Re-engagement required'),
    variant: true,
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users',
  },
  {
    listed: '135002',
    told: 'answer',
    refusal: error(135002, 400, 'Blocklist concurrent update'),
    absent: 'it occurs inside the text of 139102 and not as a code',
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users',
  },
  {
    listed: '139100',
    told: 'answer',
    refusal: error(139100, 400, 'Failed to block/unblock some users'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users',
  },
  {
    listed: '139101',
    told: 'answer',
    refusal: error(139101, 400, 'Blocklist limit reached'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users',
  },
  {
    listed: '139102',
    told: 'answer',
    refusal: error(139102, 400, 'Blocklist concurrent update'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users',
  },
  {
    listed: '139103',
    told: 'answer',
    refusal: error(139103, 500, 'Internal error'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users',
  },
  // username
  {
    listed: '147001',
    told: 'answer',
    refusal: error(147001, 400, 'Username not available'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids',
  },
  {
    listed: '147002',
    told: 'answer',
    refusal: error(147002, 400, 'Account not eligible to request a username'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids',
  },
  {
    listed: '147003',
    told: 'answer',
    refusal: error(147003, 400, 'FB account not linked'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids',
  },
  {
    listed: '147004',
    told: 'answer',
    refusal: error(147004, 400, 'IG account not linked'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids',
  },
  {
    listed: '147005',
    told: 'answer',
    refusal: error(147005, 400, 'Username transfer required'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids',
  },
  // in-app-signup
  { listed: '2494164', told: 'answer', refusal: error(2494164, 400, 'Signup entity not found') },
  { listed: '2494165', told: 'answer', refusal: error(2494165, 400, 'In-App Signup API not enabled for this WABA') },
  { listed: '2494166', told: 'answer', refusal: error(2494166, 400, 'Unknown placeholder in confirmation_message') },
  { listed: '2494167', told: 'answer', refusal: error(2494167, 400, '{{promo_code}} used but no promo_code given') },
  { listed: '2494168', told: 'answer', refusal: error(2494168, 400, 'Terms of service not accepted') },
  { listed: '2494176', told: 'answer', refusal: error(2494176, 400, 'Terms already accepted but policy object sent') },
  { listed: '2494177', told: 'answer', refusal: error(2494177, 400, 'policy.tos is not an approved URL') },
  { listed: '2494179', told: 'answer', refusal: error(2494179, 400, 'website_url is not https') },
  // conversation-routing
  { listed: '138038', told: 'answer', refusal: error(138038, 400, 'Not the call primary for this entry point') },
  { listed: '2494191', told: 'answer', refusal: catalogue.ThreadTakeNotPermitted },
]
