import { z } from 'zod'
import { timezoneChangeable } from '../../domain/accounts/credit.ts'
import type { Account } from '../../domain/accounts/model.ts'
import { mayHaveInsights } from '../../domain/analytics/insights.ts'
import { InsightsCannotBeDisabled, InvalidParameter, TemplateInsightsUnavailable } from '../../domain/catalogue.ts'
import { type Refusal, Refused } from '../../domain/refusals.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { actorOf } from '../business/own.ts'
import { AccountNode } from './node.ts'

const MAX_NAME = 100

const Params = z.looseObject({
  name: z.string().min(1).max(MAX_NAME).optional(),
  timezone_id: z
    .string()
    .regex(/^\d{1,3}$/)
    .optional()
    .describe('Fixed once a line of credit is attached.'),
  is_enabled_for_insights: z.boolean().optional().describe('Cannot be taken back.'),
  disable_marketing_messages_on_cloud_api: z.boolean().optional(),
  template_auto_archival_enabled: z.boolean().optional(),
})

export const updateAccount = operation({
  on: AccountNode,
  method: 'POST',
  name: 'updateAccount',
  summary: 'Change the name, the time zone or the switches of the account.',
  docs: 'whatsapp-business-accounts',
  access: ['whatsapp_business_management'],
  tasks: ['MANAGE'],
  params: Params,
  returns: Success,
  refusals: [InvalidParameter(), InsightsCannotBeDisabled, TemplateInsightsUnavailable],
}).run(async ({ node: account, params, caller, read, stage, now, record }) => {
  const changes = changesOf(params)
  if (Object.keys(changes).length === 0) return success
  const refusal = objection(account, changes)
  if (refusal) throw new Refused(refusal)
  if (changes.is_enabled_for_insights && !mayHaveInsights(account, await read.numbers.ofAccount(account.id)))
    throw new Refused(TemplateInsightsUnavailable)
  stage.accounts.change({ ...account, ...changes })
  record({ type: 'account.changed', at: now, account_id: account.id, ...actorOf(caller) })
  return success
})

const CHANGEABLE = [
  'name',
  'timezone_id',
  'is_enabled_for_insights',
  'disable_marketing_messages_on_cloud_api',
  'template_auto_archival_enabled',
] as const

type Changes = Partial<Pick<Account, (typeof CHANGEABLE)[number]>>

const changesOf = (params: z.output<typeof Params>): Changes =>
  Object.fromEntries(CHANGEABLE.filter(name => params[name] !== undefined).map(name => [name, params[name]]))

function objection(account: Account, changes: Changes): Refusal | undefined {
  if (changes.timezone_id !== undefined && changes.timezone_id !== account.timezone_id) {
    const refusal = timezoneChangeable(account)
    if (refusal) return refusal
  }
  return changes.is_enabled_for_insights === false && account.is_enabled_for_insights
    ? InsightsCannotBeDisabled
    : undefined
}
