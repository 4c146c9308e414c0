import { z } from 'zod'
import { AccountNode } from '../../api/account/node.ts'
import { operation } from '../../graph/operation.ts'
import { decided } from './decide.ts'
import { AccountView, accountView } from './view.ts'

export const reinstateAccount = operation({
  on: AccountNode,
  edge: 'reinstate',
  method: 'POST',
  name: 'reinstateAccount',
  summary: 'Take a ban back, announced or in force, and every restriction with it.',
  access: 'control',
  params: z.looseObject({}),
  returns: AccountView,
}).run(async ({ node, stage, record, now }) => {
  const { restrictions: _, misuse_warned: __, ...account } = decided(node, 'reinstate')
  stage.accounts.change(account)
  record({ type: 'account.reinstated', at: now, account_id: node.id, ban_at: node.ban?.at ?? now })
  return accountView(account, now)
})
