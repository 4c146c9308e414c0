import { CostNotAvailable, InvalidParameter, TemplateInsightsNotEnabled } from '../../domain/catalogue.ts'
import { operation } from '../../graph/operation.ts'
import { askingFor } from './analytics/cost.ts'
import { TemplateAnswer, TemplateParams, templateAnalytics } from './analytics/template.ts'
import { AccountNode } from './node.ts'

export const getTemplateAnalytics = operation({
  on: AccountNode,
  edge: 'template_analytics',
  method: 'GET',
  name: 'getTemplateAnalytics',
  summary: 'What templates did, day by day.',
  docs: 'analytics',
  access: ['whatsapp_business_management'],
  params: TemplateParams,
  returns: TemplateAnswer,
  refusals: [InvalidParameter(), CostNotAvailable, TemplateInsightsNotEnabled],
}).run(({ node: account, params, caller, read, now, pageLink }) =>
  templateAnalytics(account, params, { ...askingFor(caller), read, now, pageLink }),
)
