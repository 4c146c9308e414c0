import { z } from 'zod'
import type { Account } from '../../../domain/accounts/model.ts'
import { LOOK_BACK, rangeRefusal } from '../../../domain/analytics/range.ts'
import { Refused } from '../../../domain/refusals.ts'
import { SECOND } from '../../../domain/time.ts'
import type { Sources } from './ask.ts'
import { PeriodParams, pointsAnswer } from './data-points.ts'

export const CallParams = z.looseObject({
  ...PeriodParams,
  metric_types: z.array(z.enum(['AVERAGE_DURATION', 'COST', 'COUNT'])).optional(),
  directions: z.array(z.enum(['BUSINESS_INITIATED', 'USER_INITIATED'])).optional(),
  dimensions: z.array(z.enum(['COUNTRY', 'DIRECTION', 'PHONE', 'TIER'])).optional(),
})

export const CallAnswer = pointsAnswer({ count: z.int() })

/**
 * Calls by day. Numbers here make and take no calls, so there are never any.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/pricing
 */
export async function callAnalytics(_: Account, { start, end }: z.output<typeof CallParams>, { now }: Sources) {
  const refusal = rangeRefusal(start * SECOND, end * SECOND, now, LOOK_BACK)
  if (refusal) throw new Refused(refusal)
  return { data: [{ data_points: [] }] }
}
