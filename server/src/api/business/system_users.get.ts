import { listing, NoParams } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'
import { UserNode } from '../user/node.ts'
import { BusinessNode } from './node.ts'
import { assertOwn } from './own.ts'

export const listSystemUsers = listing(
  {
    on: BusinessNode,
    edge: 'system_users',
    of: UserNode,
    byDefault: ['id', 'name', 'role'],
    name: 'listSystemUsers',
    summary: 'System users of the portfolio, and whether each is an admin.',
    docs: 'solution-providers/manage-system-users',
    access: ['business_management'],
    params: NoParams,
  },
  async ({ node, read, caller }, page) => {
    assertOwn(caller, node)
    const users = await read.users.ofBusiness(node.id)
    return pageOf(
      users.filter(user => user.kind === 'SYSTEM_USER'),
      user => user.id,
      page,
    )
  },
)
