import type { z } from 'zod'
import type { Account } from '../../../domain/model.ts'
import { type Field, fieldWith } from '../../../graph/node.ts'
import { analyticsField } from './analytics.ts'
import type { Sources } from './ask.ts'
import { CallAnswer, CallParams, callAnalytics } from './call.ts'
import { ConversationAnswer, ConversationParams, conversationAnalytics } from './conversation.ts'
import { PricingAnswer, PricingParams, pricingAnalytics } from './pricing.ts'
import { TemplateAnswer, TemplateParams, templateAnalytics } from './template.ts'

const access = ['whatsapp_business_management'] as const

const analytic = <P extends z.ZodType>(
  params: P,
  schema: z.ZodType,
  read: (account: Account, params: z.output<P>, sources: Sources) => Promise<unknown>,
): Field<Account> =>
  fieldWith<Account, P>({ access, params, schema, read: (account, sources, asked) => read(account, asked, sources) })

/** Analytics as fields of an account, with their parameters as modifiers. */
export const analyticsFields = {
  analytics: analyticsField,
  call_analytics: analytic(CallParams, CallAnswer, callAnalytics),
  conversation_analytics: analytic(ConversationParams, ConversationAnswer, conversationAnalytics),
  pricing_analytics: analytic(PricingParams, PricingAnswer, pricingAnalytics),
  template_analytics: analytic(TemplateParams, TemplateAnswer, templateAnalytics),
}
