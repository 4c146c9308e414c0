import { z } from 'zod'
import { NoAccountPermission } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { listing } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'
import { type AssignedUser, AssignedUserNode, involved } from './assigned-user.ts'
import { AccountNode } from './node.ts'

export const listAssignedUsers = listing(
  {
    on: AccountNode,
    edge: 'assigned_users',
    of: AssignedUserNode,
    name: 'listAssignedUsers',
    summary: 'Users of a portfolio who are assigned to the account, with their tasks.',
    docs: 'solution-providers/manage-system-users',
    access: ['business_management', 'whatsapp_business_management'],
    params: z.looseObject({ business: z.string().describe('The portfolio whose users are meant.') }),
    refusals: [NoAccountPermission],
  },
  async ({ node: account, params, read }, page) => {
    if (!involved(account, params.business)) throw new Refused(NoAccountPermission)
    const users: AssignedUser[] = []
    for (const assignment of await read.assignments.ofAccount(account.id)) {
      const user = await read.users.find(assignment.user_id)
      if (user?.business_id === params.business) users.push({ user, assignment })
    }
    return pageOf(users, ({ user }) => user.id, page)
  },
)
