import type { z } from 'zod'
import type { Account } from '../../../domain/accounts/model.ts'
import { type Field, type FieldContext, fieldWith } from '../../../graph/node.ts'
import { analyticsField } from './analytics.ts'
import type { Sources } from './ask.ts'
import { CallAnswer, CallParams, callAnalytics } from './call.ts'
import { ConversationAnswer, ConversationParams, conversationAnalytics } from './conversation.ts'
import type { PagedSources } from './points-page.ts'
import { PricingAnswer, PricingParams, pricingAnalytics } from './pricing.ts'
import { TemplateAnswer, TemplateParams, templateAnalytics } from './template.ts'
import { TemplateGroupAnswer, TemplateGroupParams, templateGroupAnalytics } from './template-group.ts'

const access = ['whatsapp_business_management'] as const

const analytic = <P extends z.ZodType>(
  params: P,
  schema: z.ZodType,
  read: (account: Account, params: z.output<P>, sources: Sources) => Promise<unknown>,
): Field<Account> =>
  fieldWith<Account, P>({ access, params, schema, read: (account, sources, asked) => read(account, asked, sources) })

/** Insights are edges by nature: the next page of a field is one of its edge. */
const insight = <P extends z.ZodType<{ [name: string]: unknown }>>(
  edge: string,
  params: P,
  schema: z.ZodType,
  read: (account: Account, params: z.output<P>, sources: PagedSources) => Promise<unknown>,
): Field<Account> =>
  fieldWith<Account, P>({
    access,
    params,
    schema,
    read: (account, context, asked) =>
      read(account, asked, {
        ...context,
        pageLink: cursor => edgeLink(context, `${account.id}/${edge}`, { ...asked, ...cursor }),
      }),
  })

function edgeLink({ baseUrl, version }: FieldContext, path: string, params: { [name: string]: unknown }): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined) query.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  return `${baseUrl}/${version}/${path}?${query}`
}

/** Analytics as fields of an account, with their parameters as modifiers. */
export const analyticsFields = {
  analytics: analyticsField,
  call_analytics: analytic(CallParams, CallAnswer, callAnalytics),
  conversation_analytics: analytic(ConversationParams, ConversationAnswer, conversationAnalytics),
  pricing_analytics: analytic(PricingParams, PricingAnswer, pricingAnalytics),
  template_analytics: insight('template_analytics', TemplateParams, TemplateAnswer, templateAnalytics),
  template_group_analytics: insight(
    'template_group_analytics',
    TemplateGroupParams,
    TemplateGroupAnswer,
    templateGroupAnalytics,
  ),
}
