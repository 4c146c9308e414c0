import { listing, NoParams } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'
import { AccountNode } from '../account/node.ts'
import { BusinessNode } from './node.ts'

export const listOwnedAccounts = listing(
  {
    on: BusinessNode,
    edge: 'owned_whatsapp_business_accounts',
    of: AccountNode,
    name: 'listOwnedAccounts',
    summary: 'Accounts that the portfolio owns.',
    docs: 'solution-providers/manage-accounts',
    access: ['business_management', 'whatsapp_business_management'],
    params: NoParams,
  },
  async ({ node, read }, page) => {
    const accounts = await read.accounts.ofBusiness(node.id)
    return pageOf(
      accounts,
      account => account.id,
      page,
      account => account.created_at,
    )
  },
)
