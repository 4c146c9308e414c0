import { z } from 'zod'
import { TASKS } from '../../domain/accounts/tasks.ts'
import { InvalidParameter } from '../../domain/catalogue.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { actorOf } from '../business/own.ts'
import { assignable } from './assigned-user.ts'
import { AccountNode } from './node.ts'

const MAX_TASKS = 16

export const assignUser = operation({
  on: AccountNode,
  edge: 'assigned_users',
  method: 'POST',
  name: 'assignUser',
  summary: 'Assign a user to the account, with tasks; those of before are replaced.',
  docs: 'solution-providers/manage-system-users',
  access: ['business_management', 'whatsapp_business_management'],
  tasks: ['MANAGE_USERS'],
  params: z.looseObject({ user: z.string(), tasks: z.array(z.enum(TASKS)).min(1).max(MAX_TASKS) }),
  returns: Success,
  refusals: [InvalidParameter()],
}).run(async ({ node: account, params, caller, read, stage, now, record }) => {
  const user = await assignable(account, params.user, read)
  const tasks = [...new Set(params.tasks)]
  const id = `${account.id}/${user.id}`
  const existing = await read.assignments.find(id)
  const assignment = { id, account_id: account.id, user_id: user.id, tasks, assigned_at: existing?.assigned_at ?? now }
  if (existing) stage.assignments.change({ ...assignment, version: existing.version })
  else stage.assignments.add(assignment)
  const type = existing ? ('account.user_changed' as const) : ('account.user_assigned' as const)
  record({ type, at: now, account_id: account.id, user_id: user.id, tasks, ...actorOf(caller) })
  return success
})
