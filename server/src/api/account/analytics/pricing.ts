import { z } from 'zod'
import type { Account } from '../../../domain/accounts/model.ts'
import { MICROS } from '../../../domain/pricing/charge.ts'
import type { TrafficColumn, TrafficSums } from '../../../store/tables/traffic.ts'
import { listed, periodPoint, type Sources, sumsOf } from './ask.ts'
import { metricsTold } from './cost.ts'
import { PeriodParams, Place, placesOf, pointsAnswer } from './data-points.ts'
import { GRANULARITY } from './granularity.ts'

const CATEGORIES = [
  'AI_BOT',
  'AUTHENTICATION',
  'AUTHENTICATION_INTERNATIONAL',
  'GROUP_MARKETING',
  'GROUP_MARKETING_LITE',
  'GROUP_SERVICE',
  'GROUP_UTILITY',
  'MARKETING',
  'MARKETING_LITE',
  'MARKETING_LITE_DYNAMIC',
  'REFERRAL_CONVERSION',
  'SERVICE',
  'UTILITY',
] as const
const TYPES = ['FREE_CUSTOMER_SERVICE', 'FREE_ENTRY_POINT', 'FREE_GROUP_CUSTOMER_SERVICE', 'REGULAR'] as const
const METRICS = ['COST', 'VOLUME'] as const

/** What each dimension keeps apart. */
const COLUMNS = {
  COUNTRY: 'country',
  PHONE: 'phone_number_id',
  PRICING_CATEGORY: 'category',
  PRICING_TYPE: 'pricing_type',
  TIER: 'tier',
} as const satisfies { [dimension: string]: TrafficColumn }
type Dimension = keyof typeof COLUMNS
const DIMENSIONS = Object.keys(COLUMNS) as [Dimension, ...Dimension[]]

/** A tier is one of a market and a category, and is only told with both. */
const TIER_NEEDS: readonly Dimension[] = ['COUNTRY', 'PRICING_CATEGORY']

export const PricingParams = z.looseObject({
  ...PeriodParams,
  metric_types: z.array(z.enum(METRICS)).optional(),
  pricing_types: z.array(z.enum(TYPES)).optional(),
  pricing_categories: z.array(z.enum(CATEGORIES)).optional(),
  dimensions: z.array(z.enum(DIMENSIONS)).optional(),
  tiers: z.array(z.string()).optional().describe('Like `0:MAX`.'),
})

export const PricingAnswer = pointsAnswer({
  ...Place,
  tier: z.string().optional(),
  pricing_type: z.string().optional(),
  pricing_category: z.string().optional(),
  volume: z.int().optional(),
  cost: z.number().optional(),
})

/**
 * Messages delivered and what they cost, kept apart by the dimensions that are asked for.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics
 */
export async function pricingAnalytics(account: Account, params: z.output<typeof PricingParams>, sources: Sources) {
  const { metric_types, pricing_types, pricing_categories, tiers } = params
  const metrics = metricsTold(account, metric_types, METRICS, sources.businessId)
  const dimensions = dimensionsOf(params.dimensions ?? [])
  const lower = (list: readonly string[]) => list.map(one => one.toLowerCase())
  const rows = await sumsOf(
    account,
    params,
    {
      granularity: GRANULARITY[params.granularity],
      by: dimensions.map(dimension => COLUMNS[dimension]),
      where: {
        ...(listed(pricing_types) ? { pricing_type: lower(pricing_types!) } : {}),
        ...(listed(pricing_categories) ? { category: lower(pricing_categories!) } : {}),
        ...(listed(tiers) ? { tier: tiers! } : {}),
      },
      except: { category: ['received'] },
    },
    sources,
  )
  const placeOf = await placesOf(account, params, dimensions, sources)
  const points = rows
    .filter(({ row }) => row.delivered > 0)
    .map(one => ({
      ...periodPoint(one),
      ...placeOf(one.row),
      ...kindOf(one.row, dimensions),
      ...(metrics.includes('VOLUME') ? { volume: one.row.delivered } : {}),
      ...(metrics.includes('COST') ? { cost: one.row.cost / MICROS } : {}),
    }))
  return { data: [{ data_points: points }] }
}

const dimensionsOf = (asked: readonly Dimension[]): Dimension[] =>
  DIMENSIONS.filter(
    one => asked.includes(one) && (one !== 'TIER' || TIER_NEEDS.every(needed => asked.includes(needed))),
  )

function kindOf(row: TrafficSums, dimensions: readonly Dimension[]) {
  const has = (dimension: Dimension) => dimensions.includes(dimension)
  return {
    // What is free is in no tier.
    ...(has('TIER') && row.tier ? { tier: row.tier } : {}),
    ...(has('PRICING_TYPE') ? { pricing_type: row.pricing_type!.toUpperCase() } : {}),
    ...(has('PRICING_CATEGORY') ? { pricing_category: row.category!.toUpperCase() } : {}),
  }
}
