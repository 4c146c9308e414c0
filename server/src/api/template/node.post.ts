import { templateBarred } from '../../domain/accounts/barred.ts'
import { PolicyBlocked } from '../../domain/catalogue.ts'
import { firstRefusal } from '../../domain/messaging/check.ts'
import { Refused } from '../../domain/refusals.ts'
import {
  editChecks,
  editDraft,
  editedTemplate,
  HandleNotUsable,
  StatusCannotChange,
} from '../../domain/templates/index.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { checkHandles } from '../account/template/check-handles.ts'
import { EditTemplate } from '../account/template/edit.ts'
import { TemplateNode } from './node.ts'
import { REVIEW_DELAY } from './review-delay.ts'

export const editTemplate = operation({
  on: TemplateNode,
  method: 'POST',
  name: 'editTemplate',
  summary: 'Replace components, category or lifetime of a template; it goes into review again.',
  docs: 'templates/template-management',
  access: ['whatsapp_business_management'],
  params: EditTemplate,
  returns: Success,
  refusals: [StatusCannotChange, PolicyBlocked, HandleNotUsable],
}).run(async ({ node: template, params, read, stage, ids, now, record }) => {
  const draft = editDraft(template, params)
  const account = await read.accounts.find(template.account_id)
  const barred = account && templateBarred(account, draft.category, now)
  const refusal = barred ?? firstRefusal(editChecks, draft, template, now)
  if (refusal) throw new Refused(refusal)
  const businessId = account?.business_id ?? ''
  await checkHandles(draft.components, { read, businessId, now, before: template.components })
  const edited = editedTemplate(template, draft, now)
  stage.templates.change({ ...edited, version: template.version })
  const payload = { template_id: template.id }
  stage.job({ id: ids.key(), name: 'review-template', due_at: now + REVIEW_DELAY, subject: template.id, payload })
  const { id: template_id, account_id, name, language, category } = edited
  record({ type: 'template.edited', at: now, account_id, template_id, name, language, category })
  return success
})
