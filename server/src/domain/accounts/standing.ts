import type { Account } from './model.ts'

/*
 * How an account stands with the platform: its review, its restrictions, its ban.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/policy-enforcement
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_update
 */

export const RESTRICTION_TYPES = [
  'RESTRICTED_ADD_PHONE_NUMBER_ACTION',
  'RESTRICTED_BIZ_INITIATED_MESSAGING',
  'RESTRICTED_CUSTOMER_INITIATED_MESSAGING',
  'RESTRICTED_BIZ_INITIATED_AND_USER_INITIATED_CALLING',
  'RESTRICTED_BUSINESS_INITIATED_CALLING',
  'RESTRICTED_USER_INITIATED_CALLING',
  'RESTRICTED_USER_INITIATED_CALLING_CALL_BUTTON_HIDDEN',
  'RESTRICTED_UTILITY_TEMPLATES',
  'RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES',
  'RATE_LIMITED_UTILITY_TEMPLATE_MESSAGING',
] as const
export type RestrictionType = (typeof RESTRICTION_TYPES)[number]

/** One thing that an account may not do until an instant. */
export interface Restriction {
  restriction_type: RestrictionType
  expires_at: number
  remediation?: string
}

export const VIOLATION_TYPES = [
  'ADULT',
  'ALCOHOL',
  'ANIMALS',
  'BODY_PARTS_FLUIDS',
  'DATING',
  'DIGITAL_SERVICES_PRODUCTS',
  'DRUGS',
  'GAMBLING',
  'HEALTHCARE',
  'ILLEGAL_PRODUCTS',
  'MISLEADING',
  'OVERTLY_SEXUALIZED_POSITIONING',
  'REAL_FAKE_CURRENCY',
  'SCAM',
  'SUPPLEMENTS',
  'THIRD_PARTY_INFRINGEMENTS',
  'TOBACCO',
  'UNAUTHORIZED_MEDIA',
  'UTILITY_TEMPLATE_ABUSE',
  'UTILITY_TEMPLATE_ABUSE_RATE_LIMIT',
  'UTILITY_TEMPLATE_ABUSE_RATE_LIMIT_RECOVERY',
  'UTILITY_TEMPLATE_ABUSE_UNBAN',
  'WEAPONS',
] as const
export type ViolationType = (typeof VIOLATION_TYPES)[number]

/** A ban as it is kept; reinstating takes it away. */
export type BanState = 'SCHEDULE_FOR_DISABLE' | 'DISABLE'
export type ReviewDecision = 'APPROVED' | 'REJECTED' | 'PENDING' | 'DEFERRED'

/** What the account is, all in one word. */
export type Standing = 'IN_REVIEW' | 'APPROVED' | 'REJECTED' | 'BAN_SCHEDULED' | 'BANNED' | 'DELETED'

/** What the platform can decide. */
export const DECISIONS = [
  'approve',
  'reject',
  'pend',
  'defer',
  'restrict',
  'schedule_ban',
  'ban',
  'reinstate',
  'delete',
] as const
export type Decision = (typeof DECISIONS)[number]

/** Which decisions can be taken in which standing, and what comes of them. What is not here cannot be decided. */
export const standings: Record<Standing, Partial<Record<Decision, Standing>>> = {
  IN_REVIEW: {
    approve: 'APPROVED',
    reject: 'REJECTED',
    defer: 'IN_REVIEW',
    restrict: 'IN_REVIEW',
    schedule_ban: 'BAN_SCHEDULED',
    ban: 'BANNED',
    delete: 'DELETED',
  },
  APPROVED: {
    reject: 'REJECTED',
    pend: 'IN_REVIEW',
    restrict: 'APPROVED',
    schedule_ban: 'BAN_SCHEDULED',
    ban: 'BANNED',
    delete: 'DELETED',
  },
  REJECTED: { approve: 'APPROVED', pend: 'IN_REVIEW', ban: 'BANNED', delete: 'DELETED' },
  BAN_SCHEDULED: { restrict: 'BAN_SCHEDULED', ban: 'BANNED', reinstate: 'APPROVED', delete: 'DELETED' },
  BANNED: { reinstate: 'APPROVED', delete: 'DELETED' },
  DELETED: {},
}

const REVIEWS = { PENDING: 'IN_REVIEW', APPROVED: 'APPROVED', REJECTED: 'REJECTED' } as const

export function standingOf(account: Pick<Account, 'ban' | 'account_review_status' | 'deleted_at'>): Standing {
  if (account.deleted_at !== undefined) return 'DELETED'
  if (account.ban) return account.ban.state === 'DISABLE' ? 'BANNED' : 'BAN_SCHEDULED'
  return REVIEWS[account.account_review_status]
}

/** The members of an account that say where it stands. */
type Stand = Pick<Account, 'account_review_status' | 'status' | 'ban' | 'deleted_at'>

/** The same account in another standing. `at` is when a ban comes, or when it was deleted. */
export function inStanding<A extends Account>(account: A, standing: Standing, at: number): A {
  const { ban: _, ...rest } = account
  const stand: Record<Standing, Stand> = {
    IN_REVIEW: { account_review_status: 'PENDING', status: 'ACTIVE' },
    APPROVED: { account_review_status: 'APPROVED', status: 'ACTIVE' },
    REJECTED: { account_review_status: 'REJECTED', status: 'ACTIVE' },
    BAN_SCHEDULED: {
      account_review_status: account.account_review_status,
      status: 'ACTIVE',
      ban: { state: 'SCHEDULE_FOR_DISABLE', at },
    },
    BANNED: {
      account_review_status: account.account_review_status,
      status: 'DISABLED',
      ban: { state: 'DISABLE', at },
    },
    DELETED: { account_review_status: account.account_review_status, status: 'DISABLED', deleted_at: at },
  }
  return { ...rest, ...stand[standing] } as A
}

/** What is restricted at this instant. */
export const restrictionsAt = ({ restrictions }: Pick<Account, 'restrictions'>, now: number): RestrictionType[] =>
  (restrictions ?? []).filter(one => one.expires_at > now).map(one => one.restriction_type)

/** Old restrictions are forgotten, and a newer one replaces an older one of its type. */
export function restricted(
  { restrictions = [] }: Pick<Account, 'restrictions'>,
  added: readonly Restriction[],
  now: number,
): Restriction[] {
  const replaced = new Set(added.map(one => one.restriction_type))
  return [...restrictions.filter(one => one.expires_at > now && !replaced.has(one.restriction_type)), ...added]
}
