import * as catalogue from '../catalogue.ts'
import * as accept from '../messaging/accept-checks.ts'
import type { Check } from '../messaging/check.ts'
import type { Rule } from './rule.ts'

type Described = Omit<Rule, 'stage'>
// biome-ignore lint/suspicious/noExplicitAny: a check is looked up by what it is, whatever it reads
type AnyCheck = Check<any, any>

const ERRORS = 'support/error-codes'

/** The rules of `acceptChecks`: what each is called, what it says and where that is written. */
export const sendRules: ReadonlyMap<AnyCheck, Described> = new Map<AnyCheck, Described>([
  [
    accept.numberRegistered,
    {
      name: 'number-registered',
      summary: 'Only a registered number sends.',
      source: 'business-phone-numbers/registration',
      raises: catalogue.AccountNotRegistered,
      usually: 'on',
    },
  ],
  [
    accept.numberNotBanned,
    {
      name: 'number-not-banned',
      summary: 'A number that is blocked sends nothing.',
      source: ERRORS,
      raises: catalogue.AccountLocked,
      usually: 'on',
    },
  ],
  [
    accept.recipientAllowed,
    {
      name: 'recipient-allowed',
      summary: 'A test number writes to at most five recipients, where its list is enforced.',
      source: 'about-the-platform',
      raises: catalogue.RecipientNotAllowed,
      usually: 'on',
    },
  ],
  [
    accept.helloWorldFromTestNumber,
    {
      name: 'hello-world-from-test-number',
      summary: 'hello_world is sent by test numbers only.',
      source: ERRORS,
      raises: catalogue.HelloWorldOnlyFromTestNumbers,
      usually: 'on',
    },
  ],
  [
    accept.recipientIsNotSender,
    {
      name: 'recipient-is-not-sender',
      summary: 'A number does not write to itself.',
      source: ERRORS,
      raises: catalogue.RecipientIsSender,
      usually: 'on',
    },
  ],
  [
    accept.withinThroughput,
    {
      name: 'within-throughput',
      summary: '80 messages a second from one number, 1,000 when upgraded, 20 when shared with the app.',
      source: 'throughput',
      raises: catalogue.ThroughputExceeded,
      usually: 'on',
    },
  ],
  [
    accept.withinPairRate,
    {
      name: 'within-pair-rate',
      summary:
        'One message in six seconds from a number to a customer; 45 at once are lent from the time that follows.',
      source: 'about-the-platform',
      raises: catalogue.PairRateExceeded,
      usually: 'on',
    },
  ],
])
