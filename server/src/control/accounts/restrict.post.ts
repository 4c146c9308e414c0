import { z } from 'zod'
import { AccountNode } from '../../api/account/node.ts'
import { RESTRICTION_TYPES, restricted, VIOLATION_TYPES } from '../../domain/accounts/standing.ts'
import { isUtilityRestriction, isUtilityViolation, liftedWith } from '../../domain/accounts/utility-misuse.ts'
import { recategorised } from '../../domain/templates/recategorise.ts'
import { DAY } from '../../domain/time.ts'
import { operation } from '../../graph/operation.ts'
import type { Unit } from '../../store/store.ts'
import { stageTemplate } from '../../store/template-step.ts'
import { refusal } from '../refuse.ts'
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
    types: z.array(z.enum(RESTRICTION_TYPES)).optional().describe('Left out for a warning, or to lift one.'),
    days: z.number().positive().max(MAX_DAYS).optional().describe('One day when left out.'),
    violation: z
      .enum(VIOLATION_TYPES)
      .optional()
      .describe('What the account did; told first. Misuse of utility templates is told with what is restricted.'),
    remediation: z.string().optional(),
  }),
  returns: AccountView,
}).run(async call => {
  const { node, params, stage, ids, record, now } = call
  const { types = [], days = DEFAULT_DAYS, violation, remediation } = params
  if (types.length === 0 && violation === undefined) throw refusal('Name what is restricted in types, or a violation.')
  const expires_at = now + Math.round(days * DAY)
  const added = [...new Set(types)].map(restriction_type => ({
    restriction_type,
    expires_at,
    ...(remediation === undefined ? {} : { remediation }),
  }))
  const lifted = liftedWith(violation)
  const restrictions = restricted(node, added, now).filter(one => one.restriction_type !== lifted)
  const warned = violation === 'UTILITY_TEMPLATE_ABUSE' ? { misuse_warned: true } : {}
  const account = { ...decided(node, 'restrict', node.ban?.at), restrictions, ...warned }
  stage.accounts.change(account)
  const scene = { at: now, account_id: node.id }
  const misused = isUtilityViolation(violation)
  if (violation && !misused) record({ type: 'account.violated', ...scene, violation })
  if (misused || added.length > 0)
    record({ type: 'account.restricted', ...scene, restrictions: added, ...(misused ? { violation } : {}) })
  if (types.includes('RESTRICTED_UTILITY_TEMPLATES')) await makeMarketing(call, node.id)
  for (const restriction_type of new Set(types)) {
    if (!misused || !isUtilityRestriction(restriction_type)) continue
    const payload = { account_id: node.id, restriction_type }
    stage.job({ id: ids.key(), name: 'lift-utility-restriction', due_at: expires_at, payload })
  }
  return accountView(account, now)
})

/** All approved utility templates of an account become marketing, and stay so when the restriction is over. */
async function makeMarketing(unit: Unit, accountId: string): Promise<void> {
  for (const template of await unit.read.templates.ofAccount(accountId)) {
    if (template.status !== 'APPROVED' || template.category !== 'UTILITY' || template.auto_generated) continue
    const { changed, event } = recategorised(template, 'MARKETING', unit.now)
    await stageTemplate(unit, template, { changed, events: [event] })
  }
}
