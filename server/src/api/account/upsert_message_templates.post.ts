import { z } from 'zod'
import { templateBarred } from '../../domain/accounts/barred.ts'
import { DirectTemplateNotEditable, InvalidParameter, PolicyBlocked } from '../../domain/catalogue.ts'
import { firstRefusal } from '../../domain/messaging/check.ts'
import { Refused } from '../../domain/refusals.ts'
import {
  createChecks,
  createDraft,
  editChecks,
  editDraft,
  newTemplate,
  StatusCannotChange,
  UnexpectedFields,
} from '../../domain/templates/index.ts'
import { operation } from '../../graph/operation.ts'
import { stageNewTemplate, stageTemplate } from '../../store/template-step.ts'
import { edited } from '../template/edited.ts'
import { AccountNode } from './node.ts'
import { Component } from './template/component.ts'
import { createFacts, creationTake } from './template/facts.ts'

const Upsert = z.looseObject({
  name: z.string(),
  languages: z.array(z.string()).min(1).describe('A template is made, or replaced, in each of them.'),
  category: z.enum(['AUTHENTICATION']),
  components: z.array(Component).describe('Without texts: those are the platform’s, in each language.'),
  message_send_ttl_seconds: z.int().optional(),
})

export const upsertTemplates = operation({
  on: AccountNode,
  edge: 'upsert_message_templates',
  method: 'POST',
  name: 'upsertTemplates',
  summary: 'Create or replace an authentication template in many languages at once.',
  docs: 'templates/authentication-templates/bulk-management',
  access: ['whatsapp_business_management'],
  params: Upsert,
  returns: z.object({ data: z.array(z.object({ id: z.string(), status: z.string(), language: z.string() })) }),
  refusals: [InvalidParameter(), PolicyBlocked, StatusCannotChange, DirectTemplateNotEditable],
}).run(async call => {
  const { node: account, params, read, ids, now, exhausted } = call
  const { name, category, components, message_send_ttl_seconds } = params
  const refusal = templateBarred(account, category, now) ?? ownWords(components)
  if (refusal) throw new Refused(refusal)
  const languages = [...new Set(params.languages)]
  const existing = await read.templates.named(account.id, name)
  if (existing.some(one => one.auto_generated)) throw new Refused(DirectTemplateNotEditable)
  const facts = await createFacts(account, name, read, exhausted)
  const data: { id: string; status: string; language: string }[] = []
  let created = 0
  for (const language of languages) {
    const template = existing.find(one => one.language === language)
    const content = { category, components, message_send_ttl_seconds }
    const draft = template ? editDraft(template, content) : createDraft({ name, language, ...content })
    const objection = template
      ? firstRefusal(editChecks, draft, template, now)
      : firstRefusal(createChecks, draft, { ...facts, total: facts.total + created }, now)
    if (objection) throw new Refused(objection)
    const step = template ? edited(template, draft, now) : undefined
    const changed = step?.changed ?? newTemplate(draft, { id: ids.node(), account_id: account.id }, now)
    if (template && step) await stageTemplate(call, template, step)
    else {
      created++
      const scene = { at: now, account_id: account.id, template_id: changed.id, name, language, category }
      await stageNewTemplate(call, { changed, events: [{ type: 'template.created', ...scene }] })
    }
    data.push({ id: changed.id, status: changed.status, language })
  }
  if (created > 0) call.take(creationTake(account.id, now, created))
  return { data }
})

/** Labels of the button are the platform's here, too. */
function ownWords(components: z.output<typeof Component>[]) {
  for (const { type, buttons = [] } of components) {
    const member = ['text', 'autofill_text'].find(one => buttons.some(button => button[one] !== undefined))
    if (member) return UnexpectedFields(type, member)
  }
  return undefined
}
