import { z } from 'zod'
import { InvalidParameter, UserNotAssigned } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { actorOf } from '../business/own.ts'
import { assignable } from './assigned-user.ts'
import { AccountNode } from './node.ts'

export const unassignUser = operation({
  on: AccountNode,
  edge: 'assigned_users',
  method: 'DELETE',
  name: 'unassignUser',
  summary: 'Take a user off the account.',
  docs: 'solution-providers/manage-system-users',
  access: ['business_management', 'whatsapp_business_management'],
  tasks: ['MANAGE_USERS'],
  params: z.looseObject({ user: z.string() }),
  returns: Success,
  refusals: [InvalidParameter(), UserNotAssigned],
}).run(async ({ node: account, params, caller, read, stage, now, record }) => {
  const user = await assignable(account, params.user, read)
  const assignment = await read.assignments.find(`${account.id}/${user.id}`)
  if (!assignment) throw new Refused(UserNotAssigned)
  stage.assignments.remove(assignment.id)
  record({
    type: 'account.user_unassigned',
    at: now,
    account_id: account.id,
    user_id: user.id,
    ...actorOf(caller),
  })
  return success
})
