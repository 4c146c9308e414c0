import * as catalogue from '../catalogue.ts'
import * as carry from '../messaging/carry-checks.ts'
import type { Check } from '../messaging/check.ts'
import type { Rule } from './rule.ts'

type Described = Omit<Rule, 'stage'>
// biome-ignore lint/suspicious/noExplicitAny: a check is looked up by what it is, whatever it reads
type AnyCheck = Check<any, any>

const ERRORS = 'support/error-codes'
const PER_USER = 'templates/marketing-templates/per-user-limits'

/** The rules of `carryChecks`: what each is called, what it says and where that is written. */
export const wayRules: ReadonlyMap<AnyCheck, Described> = new Map<AnyCheck, Described>([
  [
    carry.recipientExists,
    {
      name: 'recipient-exists',
      summary: 'Somebody with WhatsApp is behind the number.',
      source: ERRORS,
      raises: catalogue.Undeliverable,
      usually: 'on',
    },
  ],
  [
    carry.recipientNotBlocked,
    {
      name: 'recipient-not-blocked',
      summary: 'A business does not write to customers it has blocked.',
      source: 'block-users',
      raises: catalogue.BusinessBlockedUser,
      usually: 'on',
    },
  ],
  [
    carry.windowOpenOrTemplate,
    {
      name: 'window-open-or-template',
      summary: 'More than 24 hours after the customer last wrote, only templates get through.',
      source: 'messages/send-messages',
      raises: catalogue.WindowClosed,
      usually: 'on',
    },
  ],
  [
    carry.marketingWanted,
    {
      name: 'marketing-wanted',
      summary: 'A customer who stopped marketing gets none.',
      source: 'webhooks/reference/user_preferences',
      raises: catalogue.MarketingStopped,
      usually: 'on',
    },
  ],
  [
    carry.notInExperiment,
    {
      name: 'not-in-experiment',
      summary: 'Marketing is withheld from the customers of an experiment, unless a window is open.',
      source: 'support/experiments',
      raises: catalogue.InExperiment,
      usually: 'on',
    },
  ],
  [
    carry.marketingReachesCountry,
    {
      name: 'marketing-reaches-country',
      summary: 'Marketing is not delivered to numbers of the United States.',
      source: PER_USER,
      raises: catalogue.HeldForHealthyEcosystem,
      usually: 'off',
    },
  ],
  [
    carry.withinMarketingLimit,
    {
      name: 'within-marketing-limit',
      summary: 'A person gets few marketing messages from all businesses together: here two, and one more in 12 hours.',
      source: PER_USER,
      raises: catalogue.HeldForHealthyEcosystem,
      usually: 'off',
    },
  ],
  [
    carry.withinMessagingLimit,
    {
      name: 'within-messaging-limit',
      summary: 'A portfolio reaches as many customers outside windows in 24 hours as its messaging limit says.',
      source: 'messaging-limits',
      raises: catalogue.SpamRateExceeded,
      usually: 'on',
    },
  ],
  [
    carry.mediaUsable,
    {
      name: 'media-usable',
      summary: 'A linked file can be fetched and is of the kind that was announced.',
      source: 'business-phone-numbers/media',
      raises: catalogue.LinkUnreachable(404, 'Not Found'),
      usually: 'on',
    },
  ],
])
