import { sendBarred } from '../accounts/barred.ts'
import type { Account } from '../accounts/model.ts'
import {
  AccountLocked,
  AccountNotRegistered,
  DisplayNameNotApproved,
  HelloWorldOnlyFromTestNumbers,
  PairRateExceeded,
  RecipientIsSender,
  RecipientNotAllowed,
  ThroughputExceeded,
} from '../catalogue.ts'
import { waitsForName } from '../numbers/display-name.ts'
import type { PhoneNumber } from '../numbers/model.ts'
import type { Check } from './check.ts'
import { directObjection } from './direct-send.ts'
import type { MessageDraft } from './draft.ts'
import type { Limit } from './limits.ts'
import { samePhone } from './wa-id.ts'

/** What is known when a message is handed in. */
export interface AcceptFacts {
  number: Pick<
    PhoneNumber,
    'digits' | 'status' | 'name_status' | 'registered_at' | 'is_test_number' | 'enforce_recipients' | 'recipients'
  >
  /** How the account stands. Whether the window is open is known only where its restrictions ask for it. */
  account?: Account
  windowOpen?: boolean
  /** Limits that had no room for this message: the names of the claims that the store refused. */
  exhausted: ReadonlySet<Limit | (string & {})>
}

type AcceptCheck = Check<MessageDraft, AcceptFacts>

export const numberRegistered: AcceptCheck = (_, { number }) =>
  number.registered_at === undefined ? AccountNotRegistered : undefined

export const numberNotBanned: AcceptCheck = (_, { number }) => (number.status === 'BANNED' ? AccountLocked : undefined)

/** A banned or restricted account does not send. */
export const accountMaySend: AcceptCheck = (_, { account, windowOpen = false }, now) =>
  account && sendBarred(account, windowOpen, now)

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/display-names */
export const providedNumberHasName: AcceptCheck = (_, { number }) =>
  waitsForName(number) ? DisplayNameNotApproved : undefined

/** A test number writes to its own list of recipients only, where that is enforced. */
export const recipientAllowed: AcceptCheck = ({ to }, { number }) => {
  if (!number.is_test_number || !number.enforce_recipients || to.kind !== 'phone') return undefined
  return number.recipients?.some(recipient => samePhone(recipient, to.waId)) ? undefined : RecipientNotAllowed
}

export const helloWorldFromTestNumber: AcceptCheck = (draft, { number }) =>
  draft.type === 'template' && draft.content.name === 'hello_world' && !number.is_test_number
    ? HelloWorldOnlyFromTestNumbers
    : undefined

export const recipientIsNotSender: AcceptCheck = ({ to }, { number }) =>
  to.kind === 'phone' && samePhone(to.waId, number.digits) ? RecipientIsSender : undefined

/** What the account was admitted to, and whether it still may. */
export const directSendEnabled: AcceptCheck = (draft, { account }, now) => directObjection(draft, account, now)

export const withinThroughput: AcceptCheck = (_, { exhausted }) =>
  exhausted.has('throughput') ? ThroughputExceeded : undefined

export const withinPairRate: AcceptCheck = (_, { exhausted }) => (exhausted.has('pair') ? PairRateExceeded : undefined)

/** Answered at once, in this order: the first refusal is the one the caller sees. */
export const acceptChecks: readonly AcceptCheck[] = [
  numberRegistered,
  numberNotBanned,
  accountMaySend,
  providedNumberHasName,
  recipientAllowed,
  helloWorldFromTestNumber,
  recipientIsNotSender,
  directSendEnabled,
  withinThroughput,
  withinPairRate,
]
