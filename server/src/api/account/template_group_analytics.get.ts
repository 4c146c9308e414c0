import { CostNotAvailable, InvalidParameter, TemplateInsightsNotEnabled } from '../../domain/catalogue.ts'
import { operation } from '../../graph/operation.ts'
import { askingFor } from './analytics/cost.ts'
import { TemplateGroupAnswer, TemplateGroupParams, templateGroupAnalytics } from './analytics/template-group.ts'
import { AccountNode } from './node.ts'

export const getTemplateGroupAnalytics = operation({
  on: AccountNode,
  edge: 'template_group_analytics',
  method: 'GET',
  name: 'getTemplateGroupAnalytics',
  summary: 'What groups of templates did, day by day.',
  docs: 'analytics',
  access: ['whatsapp_business_management'],
  params: TemplateGroupParams,
  returns: TemplateGroupAnswer,
  refusals: [InvalidParameter(), CostNotAvailable, TemplateInsightsNotEnabled],
}).run(({ node: account, params, caller, read, now, pageLink }) =>
  templateGroupAnalytics(account, params, { ...askingFor(caller), read, now, pageLink }),
)
