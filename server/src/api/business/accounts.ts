import { z } from 'zod'
import type { Account } from '../../domain/accounts/model.ts'
import { marketingStatus } from '../../domain/messaging/marketing-messages.ts'
import type { Stored } from '../../domain/stored.ts'
import { unixSeconds } from '../../domain/time.ts'
import { type Caller, reaches } from '../../graph/access.ts'
import { gripOf } from '../../graph/grip.ts'
import type { Read } from '../../store/read.ts'
import { AccountNode } from '../account/node.ts'

const Value = z.union([z.array(z.string()), z.string(), z.number()])

const Filter = z.object({
  field: z.enum(['creation_time', 'ownership_type', 'country', 'partners', 'marketing_messages_onboarding_status']),
  operator: z.enum(['LESS_THAN', 'GREATER_THAN', 'IN_RANGE', 'EQUAL', 'IN', 'ALL']),
  value: Value.optional(),
})
type Filter = z.output<typeof Filter>

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/manage-accounts */
export const AccountSearch = z.looseObject({
  filtering: z.array(Filter).optional(),
  sort: z.enum(['creation_time_ascending', 'creation_time_descending']).optional(),
  business_type: z.array(z.string()).optional().describe('Accounts here have no type, so it is not looked at.'),
  find: z.string().optional().describe('One account, by its id.'),
})

/** The accounts that a search is for, out of those that the caller may see. */
export async function searchAccounts(
  all: Stored<Account>[],
  { filtering = [], sort, find }: z.output<typeof AccountSearch>,
  caller: Caller,
  read: Read,
): Promise<Stored<Account>[]> {
  const found: Stored<Account>[] = []
  for (const account of all) {
    if (find !== undefined && account.id !== find) continue
    if (!filtering.every(filter => fits(account, filter, caller))) continue
    if (await visible(account, caller, read)) found.push(account)
  }
  const direction = sort === 'creation_time_ascending' ? 1 : -1
  if (sort) found.sort((a, b) => direction * (a.created_at - b.created_at || Number(a.id) - Number(b.id)))
  return found
}

/** Tokens that were made for some accounts see those, and employees see what they are assigned to. */
async function visible(account: Stored<Account>, caller: Caller, read: Read): Promise<boolean> {
  if (!reaches(caller, AccountNode.owner!(account))) return false
  const grip = await gripOf(caller, account.id, read)
  return grip === 'all' || grip.length > 0
}

function fits(account: Account, { field, operator, value }: Filter, caller: Caller): boolean {
  if (field === 'partners') return true
  if (field === 'creation_time') return inTime(unixSeconds(account.created_at), operator, value)
  const wanted = (Array.isArray(value) ? value : [value]).map(String)
  if (field === 'marketing_messages_onboarding_status') return wanted.includes(marketingStatus(account))
  return wanted.includes(field === 'country' ? account.country : ownership(account, caller))
}

const ownership = (account: Account, caller: Caller): string =>
  caller.kind === 'token' && caller.token.business_id !== account.business_id ? 'CLIENT_OWNED' : 'SELF'

function inTime(at: number, operator: Filter['operator'], value: z.output<typeof Value> | undefined): boolean {
  const [from = 0, to = 0] = (Array.isArray(value) ? value : [value]).map(Number)
  if (operator === 'LESS_THAN') return at < from
  if (operator === 'GREATER_THAN') return at > from
  return operator === 'IN_RANGE' ? at >= from && at <= to : at === from
}
