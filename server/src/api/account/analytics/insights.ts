import { z } from 'zod'
import type { Account } from '../../../domain/accounts/model.ts'
import { fold } from '../../../domain/analytics/fold.ts'
import { dayOf, type Period } from '../../../domain/analytics/periods.ts'
import { TemplateInsightsNotEnabled } from '../../../domain/catalogue.ts'
import { MICROS } from '../../../domain/pricing/charge.ts'
import { Refused } from '../../../domain/refusals.ts'
import type { Template } from '../../../domain/templates/model.ts'
import { unixSeconds } from '../../../domain/time.ts'
import { zoneOf } from '../../../domain/time-zones.ts'
import type { Clicks, TrafficSums } from '../../../store/tables/traffic.ts'
import type { Sources } from './ask.ts'
import { clicksOf, urlClicks } from './clicks.ts'
import { metricsTold } from './cost.ts'
import { daysAsked } from './days.ts'

/** Templates, or groups of them, that one call asks about. */
export const MAX_SUBJECTS = 10

const METRICS = ['SENT', 'DELIVERED', 'READ', 'CLICKED', 'COST'] as const
/** Replies, and what customers did after messages of the Marketing Messages API: nothing here counts them. */
const UNTOLD = [
  'REPLIED',
  'APP_ACTIVATIONS',
  'APP_ADD_TO_CART',
  'APP_CHECKOUTS_INITIATED',
  'APP_PURCHASES',
  'APP_PURCHASES_CONVERSION_VALUE',
  'WEBSITE_ADD_TO_CART',
  'WEBSITE_CHECKOUTS_INITIATED',
  'WEBSITE_PURCHASES',
  'WEBSITE_PURCHASES_CONVERSION_VALUE',
] as const
type Metric = (typeof METRICS)[number] | (typeof UNTOLD)[number]

/** What messages of the Marketing Messages API are counted as. */
const LITE = 'marketing_lite'

const When = z.union([z.int(), z.string()])

/** Parameters of both kinds of insights, besides what they are about. */
export const InsightParams = {
  start: When.describe('Unix seconds or a day like 2026-11-24; from its midnight.'),
  end: When.describe('Unix seconds or a day like 2026-11-24; to the end of it.'),
  granularity: z.enum(['DAILY']),
  metric_types: z.array(z.enum([...METRICS, ...UNTOLD])).optional(),
  use_waba_timezone: z.boolean().optional(),
}

/** Members of a data point of both kinds. */
export const InsightPoint = {
  start: z.int(),
  end: z.int(),
  sent: z.int().optional(),
  delivered: z.int().optional(),
  read: z.int().optional(),
  clicked: z.array(z.object({ type: z.string(), button_content: z.string(), count: z.int() })).optional(),
  cost: z.array(z.object({ type: z.string(), value: z.number() })).optional(),
}

export interface InsightsAsked {
  start: string | number
  end: string | number
  metric_types?: Metric[] | undefined
  use_waba_timezone?: boolean | undefined
}

/** What one point is about: a template, or several that are looked at together. */
export interface Subject {
  id: string
  templates: readonly Template[]
}

/** What one subject did on one day. */
export interface Day {
  period: Period
  subject: Subject
  sums: TrafficSums
  clicks: Clicks[]
}

/**
 * What templates did, day by day and oldest first: days of UTC unless the account's are asked for. Throws Refused while
 * the account's insights are off.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics
 */
export async function insights(
  account: Account,
  asked: InsightsAsked,
  subjectsOf: () => Promise<Subject[]>,
  { read, now, businessId }: Sources,
  lite = false,
): Promise<{ zone: string; days: Day[]; metrics: readonly Metric[] }> {
  if (!account.is_enabled_for_insights) throw new Refused(TemplateInsightsNotEnabled)
  const metrics = metricsTold<Metric>(account, asked.metric_types, METRICS, businessId)
  const zone = asked.use_waba_timezone ? zoneOf(account.timezone_id) : 'UTC'
  const period = daysAsked(asked, zone, now)
  const calendar = asked.use_waba_timezone ? 'day' : 'utc_day'
  const range = { from: dayOf(period.start, zone), to: dayOf(period.end, zone) }
  const kept = lite ? { where: { category: [LITE] } } : { except: { category: [LITE] } }
  const subjects = await subjectsOf()
  const days = await Promise.all(
    subjects.map(async subject => {
      const ids = subject.templates.map(({ id }) => id)
      const tracked = subject.templates.filter(tracksClicks).map(({ id }) => id)
      const sums = await read.traffic.templates(ids, calendar, { ...range, by: [], ...kept })
      const clicks = lite ? [] : await read.traffic.clicks(tracked, calendar, range.from, range.to)
      return daysOf(subject, sums, clicks, zone)
    }),
  )
  return {
    zone,
    metrics,
    days: days.flat().sort((a, b) => a.period.start - b.period.start || (a.subject.id < b.subject.id ? -1 : 1)),
  }
}

/** Links of a template may be left untracked, and codes have none. */
const tracksClicks = ({ category, cta_url_link_tracking_opted_out }: Template): boolean =>
  category !== 'AUTHENTICATION' && !cta_url_link_tracking_opted_out

function daysOf(subject: Subject, sums: readonly TrafficSums[], clicks: readonly Clicks[], zone: string): Day[] {
  const clicked = Map.groupBy(clicks, ({ step }) => step)
  // A day may have nothing but clicks on what was sent before.
  const none = { sent: 0, delivered: 0, opened: 0, cost: 0 }
  const rows: TrafficSums[] = [...sums, ...clicks.map(({ step }) => ({ step, ...none }))]
  return fold(rows, [], 'DAY', zone).map(({ period, row }) => ({
    period,
    subject,
    sums: row,
    clicks: clicked.get(row.step) ?? [],
  }))
}

/** The figures of a day that are asked for; clicks only where some are tracked. */
export function figuresOf({ period, subject, sums, clicks }: Day, metrics: readonly Metric[]) {
  const has = (metric: Metric) => metrics.includes(metric)
  const tracked = subject.templates.filter(tracksClicks)
  return {
    start: unixSeconds(period.start),
    end: unixSeconds(period.end),
    ...(has('SENT') ? { sent: sums.sent } : {}),
    ...(has('DELIVERED') ? { delivered: sums.delivered } : {}),
    ...(has('READ') ? { read: sums.opened } : {}),
    ...(has('CLICKED') && tracked.length > 0 ? { clicked: clicksOf(tracked, clicks) } : {}),
    ...(has('COST') ? { cost: costOf(tracked, sums, clicks) } : {}),
  }
}

function costOf(tracked: readonly Template[], sums: TrafficSums, clicks: readonly Clicks[]) {
  const spent = sums.cost / MICROS
  const per = (count: number) => (count === 0 ? 0 : Math.round(sums.cost / count) / MICROS)
  const onUrls = urlClicks(tracked, clicks)
  return [
    { type: 'amount_spent', value: spent },
    { type: 'cost_per_delivered', value: per(sums.delivered) },
    ...(onUrls === undefined ? [] : [{ type: 'cost_per_url_button_click', value: per(onUrls) }]),
  ]
}
