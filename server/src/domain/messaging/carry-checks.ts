import {
  BusinessBlockedUser,
  HeldForHealthyEcosystem,
  IdentityMismatch,
  InExperiment,
  MarketingStopped,
  MediaUploadFailed,
  PaymentIssue,
  ReactionUnplaced,
  SpamRateExceeded,
  Undeliverable,
  WindowClosed,
} from '../catalogue.ts'
import type { PhoneNumber } from '../numbers/model.ts'
import type { TemplateCategory } from '../templates/model.ts'
import type { Check } from './check.ts'
import type { MessageDraft } from './draft.ts'
import { isAmerican, MARKETING_LIMIT } from './marketing.ts'
import { MESSAGING_LIMIT } from './messaging-limit.ts'
import { canReactTo, type ReactedTo } from './reaction.ts'
import { serviceWindow } from './window.ts'

/** What is known when a message that was accepted sets out. */
export interface CarryFacts {
  /** The line of credit of the account was taken back. */
  unfunded?: boolean
  numberStatus?: PhoneNumber['status']
  /** Whether somebody with WhatsApp is behind the number. */
  customerExists: boolean
  /** Whether the business put the customer on its block list. */
  blockedByBusiness: boolean
  /** Instant of the customer's last message to the number; 0 = never. */
  lastReceivedAt: number
  /** Of the template, when it is one, or stands for one. */
  category?: TemplateCategory
  /** It is no template and needs no window all the same. */
  directSend?: boolean
  /** Digits of the customer's number. */
  waId?: string
  /** Inside the free time after an advertisement. */
  freeEntryOpen?: boolean
  /** The customer wants no marketing from this number. */
  marketingStopped?: boolean
  inExperiment?: boolean
  /** Key of the customer's phone. */
  identityKeyHash?: string
  /** Limits that had no room for this message: the names of the claims that the store refused. */
  exhausted?: ReadonlySet<string>
  /** What a reaction is put on; absent where the chat has no such message. */
  reactsTo?: ReactedTo
  /** What was wrong with a linked file, as the platform words it in the details of 131053. */
  mediaFault?: string
}

/** The part of a message that these rules read, so that a stored message will do. */
type Carried = Pick<MessageDraft, 'type' | 'recipient_identity_key_hash'>

type CarryCheck = Check<Carried, CarryFacts>

export const accountFunded: CarryCheck = (_, { unfunded }) => (unfunded ? PaymentIssue : undefined)

/** A number that the platform has put limits on. */
export const numberNotRestricted: CarryCheck = (_, { numberStatus }) =>
  numberStatus === 'RESTRICTED' || numberStatus === 'RATE_LIMITED' ? SpamRateExceeded : undefined

export const recipientExists: CarryCheck = (_, facts) => (facts.customerExists ? undefined : Undeliverable)

export const recipientNotBlocked: CarryCheck = (_, facts) => (facts.blockedByBusiness ? BusinessBlockedUser : undefined)

export const windowOpenOrTemplate: CarryCheck = ({ type }, facts, now) =>
  type === 'template' || facts.directSend || serviceWindow(facts.lastReceivedAt, now).open ? undefined : WindowClosed

const isMarketing = ({ category }: CarryFacts): boolean => category === 'MARKETING'

export const marketingWanted: CarryCheck = (_, facts) =>
  isMarketing(facts) && facts.marketingStopped ? MarketingStopped : undefined

/** Whoever is in the experiment still gets marketing while a window is open. */
export const notInExperiment: CarryCheck = (_, facts, now) => {
  if (!isMarketing(facts) || !facts.inExperiment || facts.freeEntryOpen) return undefined
  return serviceWindow(facts.lastReceivedAt, now).open ? undefined : InExperiment
}

export const marketingReachesCountry: CarryCheck = (_, facts) =>
  isMarketing(facts) && facts.waId !== undefined && isAmerican(facts.waId) ? HeldForHealthyEcosystem : undefined

export const withinMarketingLimit: CarryCheck = (_, { exhausted }) =>
  exhausted?.has(MARKETING_LIMIT) ? HeldForHealthyEcosystem : undefined

export const withinMessagingLimit: CarryCheck = (_, { exhausted }) =>
  exhausted?.has(MESSAGING_LIMIT) ? SpamRateExceeded : undefined

export const mediaUsable: CarryCheck = (_, { mediaFault }) =>
  mediaFault === undefined ? undefined : MediaUploadFailed(mediaFault)

export const reactionPlaced: CarryCheck = ({ type }, { reactsTo }, now) =>
  type !== 'reaction' || canReactTo(reactsTo, now) ? undefined : ReactionUnplaced

/** A message for one phone only does not reach another that the same person got meanwhile. */
export const identityIsTheOne: CarryCheck = ({ recipient_identity_key_hash: wanted }, { identityKeyHash }) =>
  wanted === undefined || wanted === identityKeyHash ? undefined : IdentityMismatch

/**
 * Found on the way, reported as a failed status.
 *
 * A customer who blocked the business is not in this list, because nothing is reported: the message is `sent` and
 * stays so, and no webhook tells that it will never be delivered. NOTE: the pages do not describe this; it is how
 * WhatsApp treats blocked senders everywhere.
 */
export const carryChecks: readonly CarryCheck[] = [
  accountFunded,
  numberNotRestricted,
  recipientExists,
  recipientNotBlocked,
  identityIsTheOne,
  windowOpenOrTemplate,
  reactionPlaced,
  marketingWanted,
  notInExperiment,
  marketingReachesCountry,
  withinMarketingLimit,
  withinMessagingLimit,
  mediaUsable,
]

/** Whether a customer who blocked some numbers gets to see what this one sends. */
export const reaches = (customer: { blocked: readonly string[] }, phoneNumberId: string): boolean =>
  !customer.blocked.includes(phoneNumberId)
