import { z } from 'zod'
import type { Account } from '../../../domain/accounts/model.ts'
import { figuresOf, InsightParams, InsightPoint, insights, MAX_SUBJECTS, type Subject } from './insights.ts'
import { type PagedSources, PointsPaging, pointsPage } from './points-page.ts'

export const TemplateGroupParams = z.looseObject({
  ...InsightParams,
  template_group_ids: z.array(z.string()).min(1).max(MAX_SUBJECTS),
})

export const TemplateGroupAnswer = z.object({
  data: z.array(
    z.object({
      granularity: z.string(),
      waba_timezone: z.string().optional(),
      data_points: z.array(z.object({ template_group_id: z.string(), ...InsightPoint })),
    }),
  ),
  paging: PointsPaging,
})

/**
 * What the templates of groups did together, newest day first.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics
 */
export async function templateGroupAnalytics(
  account: Account,
  params: z.output<typeof TemplateGroupParams>,
  sources: PagedSources,
) {
  const asked = () => groupsAsked(account, params.template_group_ids, sources)
  const { zone, days, metrics } = await insights(account, params, asked, sources)
  const all = days.toReversed().map(day => ({ template_group_id: day.subject.id, ...figuresOf(day, metrics) }))
  const { points, ...paging } = pointsPage(all, point => point.template_group_id, params, sources.pageLink)
  return {
    data: [
      {
        granularity: params.granularity,
        ...(params.use_waba_timezone ? { waba_timezone: zone } : {}),
        data_points: points,
      },
    ],
    ...paging,
  }
}

/** Groups of the account with the templates that they have now; others are passed over. */
async function groupsAsked(account: Account, ids: readonly string[], { read }: PagedSources): Promise<Subject[]> {
  const groups = await Promise.all([...new Set(ids)].map(id => read.templateGroups.find(id)))
  const own = groups.filter(group => group !== undefined).filter(group => group.account_id === account.id)
  return Promise.all(
    own.map(async ({ id, template_ids }) => {
      const templates = await Promise.all(template_ids.map(one => read.templates.find(one)))
      return { id, templates: templates.flatMap(one => (one && one.status !== 'DELETED' ? [one] : [])) }
    }),
  )
}
