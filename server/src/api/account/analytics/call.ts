import { z } from 'zod'
import type { Account } from '../../../domain/accounts/model.ts'
import { LOOK_BACK, rangeRefusal } from '../../../domain/analytics/range.ts'
import { Refused } from '../../../domain/refusals.ts'
import { SECOND } from '../../../domain/time.ts'
import { Range, type Sources } from './ask.ts'
import { Granular } from './granularity.ts'

export const CallParams = z.looseObject({
  start: Range.start,
  end: Range.end,
  granularity: Granular,
  phone_numbers: Range.phone_numbers,
  country_codes: Range.country_codes,
  metric_types: z.array(z.enum(['AVERAGE_DURATION', 'COST', 'COUNT'])).optional(),
  directions: z.array(z.enum(['BUSINESS_INITIATED', 'USER_INITIATED'])).optional(),
  dimensions: z.array(z.enum(['COUNTRY', 'DIRECTION', 'PHONE', 'TIER'])).optional(),
})

export const CallAnswer = z.object({
  data: z.array(z.object({ data_points: z.array(z.object({ start: z.int(), end: z.int(), count: z.int() })) })),
})

/**
 * Calls by day. Numbers here make and take no calls, so there are never any.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/pricing
 */
export async function callAnalytics(_: Account, { start, end }: z.output<typeof CallParams>, { now }: Sources) {
  const refusal = rangeRefusal(start * SECOND, end * SECOND, now, LOOK_BACK)
  if (refusal) throw new Refused(refusal)
  return { data: [{ data_points: [] }] }
}
