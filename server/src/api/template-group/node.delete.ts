import { NoParams, operation, Success, success } from '../../graph/operation.ts'
import { TemplateGroupNode } from './node.ts'

export const deleteTemplateGroup = operation({
  on: TemplateGroupNode,
  method: 'DELETE',
  name: 'deleteTemplateGroup',
  summary: 'Delete a group of templates; the templates stay.',
  docs: 'analytics',
  access: ['whatsapp_business_management'],
  params: NoParams,
  returns: Success,
}).run(async ({ node: group, stage, record, now }) => {
  stage.templateGroups.remove(group.id)
  stage.dropNode(group.id)
  record({ type: 'template_group.removed', at: now, account_id: group.account_id, group_id: group.id })
  return success
})
