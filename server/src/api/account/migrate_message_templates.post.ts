import { z } from 'zod'
import { templateBarred } from '../../domain/accounts/barred.ts'
import type { Account } from '../../domain/accounts/model.ts'
import { InvalidParameter, UnsupportedRequest } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import type { Template } from '../../domain/templates/model.ts'
import { type CreateFacts, copyRefusal } from '../../domain/templates/rules/account.ts'
import { type Caller, reaches } from '../../graph/access.ts'
import { operation } from '../../graph/operation.ts'
import type { Read } from '../../store/read.ts'
import { AccountNode } from './node.ts'
import { copyTemplate } from './template/copy.ts'
import { accountFacts } from './template/facts.ts'

/** Templates of one page, and ids that one call may name. */
const MAX_MIGRATED_AT_ONCE = 500

export const migrateTemplates = operation({
  on: AccountNode,
  edge: 'migrate_message_templates',
  method: 'POST',
  name: 'migrateTemplates',
  summary: 'Copy approved templates of good quality from another account of the same portfolio.',
  docs: 'templates/template-migration',
  access: ['whatsapp_business_management'],
  params: z.looseObject({
    source_waba_id: z.string(),
    page_number: z.int().min(0).optional().describe('From 0; 500 templates a page.'),
    count: z.int().min(1).max(MAX_MIGRATED_AT_ONCE).optional().describe('Fewer than 500.'),
    template_ids: z.array(z.string()).max(MAX_MIGRATED_AT_ONCE).optional().describe('These only.'),
  }),
  returns: z.object({
    migrated_templates: z.array(z.string()).describe('Ids in the source account.'),
    failed_templates: z.record(z.string(), z.string()),
  }),
  refusals: [InvalidParameter()],
}).run(async call => {
  const { node: account, params, read, now, exhausted } = call
  const source = await sourceOf(account, params.source_waba_id, call.caller, read)
  const { page_number = 0, count = MAX_MIGRATED_AT_ONCE, template_ids } = params
  const all = (await read.templates.ofAccount(source.id)).filter(one => !one.auto_generated).reverse()
  const asked = template_ids
    ? all.filter(one => template_ids.includes(one.id))
    : all
        .filter(isMigratable)
        .slice(page_number * MAX_MIGRATED_AT_ONCE)
        .slice(0, count)
  const migrated_templates: string[] = []
  const failed_templates: Record<string, string> = {}
  for (const id of template_ids ?? []) {
    if (!all.some(one => one.id === id)) failed_templates[id] = 'Template not found'
  }
  const facts = await accountFacts(account, read, exhausted)
  for (const template of asked) {
    const sameName = await read.templates.everNamed(account.id, template.name)
    const total = facts.total + migrated_templates.length
    const fault = faultOf(account, template, { ...facts, sameName, total }, now)
    if (fault) {
      failed_templates[template.id] = fault
      continue
    }
    await copyTemplate(call, template, account.id)
    migrated_templates.push(template.id)
  }
  return { migrated_templates, failed_templates }
})

async function sourceOf(account: Account, id: string, caller: Caller, read: Read): Promise<Account> {
  const source = await read.accounts.find(id)
  if (!source || !reaches(caller, { account_id: id, business_id: source.business_id })) {
    throw new Refused(UnsupportedRequest('POST', id))
  }
  if (source.business_id !== account.business_id || source.id === account.id) {
    throw new Refused(InvalidParameter('source_waba_id must be another account of the same business portfolio.'))
  }
  return source
}

const isMigratable = ({ status, quality }: Template): boolean =>
  status === 'APPROVED' && (quality === 'GREEN' || quality === 'UNKNOWN')

/** Why a template cannot be copied, in the short words of the answer. */
function faultOf(account: Account, template: Template, facts: CreateFacts, now: number): string | undefined {
  if (template.status !== 'APPROVED') return 'Template is not approved'
  if (!isMigratable(template)) return 'Template quality is too low'
  if (templateBarred(account, template.category, now)) return 'The account may not have such templates now'
  const refusal = copyRefusal(template, facts, now)
  if (!refusal) return undefined
  return refusal.name === 'CategoryDiffers' ? 'Incorrect category' : (refusal.userTitle ?? refusal.message)
}
