import { z } from 'zod'
import { AccountNode } from '../../api/account/node.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { remove } from '../numbers/remove.ts'
import { decided } from './decide.ts'

export const deleteAccount = operation({
  on: AccountNode,
  method: 'DELETE',
  name: 'deleteAccount',
  summary: 'Delete an account, with all that hangs on it; its apps hear of it a last time.',
  access: 'control',
  params: z.looseObject({}),
  returns: Success,
}).run(async call => {
  const { node, read, stage, record, now } = call
  stage.accounts.change(decided(node, 'delete', now))
  for (const subscribed of await read.subscribedApps.ofAccount(node.id)) stage.subscribedApps.remove(subscribed.id)
  // A banned number stays banned, wherever somebody adds it.
  for (const number of await read.numbers.ofAccount(node.id)) remove(call, number)
  for (const assignment of await read.assignments.ofAccount(node.id)) stage.assignments.remove(assignment.id)
  record({ type: 'account.deleted', at: now, account_id: node.id })
  return success
})
