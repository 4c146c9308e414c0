import type { Refusal } from '../refusals.ts'

/*
 * The state of the sender, the recipient and what they had with each other.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */

/** A test number writes only to the few numbers that were added to its list. */
export const RecipientNotAllowed: Refusal = {
  name: 'RecipientNotAllowed',
  code: 131030,
  http: 400,
  message: 'Recipient phone number not in allowed list',
  details: 'Recipient phone number not in allowed list: Add recipient phone number to recipient list and try again.',
}

export const RecipientIsSender: Refusal = {
  name: 'RecipientIsSender',
  code: 131021,
  http: 400,
  message: 'Recipient cannot be sender',
  details: 'The recipient and the sender are the same phone number.',
}

export const MalformedRecipient: Refusal = {
  name: 'ValueNotValid',
  code: 131009,
  http: 400,
  message: 'Parameter value is not valid',
  details: 'The phone number is malformed: Please use the format: +1234567890.',
}

/** NOTE: the code is documented, its details are ours. */
export const ReactionUnplaced: Refusal = {
  name: 'ValueNotValid',
  code: 131009,
  http: 400,
  message: 'Parameter value is not valid',
  details: 'The message to react to is unknown, deleted, older than 30 days or a reaction itself.',
}

/** Some authentication templates cannot be addressed by a business-scoped user id. */
export const UserIdNotSupported: Refusal = {
  name: 'UserIdNotSupported',
  code: 131062,
  http: 400,
  message: 'Business-scoped User ID (BSUID) recipients are not supported for this message.',
  details: 'Business-scoped User ID (BSUID) recipients are not supported for this message.',
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput */
export const ThroughputExceeded: Refusal = {
  name: 'ThroughputExceeded',
  code: 130429,
  http: 400,
  message: 'Rate limit hit',
  details: 'Cloud API message throughput has been reached.',
  statusDetails:
    'Message failed to send because there were too many messages sent from this phone number in a short period of time',
}

/** One business number wrote too often to one customer; its other customers are not concerned. */
export const PairRateExceeded: Refusal = {
  name: 'PairRateExceeded',
  code: 131056,
  http: 400,
  message: '(Business Account, Consumer Account) pair rate limit hit',
  details:
    'Too many messages were sent from this phone number to the same recipient in a short period of time. ' +
    'Wait and try again; other recipients are not affected.',
}

export const SpamRateExceeded: Refusal = {
  name: 'SpamRateExceeded',
  code: 131048,
  http: 400,
  message: 'Spam rate limit hit',
  details: 'Message failed to send because there are restrictions on how many messages can be sent from this number.',
}

/** Free-form messages need an open customer service window; told by webhook after the send was accepted. */
export const WindowClosed: Refusal = {
  name: 'WindowClosed',
  code: 131047,
  http: 400,
  message: 'Re-engagement message',
  details:
    'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
}

/** Nobody with WhatsApp behind the number, or a client that cannot show the message; told by webhook. */
export const Undeliverable: Refusal = {
  name: 'Undeliverable',
  code: 131026,
  http: 400,
  message: 'Message undeliverable',
  details: 'Message Undeliverable.',
}

/** The business itself blocked this customer; told by webhook. */
export const BusinessBlockedUser: Refusal = {
  name: 'BusinessBlockedUser',
  code: 130403,
  http: 400,
  message: 'Business blocked user',
}

export const HeldForHealthyEcosystem: Refusal = {
  name: 'HeldForHealthyEcosystem',
  code: 131049,
  http: 400,
  message: 'This message was not delivered to maintain healthy ecosystem engagement.',
  details: 'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
}

export const MarketingStopped: Refusal = {
  name: 'MarketingStopped',
  code: 131050,
  http: 400,
  message: 'User has stopped receipt of marketing messages.',
}

export const InExperiment: Refusal = {
  name: 'InExperiment',
  code: 130472,
  http: 400,
  message: "User's number is part of an experiment",
  details: "Failed to send message because this user's phone number is part of an experiment",
}

export const IdentityMismatch: Refusal = {
  name: 'IdentityMismatch',
  code: 137000,
  http: 400,
  message: 'Recipient identity key hash mismatch',
}

export const PaymentIssue: Refusal = {
  name: 'PaymentIssue',
  code: 131042,
  http: 400,
  message: 'Business eligibility payment issue',
}

export const DisplayNameNotApproved: Refusal = {
  name: 'DisplayNameNotApproved',
  code: 131037,
  http: 400,
  message: 'WhatsApp provided number needs display name approval before message can be sent.',
}

export const AccountLocked: Refusal = {
  name: 'AccountLocked',
  code: 131031,
  http: 403,
  message: 'Account has been locked',
}

export const PolicyBlocked: Refusal = {
  name: 'PolicyBlocked',
  code: 368,
  http: 403,
  message: 'Temporarily blocked for policies violations',
}

export const UnsupportedMessageType: Refusal = {
  name: 'UnsupportedMessageType',
  code: 131051,
  http: 400,
  message: 'Unsupported message type',
  details: 'Message type is currently not supported.',
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/error-codes */
export const GroupUnknown: Refusal = { name: 'GroupUnknown', code: 131041, http: 400, message: 'Group unknown' }

/** A plain message that asks for a Direct Send category on an account that is not enrolled. */
export const DirectSendNotEnabled: Refusal = {
  name: 'DirectSendNotEnabled',
  code: 100,
  http: 400,
  message: 'Invalid parameter',
  details:
    "Parameter Invalid: The 'category' value requires Direct Send, which isn't enabled for this account. " +
    'Use an approved message template instead.',
}

/*
 * Encrypted payloads. The codes and words of the OpenAPI document are no captures, so that these are ours.
 */
export const EncryptionNotEnabled: Refusal = {
  name: 'EncryptionNotEnabled',
  code: 100,
  http: 400,
  message: 'Invalid parameter',
  details: 'Payload encryption is not enabled for this phone number.',
}

export const EncryptionNotReadable: Refusal = {
  name: 'EncryptionNotReadable',
  code: 100,
  http: 400,
  message: 'Invalid parameter',
  details: 'Invalid JWE token format',
}
