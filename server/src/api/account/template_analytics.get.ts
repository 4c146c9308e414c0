import { InvalidParameter, TemplateInsightsNotEnabled } from '../../domain/catalogue.ts'
import { operation } from '../../graph/operation.ts'
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
  refusals: [InvalidParameter(), TemplateInsightsNotEnabled],
}).run(({ node: account, params, read, now, pageLink }) => templateAnalytics(account, params, { read, now, pageLink }))
