import { z } from 'zod'
import type { Account } from '../../../domain/accounts/model.ts'
import { type Folded, fold } from '../../../domain/analytics/fold.ts'
import { dayOf, type Granularity, slotOf, wholePeriods } from '../../../domain/analytics/periods.ts'
import { LOOK_BACK, rangeRefusal } from '../../../domain/analytics/range.ts'
import { Refused } from '../../../domain/refusals.ts'
import { SECOND, unixSeconds } from '../../../domain/time.ts'
import { zoneOf } from '../../../domain/time-zones.ts'
import type { Read } from '../../../store/read.ts'
import type { TrafficColumn, TrafficQuery, TrafficSums } from '../../../store/tables/traffic.ts'

/** What analytics are made from: committed sums, and the instant at which they are asked for. */
export interface Sources {
  read: Read
  now: number
  /** The portfolio that asks. */
  businessId?: string
}

/** Parameters of every kind of analytics of an account. */
export const Range = {
  start: z.int().describe('Unix seconds.'),
  end: z.int().describe('Unix seconds.'),
  phone_numbers: z.array(z.string()).optional().describe("Digits of the account's numbers; all when left out."),
  country_codes: z.array(z.string()).optional().describe('Countries of customers, like `US`.'),
}

/** When, and whose numbers and customers. */
export interface Asked {
  start: number
  end: number
  phone_numbers?: string[] | undefined
  country_codes?: string[] | undefined
}

export interface Question {
  granularity: Granularity
  /** Columns to keep apart. */
  by: readonly TrafficColumn[]
  where?: NonNullable<TrafficQuery['where']>
  except?: NonNullable<TrafficQuery['except']>
}

/** The digits of an account's numbers that are asked about; no filter asks about all of them. */
export async function numbersAsked(
  account: Account,
  asked: Asked,
  { read }: Sources,
): Promise<{ id: string; digits: string }[]> {
  const numbers = await read.numbers.ofAccount(account.id)
  const wanted = (asked.phone_numbers ?? []).map(text => text.replace(/\D/g, ''))
  return wanted.length === 0 ? numbers : numbers.filter(({ digits }) => wanted.includes(digits))
}

/**
 * Sums of an account in whole periods of its own time zone, the first of them holding `start`.
 * Throws Refused for a range that cannot be asked about.
 */
export async function sumsOf(
  account: Account,
  asked: Asked,
  question: Question,
  sources: Sources,
): Promise<Folded<TrafficSums>[]> {
  const { granularity, by } = question
  const zone = zoneOf(account.timezone_id)
  const refusal = rangeRefusal(asked.start * SECOND, asked.end * SECOND, sources.now, LOOK_BACK)
  if (refusal) throw new Refused(refusal)
  const numbers = await numbersAsked(account, asked, sources)
  if (numbers.length === 0) return []
  // Nothing has happened yet after now, however far ahead the range goes.
  const end = Math.min(asked.end * SECOND, sources.now + SECOND)
  if (asked.start * SECOND >= end) return []
  const period = wholePeriods(asked.start * SECOND, end, granularity, zone)
  const countries = asked.country_codes ?? []
  const where = {
    ...question.where,
    phone_number_id: numbers.map(({ id }) => id),
    ...(countries.length === 0 ? {} : { country: countries.map(code => code.toUpperCase()) }),
  }
  const query = { by, where, except: question.except ?? {} }
  const { traffic } = sources.read
  const sums =
    granularity === 'HALF_HOUR'
      ? await traffic.halfHours(account.id, { ...query, from: slotOf(period.start), to: slotOf(period.end) })
      : await traffic.days(account.id, { ...query, from: dayOf(period.start, zone), to: dayOf(period.end, zone) })
  return fold(sums, by, granularity, zone)
}

/** `start` and `end` of a data point, in Unix seconds. */
export const periodPoint = ({ period }: Folded<TrafficSums>): { start: number; end: number } => ({
  start: unixSeconds(period.start),
  end: unixSeconds(period.end),
})

/** The list, or nothing where it asks for everything. */
export const listed = <T>(list: readonly T[] | undefined): readonly T[] | undefined =>
  list === undefined || list.length === 0 ? undefined : list
