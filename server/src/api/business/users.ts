import type { User } from '../../domain/accounts/tokens.ts'
import { type Call, listing, NoParams } from '../../graph/operation.ts'
import { type Page, pageOf } from '../../store/records.ts'
import { UserNode } from '../user/node.ts'
import { BusinessNode } from './node.ts'
import { assertOwn } from './own.ts'

type BusinessCall = Call<{ id: string }, unknown, unknown>

const contract = {
  on: BusinessNode,
  of: UserNode,
  byDefault: ['id', 'name', 'role'],
  access: ['business_management'] as const,
  params: NoParams,
}

/** NOTE: known from the business SDK only. */
export const listBusinessUsers = listing(
  {
    ...contract,
    edge: 'business_users',
    name: 'listBusinessUsers',
    summary: 'People of the portfolio, and whether each is an admin.',
  },
  (call, page) => usersOfKind('USER', call, page),
)

export const listSystemUsers = listing(
  {
    ...contract,
    edge: 'system_users',
    name: 'listSystemUsers',
    summary: 'System users of the portfolio, and whether each is an admin.',
    docs: 'solution-providers/manage-system-users',
  },
  (call, page) => usersOfKind('SYSTEM_USER', call, page),
)

async function usersOfKind(kind: User['kind'], { node, read, caller }: BusinessCall, page: Page) {
  assertOwn(caller, node)
  const users = await read.users.ofBusiness(node.id)
  return pageOf(
    users.filter(user => user.kind === kind),
    user => user.id,
    page,
  )
}
