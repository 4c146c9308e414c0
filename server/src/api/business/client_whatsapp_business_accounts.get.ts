import { listing } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'
import { AccountNode } from '../account/node.ts'
import { AccountSearch, searchAccounts } from './accounts.ts'
import { BusinessNode } from './node.ts'
import { assertOwn } from './own.ts'

export const listClientAccounts = listing(
  {
    on: BusinessNode,
    edge: 'client_whatsapp_business_accounts',
    of: AccountNode,
    name: 'listClientAccounts',
    summary: 'Accounts of customers that are shared with the portfolio.',
    docs: 'solution-providers/manage-accounts',
    access: ['business_management', 'whatsapp_business_management'],
    params: AccountSearch,
  },
  async ({ node, params, caller, read }, page) => {
    assertOwn(caller, node)
    const found = await searchAccounts(await read.accounts.sharedWith(node.id), params, caller, read)
    return pageOf(found, account => account.id, page)
  },
)
