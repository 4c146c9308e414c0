import * as catalogue from '../catalogue.ts'
import * as accept from '../messaging/accept-checks.ts'
import { type Descriptions, usually } from './rule.ts'

const ERRORS = 'support/error-codes'

/** The rules of `acceptChecks`: what each is called, what it says and where that is written. */
export const sendRules: Descriptions = new Map([
  usually(
    'on',
    accept.numberRegistered,
    'number-registered',
    'Only a registered number sends.',
    'business-phone-numbers/registration',
    catalogue.AccountNotRegistered,
  ),
  usually(
    'on',
    accept.numberNotBanned,
    'number-not-banned',
    'A number that is blocked sends nothing.',
    ERRORS,
    catalogue.AccountLocked,
  ),
  usually(
    'on',
    accept.accountMaySend,
    'account-may-send',
    'A banned or restricted account does not send.',
    'policy-enforcement',
    catalogue.PolicyBlocked,
  ),
  usually(
    'on',
    accept.providedNumberHasName,
    'provided-number-has-name',
    'A number with 555 that the platform provided sends once its display name is approved.',
    'display-names',
    catalogue.DisplayNameNotApproved,
  ),
  usually(
    'on',
    accept.recipientAllowed,
    'recipient-allowed',
    'A test number writes to at most five recipients, where its list is enforced.',
    'about-the-platform',
    catalogue.RecipientNotAllowed,
  ),
  usually(
    'on',
    accept.helloWorldFromTestNumber,
    'hello-world-from-test-number',
    'hello_world is sent by test numbers only.',
    ERRORS,
    catalogue.HelloWorldOnlyFromTestNumbers,
  ),
  usually(
    'on',
    accept.recipientIsNotSender,
    'recipient-is-not-sender',
    'A number does not write to itself.',
    ERRORS,
    catalogue.RecipientIsSender,
  ),
  usually(
    'on',
    accept.directSendEnabled,
    'direct-send-enabled',
    'Only accounts that were admitted to Direct Send give a category.',
    'direct-send/overview',
    catalogue.DirectSendNotEnabled,
  ),
  usually(
    'on',
    accept.withinThroughput,
    'within-throughput',
    '80 messages a second from one number, 1,000 when upgraded, 20 when shared with the app.',
    'throughput',
    catalogue.ThroughputExceeded,
  ),
  usually(
    'on',
    accept.withinPairRate,
    'within-pair-rate',
    'One message in six seconds from a number to a customer; 45 at once are lent from the time that follows.',
    'about-the-platform',
    catalogue.PairRateExceeded,
  ),
])
