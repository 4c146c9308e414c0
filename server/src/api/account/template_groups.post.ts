import { z } from 'zod'
import { InvalidParameter } from '../../domain/catalogue.ts'
import type { TemplateGroup } from '../../domain/templates/model.ts'
import { operation } from '../../graph/operation.ts'
import { membersOf } from '../template-group/members.ts'
import { AccountNode } from './node.ts'

export const createTemplateGroup = operation({
  on: AccountNode,
  edge: 'template_groups',
  method: 'POST',
  name: 'createTemplateGroup',
  summary: 'Put templates into a group.',
  docs: 'analytics',
  access: ['whatsapp_business_management'],
  params: z.looseObject({
    name: z.string().min(1),
    description: z.string(),
    whatsapp_business_templates: z.array(z.string()).describe('Ids of templates of the account.'),
  }),
  returns: z.object({ id: z.string() }),
  refusals: [InvalidParameter()],
}).run(async ({ node: account, params, read, stage, ids, record, now }) => {
  const group: TemplateGroup = {
    id: ids.node(),
    account_id: account.id,
    name: params.name,
    description: params.description,
    template_ids: await membersOf(account.id, params.whatsapp_business_templates, read),
    created_at: now,
  }
  stage.node(group.id, 'WhatsAppBusinessTemplateGroup', account.id)
  stage.templateGroups.add(group)
  record({ type: 'template_group.created', at: now, account_id: account.id, group_id: group.id })
  return { id: group.id }
})
