import { CostNotAvailable, InvalidParameter } from '../../domain/catalogue.ts'
import { operation } from '../../graph/operation.ts'
import { askingFor } from './analytics/cost.ts'
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
  refusals: [InvalidParameter(), CostNotAvailable],
}).run(({ node: account, params, caller, read, now }) =>
  pricingAnalytics(account, params, { ...askingFor(caller), read, now }),
)
