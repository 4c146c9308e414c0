import { z } from 'zod'
import { templateBarred } from '../../domain/accounts/barred.ts'
import { InvalidParameter, PolicyBlocked } from '../../domain/catalogue.ts'
import { firstRefusal } from '../../domain/messaging/check.ts'
import { Refused } from '../../domain/refusals.ts'
import {
  CREATIONS_PER_HOUR,
  createChecks,
  createDraft,
  HandleNotUsable,
  LanguageExists,
  newTemplate,
  TEMPLATES_UNVERIFIED,
  TEMPLATES_VERIFIED,
  TemplateLimitExceeded,
} from '../../domain/templates/index.ts'
import { HOUR } from '../../domain/time.ts'
import { operation } from '../../graph/operation.ts'
import { REVIEW_DELAY } from '../template/review-delay.ts'
import { AccountNode } from './node.ts'
import { checkHandles } from './template/check-handles.ts'
import { CreateTemplate } from './template/create.ts'

export const createTemplate = operation({
  on: AccountNode,
  edge: 'message_templates',
  method: 'POST',
  name: 'createTemplate',
  summary: 'Create a template in one language; its review follows.',
  docs: 'templates/template-management',
  access: ['whatsapp_business_management'],
  params: CreateTemplate,
  returns: z.object({ id: z.string(), status: z.string(), category: z.string() }),
  refusals: [InvalidParameter(), LanguageExists(''), TemplateLimitExceeded, PolicyBlocked, HandleNotUsable],
}).run(async ({ node: account, params, read, stage, ids, now, record, take, exhausted }) => {
  const draft = createDraft(params)
  const barred = templateBarred(account, draft.category, now)
  if (barred) throw new Refused(barred)
  const business = await read.businesses.find(account.business_id)
  const facts = {
    sameName: await read.templates.everNamed(account.id, params.name),
    created_in_last_hour: exhausted.has('creations') ? CREATIONS_PER_HOUR : 0,
    total: (await read.templates.ofAccount(account.id)).length,
    limit: business?.verification_status === 'verified' ? TEMPLATES_VERIFIED : TEMPLATES_UNVERIFIED,
  }
  const refusal = firstRefusal(createChecks, draft, facts, now)
  if (refusal) throw new Refused(refusal)
  await checkHandles(draft.components, { read, businessId: account.business_id, now })
  take({
    kind: 'bucket',
    name: 'creations',
    counter: `creations/${account.id}`,
    n: 1,
    capacity: CREATIONS_PER_HOUR,
    interval: HOUR / CREATIONS_PER_HOUR,
    now,
  })
  const template = newTemplate(draft, { id: ids.node(), account_id: account.id }, now)
  stage.node(template.id, 'MessageTemplate', account.id)
  stage.templates.add(template)
  const payload = { template_id: template.id }
  stage.job({ id: ids.key(), name: 'review-template', due_at: now + REVIEW_DELAY, subject: template.id, payload })
  const { id: template_id, name, language, category, status } = template
  record({ type: 'template.created', at: now, account_id: account.id, template_id, name, language, category })
  return { id: template_id, status, category }
})
