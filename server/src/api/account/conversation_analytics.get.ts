import { CostNotAvailable, InvalidParameter } from '../../domain/catalogue.ts'
import { operation } from '../../graph/operation.ts'
import { ConversationAnswer, ConversationParams, conversationAnalytics } from './analytics/conversation.ts'
import { askingFor } from './analytics/cost.ts'
import { AccountNode } from './node.ts'

export const getConversationAnalytics = operation({
  on: AccountNode,
  edge: 'conversation_analytics',
  method: 'GET',
  name: 'getConversationAnalytics',
  summary: 'What was charged, as conversations: the older way to tell it.',
  docs: 'analytics',
  access: ['whatsapp_business_management'],
  params: ConversationParams,
  returns: ConversationAnswer,
  refusals: [InvalidParameter(), CostNotAvailable],
}).run(({ node: account, params, caller, read, now }) =>
  conversationAnalytics(account, params, { ...askingFor(caller), read, now }),
)
