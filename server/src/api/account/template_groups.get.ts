import { listing, NoParams } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'
import { TemplateGroupNode } from '../template-group/node.ts'
import { AccountNode } from './node.ts'

export const listTemplateGroups = listing(
  {
    on: AccountNode,
    edge: 'template_groups',
    of: TemplateGroupNode,
    name: 'listTemplateGroups',
    summary: 'Groups of templates, newest first.',
    docs: 'analytics',
    access: ['whatsapp_business_management'],
    params: NoParams,
  },
  async ({ node: account, read }, page) =>
    pageOf(
      await read.templateGroups.ofAccount(account.id),
      group => group.id,
      page,
      group => group.created_at,
    ),
)
