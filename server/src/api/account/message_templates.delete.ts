import { z } from 'zod'
import { DirectTemplateNotDeletable, InvalidParameter, ParameterRequired } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import type { Stored } from '../../domain/stored.ts'
import {
  moveTemplate,
  SampleNotDeletable,
  StatusCannotChange,
  templateDeletable,
} from '../../domain/templates/index.ts'
import type { Template } from '../../domain/templates/model.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import type { Read } from '../../store/read.ts'
import { stageTemplate } from '../../store/template-step.ts'
import { AccountNode } from './node.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management */
const MAX_DELETED_AT_ONCE = 100

const Params = z.looseObject({
  name: z.string().optional().describe('All languages of this name go.'),
  hsm_id: z.string().optional().describe('Only this one; its name has to be given too.'),
  hsm_ids: z.array(z.string()).optional().describe('Up to 100 ids, instead of the others.'),
})

export const deleteTemplates = operation({
  on: AccountNode,
  edge: 'message_templates',
  method: 'DELETE',
  name: 'deleteTemplates',
  summary: 'Delete a template by name (all languages), by id and name, or several by id.',
  docs: 'templates/template-management',
  access: ['whatsapp_business_management'],
  params: Params,
  returns: Success,
  refusals: [InvalidParameter(), SampleNotDeletable, DirectTemplateNotDeletable, StatusCannotChange],
}).run(async call => {
  const { node: account, params, read, now } = call
  const doomed = await meant(account.id, params, read)
  for (const template of doomed) {
    const refusal = template.auto_generated ? DirectTemplateNotDeletable : templateDeletable(template)
    if (refusal) throw new Refused(refusal)
  }
  for (const template of doomed) {
    const underWay = await read.feedback.underWay(template.id)
    const { changed, event } = moveTemplate(template, underWay ? 'delete_later' : 'delete', now)
    const { id: template_id, name, language, category } = template
    const scene = { at: now, account_id: account.id, template_id, name, language, category }
    await stageTemplate(call, template, { changed, events: [{ type: 'template.deleted', ...scene }, event] })
  }
  return success
})

async function meant(accountId: string, params: z.output<typeof Params>, read: Read): Promise<Stored<Template>[]> {
  const { name, hsm_id: id, hsm_ids: ids } = params
  if (ids) {
    if (name !== undefined || id !== undefined)
      throw new Refused(InvalidParameter('hsm_ids cannot be given together with name or hsm_id.'))
    if (ids.length > MAX_DELETED_AT_ONCE)
      throw new Refused(InvalidParameter(`hsm_ids takes at most ${MAX_DELETED_AT_ONCE} ids.`))
    return Promise.all([...new Set(ids)].map(async one => known(await read.templates.find(one), accountId, one)))
  }
  if (name === undefined) throw new Refused(ParameterRequired('name'))
  const named = await read.templates.named(accountId, name)
  const found = id === undefined ? stillThere(named) : named.filter(template => template.id === id)
  if (found.length === 0)
    throw new Refused(InvalidParameter(`There is no message template ${name}${id ? ` with the id ${id}` : ''}.`))
  return found
}

/** Languages that wait for their last messages are deleted already: they are in nobody's way, unless nothing else is left. */
function stillThere(named: Stored<Template>[]): Stored<Template>[] {
  const left = named.filter(({ status }) => status !== 'PENDING_DELETION')
  return left.length > 0 ? left : named
}

function known(template: Stored<Template> | undefined, accountId: string, id: string): Stored<Template> {
  if (template && template.account_id === accountId && template.status !== 'DELETED') return template
  throw new Refused(InvalidParameter(`There is no message template with the id ${id}.`))
}
