import { z } from 'zod'
import type { Account } from '../../../domain/accounts/model.ts'
import type { TrafficSums } from '../../../store/tables/traffic.ts'
import { type Asked, numbersAsked, Range, type Sources } from './ask.ts'
import { Granular } from './granularity.ts'

/** Parameters of all newer kinds of analytics. */
export const PeriodParams = {
  start: Range.start,
  end: Range.end,
  granularity: Granular,
  phone_numbers: Range.phone_numbers,
  country_codes: Range.country_codes,
}

/** Members of points whose numbers and countries can be kept apart. */
export const Place = { phone_number: z.string().optional(), country: z.string().optional() }

/** The answer of all newer kinds of analytics: points with these members, in one list. */
export const pointsAnswer = <Members extends z.ZodRawShape>(members: Members) =>
  z.object({
    data: z.array(z.object({ data_points: z.array(z.object({ start: z.int(), end: z.int(), ...members })) })),
  })

/** Tells number and country of a row as far as they are among the dimensions. */
export async function placesOf(account: Account, asked: Asked, dimensions: readonly string[], sources: Sources) {
  const digits = new Map((await numbersAsked(account, asked, sources)).map(one => [one.id, one.digits]))
  return ({ phone_number_id, country }: TrafficSums) => ({
    ...(dimensions.includes('PHONE') ? { phone_number: digits.get(phone_number_id!) ?? '' } : {}),
    ...(dimensions.includes('COUNTRY') ? { country: country! } : {}),
  })
}
