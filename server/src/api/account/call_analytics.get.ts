import { InvalidParameter } from '../../domain/catalogue.ts'
import { operation } from '../../graph/operation.ts'
import { CallAnswer, CallParams, callAnalytics } from './analytics/call.ts'
import { AccountNode } from './node.ts'

export const getCallAnalytics = operation({
  on: AccountNode,
  edge: 'call_analytics',
  method: 'GET',
  name: 'getCallAnalytics',
  summary: 'Calls by day, number and country.',
  docs: 'calling/pricing',
  access: ['whatsapp_business_management'],
  params: CallParams,
  returns: CallAnswer,
  refusals: [InvalidParameter()],
}).run(({ node: account, params, read, now }) => callAnalytics(account, params, { read, now }))
