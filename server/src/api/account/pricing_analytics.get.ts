import { InvalidParameter } from '../../domain/catalogue.ts'
import { operation } from '../../graph/operation.ts'
import { PricingAnswer, PricingParams, pricingAnalytics } from './analytics/pricing.ts'
import { AccountNode } from './node.ts'

export const getPricingAnalytics = operation({
  on: AccountNode,
  edge: 'pricing_analytics',
  method: 'GET',
  name: 'getPricingAnalytics',
  summary: 'Messages delivered, and what they cost.',
  docs: 'analytics',
  access: ['whatsapp_business_management'],
  params: PricingParams,
  returns: PricingAnswer,
  refusals: [InvalidParameter()],
}).run(({ node: account, params, read, now }) => pricingAnalytics(account, params, { read, now }))
