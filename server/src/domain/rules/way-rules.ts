import * as catalogue from '../catalogue.ts'
import * as carry from '../messaging/carry-checks.ts'
import { type Descriptions, usually } from './rule.ts'

const ERRORS = 'support/error-codes'
const PER_USER = 'templates/marketing-templates/per-user-limits'

/** The rules of `carryChecks`: what each is called, what it says and where that is written. */
export const wayRules: Descriptions = new Map([
  usually(
    'on',
    carry.accountFunded,
    'account-funded',
    'An account whose line of credit was taken back sends nothing.',
    ERRORS,
    catalogue.PaymentIssue,
  ),
  usually(
    'on',
    carry.numberNotRestricted,
    'number-not-restricted',
    'A number that was restricted or rate limited does not send.',
    ERRORS,
    catalogue.SpamRateExceeded,
  ),
  usually(
    'on',
    carry.recipientExists,
    'recipient-exists',
    'Somebody with WhatsApp is behind the number.',
    ERRORS,
    catalogue.Undeliverable,
  ),
  usually(
    'on',
    carry.recipientNotBlocked,
    'recipient-not-blocked',
    'A business does not write to customers it has blocked.',
    'block-users',
    catalogue.BusinessBlockedUser,
  ),
  usually(
    'on',
    carry.identityIsTheOne,
    'identity-is-the-one',
    'A message that names the key of its recipient is for that phone only.',
    'business-phone-numbers/phone-numbers',
    catalogue.IdentityMismatch,
  ),
  usually(
    'on',
    carry.windowOpenOrTemplate,
    'window-open-or-template',
    'More than 24 hours after the customer last wrote, only templates get through.',
    'messages/send-messages',
    catalogue.WindowClosed,
  ),
  usually(
    'on',
    carry.reactionPlaced,
    'reaction-placed',
    'A reaction needs a message of the chat that is not deleted, not a reaction itself, and not older than 30 days.',
    'messages/reaction-messages',
    catalogue.ReactionUnplaced,
  ),
  usually(
    'on',
    carry.marketingWanted,
    'marketing-wanted',
    'A customer who stopped marketing gets none.',
    'webhooks/reference/user_preferences',
    catalogue.MarketingStopped,
  ),
  usually(
    'on',
    carry.notInExperiment,
    'not-in-experiment',
    'Marketing is withheld from the customers of an experiment, unless a window is open.',
    'support/experiments',
    catalogue.InExperiment,
  ),
  usually(
    'off',
    carry.marketingReachesCountry,
    'marketing-reaches-country',
    'Marketing is not delivered to numbers of the United States.',
    PER_USER,
    catalogue.HeldForHealthyEcosystem,
  ),
  usually(
    'off',
    carry.withinMarketingLimit,
    'within-marketing-limit',
    'A person gets few marketing messages from all businesses together: here two, and one more in 12 hours.',
    PER_USER,
    catalogue.HeldForHealthyEcosystem,
  ),
  usually(
    'on',
    carry.withinMessagingLimit,
    'within-messaging-limit',
    'A portfolio reaches as many customers outside windows in 24 hours as its messaging limit says.',
    'messaging-limits',
    catalogue.SpamRateExceeded,
  ),
  usually(
    'on',
    carry.mediaUsable,
    'media-usable',
    'A linked file can be fetched and is of the kind that was announced.',
    'business-phone-numbers/media',
    catalogue.LinkUnreachable(404, 'Not Found'),
  ),
])
