import { z } from 'zod'
import { AccountNode } from '../../api/account/node.ts'
import { DAY } from '../../domain/time.ts'
import { operation } from '../../graph/operation.ts'
import { decided } from './decide.ts'
import { AccountView, accountView } from './view.ts'

const MAX_DAYS = 365

export const banAccount = operation({
  on: AccountNode,
  edge: 'ban',
  method: 'POST',
  name: 'banAccount',
  summary: 'Disable an account now or in some days: nothing is sent any more, and account_update tells.',
  access: 'control',
  params: z.looseObject({
    in_days: z.number().positive().max(MAX_DAYS).optional().describe('Announced for then; at once when left out.'),
  }),
  returns: AccountView,
}).run(async ({ node, params, stage, record, ids, now }) => {
  const ban_at = params.in_days === undefined ? now : now + Math.round(params.in_days * DAY)
  const later = params.in_days !== undefined
  const account = decided(node, later ? 'schedule_ban' : 'ban', ban_at)
  stage.accounts.change(account)
  record({ type: later ? 'account.ban_scheduled' : 'account.banned', at: now, account_id: node.id, ban_at })
  if (later) {
    const payload = { account_id: node.id, ban_at }
    stage.job({ id: ids.key(), name: 'disable-account', due_at: ban_at, payload })
  }
  return accountView(account, now)
})
