import { listing } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'
import { AccountNode } from '../account/node.ts'
import { AccountSearch, searchAccounts } from './accounts.ts'
import { BusinessNode } from './node.ts'

export const listOwnedAccounts = listing(
  {
    on: BusinessNode,
    edge: 'owned_whatsapp_business_accounts',
    of: AccountNode,
    name: 'listOwnedAccounts',
    summary: 'Accounts that the portfolio owns, as far as the token reaches them.',
    docs: 'solution-providers/manage-accounts',
    access: ['business_management', 'whatsapp_business_management'],
    params: AccountSearch,
  },
  async ({ node, params, caller, read }, page) => {
    const found = await searchAccounts(await read.accounts.ofBusiness(node.id), params, caller, read)
    return pageOf(
      found,
      account => account.id,
      page,
      account => account.created_at,
    )
  },
)
