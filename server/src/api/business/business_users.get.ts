import { listing, NoParams } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'
import { UserNode } from '../user/node.ts'
import { BusinessNode } from './node.ts'
import { assertOwn } from './own.ts'

/** NOTE: known from the business SDK only. */
export const listBusinessUsers = listing(
  {
    on: BusinessNode,
    edge: 'business_users',
    of: UserNode,
    byDefault: ['id', 'name', 'role'],
    name: 'listBusinessUsers',
    summary: 'People of the portfolio, and whether each is an admin.',
    access: ['business_management'],
    params: NoParams,
  },
  async ({ node, read, caller }, page) => {
    assertOwn(caller, node)
    const users = await read.users.ofBusiness(node.id)
    return pageOf(
      users.filter(user => user.kind === 'USER'),
      user => user.id,
      page,
    )
  },
)
