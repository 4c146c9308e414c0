import { z } from 'zod'
import { AccountNode } from '../../api/account/node.ts'
import { RESTRICTION_TYPES, restricted, VIOLATION_TYPES } from '../../domain/accounts/standing.ts'
import { DAY } from '../../domain/time.ts'
import { operation } from '../../graph/operation.ts'
import { decided } from './decide.ts'
import { AccountView, accountView } from './view.ts'

const MAX_DAYS = 365
/** The shortest block of the enforcement ladder. */
const DEFAULT_DAYS = 1

export const restrictAccount = operation({
  on: AccountNode,
  edge: 'restrict',
  method: 'POST',
  name: 'restrictAccount',
  summary: 'Restrict an account for some days; what it may not do any more is refused, and account_update tells.',
  access: 'control',
  params: z.looseObject({
    types: z.array(z.enum(RESTRICTION_TYPES)).min(1),
    days: z.number().positive().max(MAX_DAYS).optional().describe('One day when left out.'),
    violation: z.enum(VIOLATION_TYPES).optional().describe('What the account did; told first.'),
    remediation: z.string().optional(),
  }),
  returns: AccountView,
}).run(async ({ node, params, stage, record, now }) => {
  const { types, days = DEFAULT_DAYS, violation, remediation } = params
  const expires_at = now + Math.round(days * DAY)
  const added = [...new Set(types)].map(restriction_type => ({
    restriction_type,
    expires_at,
    ...(remediation === undefined ? {} : { remediation }),
  }))
  const account = { ...decided(node, 'restrict', node.ban?.at), restrictions: restricted(node, added, now) }
  stage.accounts.change(account)
  if (violation) record({ type: 'account.violated', at: now, account_id: node.id, violation })
  record({ type: 'account.restricted', at: now, account_id: node.id, restrictions: added })
  return accountView(account, now)
})
