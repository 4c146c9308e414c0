import { z } from 'zod'
import type { Account } from '../../../domain/accounts/model.ts'
import { fold } from '../../../domain/analytics/fold.ts'
import { MICROS } from '../../../domain/pricing/charge.ts'
import { zoneOf } from '../../../domain/time-zones.ts'
import type { TrafficSums } from '../../../store/tables/traffic.ts'
import { listed, periodPoint, type Sources, sumsOf } from './ask.ts'
import { metricsTold } from './cost.ts'
import { PeriodParams, Place, placesOf, pointsAnswer } from './data-points.ts'
import { GRANULARITY } from './granularity.ts'

const CATEGORIES = [
  'AUTHENTICATION',
  'AUTHENTICATION_INTERNATIONAL',
  'MARKETING',
  'MARKETING_LITE',
  'SERVICE',
  'UTILITY',
] as const
const TYPES = ['FREE_ENTRY', 'FREE_ENTRY_POINT', 'FREE_TIER', 'REGULAR'] as const
const METRICS = ['CONVERSATION', 'COST'] as const
const DIRECTIONS = ['BUSINESS_INITIATED', 'UNKNOWN', 'USER_INITIATED'] as const

/** What each dimension keeps apart, by its name in a row that has the names of conversations. */
const NAMES = {
  CONVERSATION_CATEGORY: 'named',
  CONVERSATION_DIRECTION: 'direction',
  CONVERSATION_TYPE: 'type',
  COUNTRY: 'country',
  PHONE: 'phone_number_id',
} as const
type Dimension = keyof typeof NAMES
const DIMENSIONS = Object.keys(NAMES) as [Dimension, ...Dimension[]]

/** What was free, by the names that conversations had for it. */
const TYPE_OF: { [pricingType: string]: string } = {
  regular: 'REGULAR',
  free_customer_service: 'FREE_TIER',
  free_entry_point: 'FREE_ENTRY_POINT',
}

export const ConversationParams = z.looseObject({
  ...PeriodParams,
  metric_types: z.array(z.enum(METRICS)).optional(),
  conversation_categories: z.array(z.enum(CATEGORIES)).optional(),
  conversation_types: z.array(z.enum(TYPES)).optional(),
  conversation_directions: z.array(z.enum(DIRECTIONS)).optional(),
  dimensions: z.array(z.enum(DIMENSIONS)).optional(),
})

export const ConversationAnswer = pointsAnswer({
  conversation: z.int().optional(),
  ...Place,
  conversation_type: z.string().optional(),
  conversation_direction: z.string().optional(),
  conversation_category: z.string().optional(),
  cost: z.number().optional(),
})

type Params = z.output<typeof ConversationParams>

/**
 * The older way to tell what was charged: since each message has its own price, each is a conversation of its own.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics
 */
export async function conversationAnalytics(account: Account, params: Params, sources: Sources) {
  const metrics = metricsTold(account, params.metric_types, METRICS, sources.businessId)
  const dimensions = DIMENSIONS.filter(one => params.dimensions?.includes(one))
  const granularity = GRANULARITY[params.granularity]
  const apart = (['country', 'phone_number_id'] as const).filter(one => dimensions.some(asked => NAMES[asked] === one))
  const rows = await sumsOf(
    account,
    params,
    { granularity, by: ['category', 'pricing_type', ...apart], except: { category: ['received'] } },
    sources,
  )
  const named = rows
    .map(({ row }) => ({ ...row, ...namesOf(row) }))
    .filter(row => row.delivered > 0 && isAsked(row, params))
  const columns = dimensions.map(one => NAMES[one])
  const placeOf = await placesOf(account, params, dimensions, sources)
  const points = fold(named, columns, granularity, zoneOf(account.timezone_id)).map(one => {
    const { row } = one
    const has = (dimension: Dimension) => dimensions.includes(dimension)
    return {
      ...periodPoint(one),
      ...(metrics.includes('CONVERSATION') ? { conversation: row.delivered } : {}),
      ...placeOf(row),
      ...(has('CONVERSATION_TYPE') ? { conversation_type: row.type } : {}),
      ...(has('CONVERSATION_DIRECTION') ? { conversation_direction: row.direction } : {}),
      ...(has('CONVERSATION_CATEGORY') ? { conversation_category: row.named } : {}),
      ...(metrics.includes('COST') ? { cost: row.cost / MICROS } : {}),
    }
  })
  return { data: [{ data_points: points }] }
}

const namesOf = ({ category, pricing_type }: TrafficSums) => ({
  named: category!.toUpperCase(),
  type: TYPE_OF[pricing_type!] ?? 'REGULAR',
  direction: category === 'service' ? 'USER_INITIATED' : 'BUSINESS_INITIATED',
})

function isAsked(row: ReturnType<typeof namesOf>, params: Params): boolean {
  const has = (list: readonly string[] | undefined, ...values: string[]) =>
    listed(list) === undefined || values.some(value => list!.includes(value))
  // The page and its samples have two names for the same type.
  const types = row.type === 'FREE_ENTRY_POINT' ? [row.type, 'FREE_ENTRY'] : [row.type]
  return (
    has(params.conversation_categories, row.named) &&
    has(params.conversation_types, ...types) &&
    has(params.conversation_directions, row.direction)
  )
}
