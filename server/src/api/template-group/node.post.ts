import { z } from 'zod'
import { InvalidParameter } from '../../domain/catalogue.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { membersOf } from './members.ts'
import { TemplateGroupNode } from './node.ts'

export const updateTemplateGroup = operation({
  on: TemplateGroupNode,
  method: 'POST',
  name: 'updateTemplateGroup',
  summary: 'Rename a group of templates, or add templates to it and take some out.',
  docs: 'analytics',
  access: ['whatsapp_business_management'],
  params: z.looseObject({
    name: z.string().min(1).optional(),
    description: z.string().optional(),
    add_templates: z.array(z.string()).optional(),
    remove_templates: z.array(z.string()).optional(),
  }),
  returns: Success,
  refusals: [InvalidParameter()],
}).run(async ({ node: group, params, read, stage, record, now }) => {
  const { name = group.name, description = group.description, add_templates = [], remove_templates = [] } = params
  const added = await membersOf(group.account_id, add_templates, read)
  const template_ids = [...new Set([...group.template_ids, ...added])].filter(id => !remove_templates.includes(id))
  stage.templateGroups.change({ ...group, name, description, template_ids })
  record({ type: 'template_group.changed', at: now, account_id: group.account_id, group_id: group.id })
  return success
})
