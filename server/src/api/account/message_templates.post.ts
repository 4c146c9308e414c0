import { z } from 'zod'
import { templateBarred } from '../../domain/accounts/barred.ts'
import { InvalidParameter, PolicyBlocked } from '../../domain/catalogue.ts'
import { firstRefusal } from '../../domain/messaging/check.ts'
import { Refused } from '../../domain/refusals.ts'
import {
  createChecks,
  HandleNotUsable,
  LanguageExists,
  newTemplate,
  TemplateLimitExceeded,
} from '../../domain/templates/index.ts'
import { operation } from '../../graph/operation.ts'
import { stageNewTemplate } from '../../store/template-step.ts'
import { AccountNode } from './node.ts'
import { checkHandles } from './template/check-handles.ts'
import { CreateTemplate } from './template/create.ts'
import { createFacts, creationTake } from './template/facts.ts'
import { wantedTemplate } from './template/wanted.ts'

export const createTemplate = operation({
  on: AccountNode,
  edge: 'message_templates',
  method: 'POST',
  name: 'createTemplate',
  summary: 'Create a template in one language; its review follows. One of the library is approved at once.',
  docs: 'templates/template-management',
  access: ['whatsapp_business_management'],
  params: CreateTemplate,
  returns: z.object({ id: z.string(), status: z.string(), category: z.string() }),
  refusals: [InvalidParameter(), LanguageExists(''), TemplateLimitExceeded, PolicyBlocked, HandleNotUsable],
}).run(async call => {
  const { node: account, params, ids, now, exhausted } = call
  const { asked, draft } = wantedTemplate(params)
  const barred = templateBarred(account, asked.category, now)
  if (barred) throw new Refused(barred)
  const facts = await createFacts(account, params.name, call.read, exhausted)
  const refusal = firstRefusal(createChecks, asked, facts, now)
  if (refusal) throw new Refused(refusal)
  await checkHandles(draft.components, { read: call.read, businessId: account.business_id, now })
  call.take(creationTake(account.id, now))
  const made = newTemplate(draft, { id: ids.node(), account_id: account.id }, now)
  const template = draft.library_template_name ? { ...made, status: 'APPROVED' as const } : made
  const { id: template_id, name, language, category, status } = template
  const scene = { at: now, account_id: account.id, template_id, name, language, category }
  await stageNewTemplate(call, { changed: template, events: [{ type: 'template.created', ...scene }] })
  return { id: template_id, status, category }
})
