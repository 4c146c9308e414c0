import { AccountLocked, MarketingTemplatesDisabled, PolicyBlocked } from '../catalogue.ts'
import type { Refusal } from '../refusals.ts'
import type { TemplateCategory } from '../templates/model.ts'
import type { Account } from './model.ts'
import { type RestrictionType, restrictionsAt, type Standing, standingOf } from './standing.ts'

/*
 * What an account that does not stand well may not do. Each is one look at a record that is in memory anyway.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/policy-enforcement
 */

type Subject = Pick<Account, 'ban' | 'account_review_status' | 'restrictions' | 'deleted_at'>

const LOCKED: readonly Standing[] = ['REJECTED', 'BANNED', 'DELETED']

/** The account as such: banned, rejected or deleted, it does nothing any more. */
export function lockedOut(account: Subject): Refusal | undefined {
  const standing = standingOf(account)
  return LOCKED.includes(standing) ? AccountLocked : undefined
}

/** Whether the answer to `sendBarred` hangs on the open window. */
export const hangsOnWindow = ({ restrictions }: Subject, now: number): boolean =>
  restrictions !== undefined && restrictionsAt({ restrictions }, now).some(type => MESSAGING.includes(type))

const MESSAGING: readonly RestrictionType[] = [
  'RESTRICTED_BIZ_INITIATED_MESSAGING',
  'RESTRICTED_CUSTOMER_INITIATED_MESSAGING',
]

/** A message: business-initiated outside an open customer service window, customer-initiated inside. */
export function sendBarred(account: Subject, windowOpen: boolean, now: number): Refusal | undefined {
  const locked = lockedOut(account)
  if (locked) return locked
  if (!account.restrictions) return undefined
  const kind = windowOpen ? 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING' : 'RESTRICTED_BIZ_INITIATED_MESSAGING'
  return restrictionsAt(account, now).includes(kind) ? PolicyBlocked : undefined
}

/**
 * A marketing template that is sent over the Cloud API, where the account has switched that off.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */
export const marketingBarred = (
  account: Pick<Account, 'disable_marketing_messages_on_cloud_api'>,
  category: TemplateCategory,
): Refusal | undefined =>
  category === 'MARKETING' && account.disable_marketing_messages_on_cloud_api ? MarketingTemplatesDisabled : undefined

/** A new or edited template. */
export function templateBarred(account: Subject, category: TemplateCategory, now: number): Refusal | undefined {
  if (lockedOut(account)) return PolicyBlocked
  const types = restrictionsAt(account, now)
  return category === 'UTILITY' && types.includes('RESTRICTED_UTILITY_TEMPLATES') ? PolicyBlocked : undefined
}

/** One number more. */
export function numberBarred(account: Subject, now: number): Refusal | undefined {
  if (lockedOut(account)) return PolicyBlocked
  return restrictionsAt(account, now).includes('RESTRICTED_ADD_PHONE_NUMBER_ACTION') ? PolicyBlocked : undefined
}
