import { z } from 'zod'
import { AccountNode } from '../../api/account/node.ts'
import type { Decision, ReviewDecision } from '../../domain/accounts/standing.ts'
import { operation } from '../../graph/operation.ts'
import { decided } from './decide.ts'
import { AccountView, accountView } from './view.ts'

/** What is decided, and how the business hears of it. */
const DECISIONS = {
  approve: 'APPROVED',
  reject: 'REJECTED',
  pend: 'PENDING',
  defer: 'DEFERRED',
} as const satisfies Partial<Record<Decision, ReviewDecision>>

export const reviewAccount = operation({
  on: AccountNode,
  edge: 'review',
  method: 'POST',
  name: 'reviewAccount',
  summary: "Take the platform's decision over an account; the business hears of it by account_review_update.",
  access: 'control',
  params: z.looseObject({ decision: z.enum(['approve', 'reject', 'pend', 'defer']) }),
  returns: AccountView,
}).run(async ({ node, params, stage, record, now }) => {
  const account = decided(node, params.decision)
  stage.accounts.change(account)
  record({ type: 'account.reviewed', at: now, account_id: node.id, decision: DECISIONS[params.decision] })
  return accountView(account, now)
})
