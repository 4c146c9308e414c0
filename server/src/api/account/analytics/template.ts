import { z } from 'zod'
import type { Account } from '../../../domain/accounts/model.ts'
import { figuresOf, InsightParams, InsightPoint, insights, MAX_SUBJECTS, type Subject } from './insights.ts'
import { type PagedSources, PointsPaging, pointsPage } from './points-page.ts'

/** By which of the two APIs messages went; the second has more names than one. */
const PRODUCTS = ['CLOUD_API', 'MARKETING_MESSAGES_API_FOR_WHATSAPP', 'MARKETING_MESSAGES_LITE_API'] as const

export const TemplateParams = z.looseObject({
  ...InsightParams,
  template_ids: z.array(z.string()).min(1).max(MAX_SUBJECTS),
  product_type: z.enum(PRODUCTS).optional(),
})

export const TemplateAnswer = z.object({
  data: z.array(
    z.object({
      granularity: z.string(),
      waba_timezone: z.string().optional(),
      product_type: z.string(),
      data_points: z.array(z.object({ template_id: z.string(), ...InsightPoint })),
    }),
  ),
  paging: PointsPaging,
})

/**
 * What templates did, day by day.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics
 */
export async function templateAnalytics(
  account: Account,
  params: z.output<typeof TemplateParams>,
  sources: PagedSources,
) {
  const lite = params.product_type !== undefined && params.product_type !== 'CLOUD_API'
  const asked = () => templatesAsked(account, params.template_ids, sources)
  const { zone, days, metrics } = await insights(account, params, asked, sources, lite)
  const all = days.map(day => ({ template_id: day.subject.id, ...figuresOf(day, metrics) }))
  const { points, ...paging } = pointsPage(all, point => point.template_id, params, sources.pageLink)
  return {
    data: [
      {
        granularity: params.granularity,
        ...(params.use_waba_timezone ? { waba_timezone: zone } : {}),
        product_type: lite ? 'MARKETING_MESSAGES_LITE_API' : 'cloud_api',
        data_points: points,
      },
    ],
    ...paging,
  }
}

/** Those that are templates of the account; others are passed over. */
async function templatesAsked(account: Account, ids: readonly string[], { read }: PagedSources): Promise<Subject[]> {
  const found = await Promise.all([...new Set(ids)].map(id => read.templates.find(id)))
  return found.flatMap(one =>
    one && one.account_id === account.id && one.status !== 'DELETED' ? [{ id: one.id, templates: [one] }] : [],
  )
}
