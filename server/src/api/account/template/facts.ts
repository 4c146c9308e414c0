import type { Account } from '../../../domain/accounts/model.ts'
import {
  CREATIONS_PER_HOUR,
  type CreateFacts,
  PRICE_EDITS_PER_HOUR,
  TEMPLATES_UNVERIFIED,
  TEMPLATES_VERIFIED,
} from '../../../domain/templates/index.ts'
import { HOUR } from '../../../domain/time.ts'
import type { Read } from '../../../store/read.ts'
import type { Take } from '../../../store/write.ts'

/** What the account has already, as far as a new template of this name has to fit in. */
export const createFacts = async (
  account: Account,
  name: string,
  read: Read,
  exhausted: ReadonlySet<string>,
): Promise<CreateFacts> => ({
  ...(await accountFacts(account, read, exhausted)),
  sameName: await read.templates.everNamed(account.id, name),
})

/** The part of it that is the same for every name. */
export const accountFacts = async (
  account: Account,
  read: Read,
  exhausted: ReadonlySet<string>,
): Promise<Omit<CreateFacts, 'sameName'>> => ({
  created_in_last_hour: exhausted.has('creations') ? CREATIONS_PER_HOUR : 0,
  total: (await read.templates.ofAccount(account.id)).filter(one => !one.auto_generated).length,
  limit: await templateLimit(account, read),
})

/**
 * How many templates an account may have: more when its portfolio is verified and has a number with an approved name.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview
 */
export async function templateLimit(account: Account, read: Read): Promise<number> {
  const business = await read.businesses.find(account.business_id)
  if (business?.verification_status !== 'verified') return TEMPLATES_UNVERIFIED
  for (const { id } of await read.accounts.ofBusiness(business.id)) {
    const numbers = await read.numbers.ofAccount(id)
    if (numbers.some(number => number.name_status === 'APPROVED')) return TEMPLATES_VERIFIED
  }
  return TEMPLATES_UNVERIFIED
}

export const creationTake = (accountId: string, now: number, n = 1): Take => ({
  kind: 'bucket',
  name: 'creations',
  counter: `creations/${accountId}`,
  n,
  capacity: CREATIONS_PER_HOUR,
  interval: HOUR / CREATIONS_PER_HOUR,
  now,
})

export const priceEditTake = (templateId: string, now: number): Take => ({
  kind: 'bucket',
  name: 'price edits',
  counter: `price-edits/${templateId}`,
  n: 1,
  capacity: PRICE_EDITS_PER_HOUR,
  interval: HOUR / PRICE_EDITS_PER_HOUR,
  now,
})
