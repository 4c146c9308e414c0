import { z } from 'zod'
import { type Folded, fold } from '../../../domain/analytics/fold.ts'
import { dayOf, type Period } from '../../../domain/analytics/periods.ts'
import { TemplateInsightsNotEnabled } from '../../../domain/catalogue.ts'
import type { Account, Template } from '../../../domain/model.ts'
import { MICROS } from '../../../domain/pricing/charge.ts'
import { Refused } from '../../../domain/refusals.ts'
import { unixSeconds } from '../../../domain/time.ts'
import { zoneOf } from '../../../domain/time-zones.ts'
import type { Clicks, TrafficSums } from '../../../store/traffic.ts'
import { listed, type Sources } from './ask.ts'
import { clicksOf, urlClicks } from './clicks.ts'
import { daysAsked } from './days.ts'

/** Templates that one call asks about. */
const MAX_TEMPLATES = 10

const METRICS = ['SENT', 'DELIVERED', 'READ', 'CLICKED', 'COST'] as const
type Metric = (typeof METRICS)[number]

/** By which of the two APIs messages went; the second has more names than one. */
const PRODUCTS = ['CLOUD_API', 'MARKETING_MESSAGES_API_FOR_WHATSAPP', 'MARKETING_MESSAGES_LITE_API'] as const
const LITE = 'marketing_lite'

const When = z.union([z.int(), z.string()])

export const TemplateParams = z.looseObject({
  start: When.describe('Unix seconds or a day like 2026-11-24; from its midnight.'),
  end: When.describe('Unix seconds or a day like 2026-11-24; to the end of it.'),
  granularity: z.enum(['DAILY']),
  template_ids: z.array(z.string()).min(1).max(MAX_TEMPLATES),
  metric_types: z.array(z.enum(METRICS)).optional(),
  product_type: z.enum(PRODUCTS).optional(),
  use_waba_timezone: z.boolean().optional(),
})

const Point = z.object({
  template_id: z.string(),
  start: z.int(),
  end: z.int(),
  sent: z.int().optional(),
  delivered: z.int().optional(),
  read: z.int().optional(),
  clicked: z.array(z.object({ type: z.string(), button_content: z.string(), count: z.int() })).optional(),
  cost: z.array(z.object({ type: z.string(), value: z.number() })).optional(),
})

export const TemplateAnswer = z.object({
  data: z.array(
    z.object({
      granularity: z.string(),
      waba_timezone: z.string().optional(),
      product_type: z.string(),
      data_points: z.array(Point),
    }),
  ),
  paging: z.object({ cursors: z.object({ before: z.string(), after: z.string() }) }).optional(),
})

type Params = z.output<typeof TemplateParams>

/** What one template did on one day. */
interface Day {
  period: Period
  template: Template
  sums: TrafficSums
  clicks: Clicks[]
}

/**
 * What templates did, day by day: days of UTC unless the account's are asked for.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics
 */
export async function templateAnalytics(account: Account, params: Params, sources: Sources) {
  if (!account.is_enabled_for_insights) throw new Refused(TemplateInsightsNotEnabled)
  const zone = params.use_waba_timezone ? zoneOf(account.timezone_id) : 'UTC'
  const period = daysAsked(params, zone, sources.now)
  const templates = await templatesAsked(account, params.template_ids, sources)
  const lite = params.product_type !== undefined && params.product_type !== 'CLOUD_API'
  const ids = [...templates.keys()]
  const calendar = params.use_waba_timezone ? 'day' : 'utc_day'
  const range = { from: dayOf(period.start, zone), to: dayOf(period.end, zone) }
  const kept = lite ? { where: { category: [LITE] } } : { except: { category: [LITE] } }
  const sums = await sources.read.traffic.templates(ids, calendar, { ...range, by: ['template_id'], ...kept })
  const clicks = lite ? [] : await sources.read.traffic.clicks(ids, calendar, range.from, range.to)
  const metrics = listed(params.metric_types) ?? METRICS
  const days = daysOf(sums, clicks, templates, zone)
  return {
    data: [
      {
        granularity: params.granularity,
        ...(params.use_waba_timezone ? { waba_timezone: zone } : {}),
        product_type: lite ? 'MARKETING_MESSAGES_LITE_API' : 'cloud_api',
        data_points: days.map(day => pointOf(day, metrics)),
      },
    ],
  }
}

/** Those that are templates of the account; others are passed over. */
async function templatesAsked(
  account: Account,
  ids: readonly string[],
  { read }: Sources,
): Promise<Map<string, Template>> {
  const found = await Promise.all(ids.map(id => read.templates.find(id)))
  return new Map(
    found.flatMap(one => (one && one.account_id === account.id && one.status !== 'DELETED' ? [[one.id, one]] : [])),
  )
}

function daysOf(
  sums: readonly TrafficSums[],
  clicks: readonly Clicks[],
  templates: ReadonlyMap<string, Template>,
  zone: string,
): Day[] {
  const clicked = Map.groupBy(clicks, click => `${click.step}/${click.template_id}`)
  const none = { sent: 0, delivered: 0, opened: 0, cost: 0 }
  // A day may have nothing but clicks on what was sent before.
  const rows = [...sums, ...clicks.map(({ step, template_id }) => ({ step, template_id, ...none }))]
  return fold(rows, ['template_id'], 'DAY', zone).map(({ period, row }: Folded<TrafficSums>) => ({
    period,
    template: templates.get(row.template_id!)!,
    sums: row,
    clicks: clicked.get(`${row.step}/${row.template_id}`) ?? [],
  }))
}

function pointOf({ period, template, sums, clicks }: Day, metrics: readonly Metric[]) {
  const has = (metric: Metric) => metrics.includes(metric)
  return {
    template_id: template.id,
    start: unixSeconds(period.start),
    end: unixSeconds(period.end),
    ...(has('SENT') ? { sent: sums.sent } : {}),
    ...(has('DELIVERED') ? { delivered: sums.delivered } : {}),
    ...(has('READ') ? { read: sums.opened } : {}),
    ...(has('CLICKED') && template.category !== 'AUTHENTICATION' ? { clicked: clicksOf(template, clicks) } : {}),
    ...(has('COST') ? { cost: costOf(template, sums, clicks) } : {}),
  }
}

function costOf(template: Template, sums: TrafficSums, clicks: readonly Clicks[]) {
  const spent = sums.cost / MICROS
  const per = (count: number) => (count === 0 ? 0 : Math.round(sums.cost / count) / MICROS)
  const onUrls = urlClicks(template, clicks)
  return [
    { type: 'amount_spent', value: spent },
    { type: 'cost_per_delivered', value: per(sums.delivered) },
    ...(onUrls === undefined ? [] : [{ type: 'cost_per_url_button_click', value: per(onUrls) }]),
  ]
}
