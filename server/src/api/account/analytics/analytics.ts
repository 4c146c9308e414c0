import { z } from 'zod'
import type { Account } from '../../../domain/accounts/model.ts'
import { InsightProductTypes, InvalidParameter } from '../../../domain/catalogue.ts'
import { Refused } from '../../../domain/refusals.ts'
import { fieldWith } from '../../../graph/node.ts'
import { listed, numbersAsked, periodPoint, type Question, Range, type Sources, sumsOf } from './ask.ts'

/** Kinds of messages by their number. Those of groups are told apart from those to people. */
const TEMPLATES = 0
const CUSTOMER_SUPPORT = 2
const INBOUND = 100
const GROUP_KINDS = [101, 102, 103]
const INBOUND_KINDS = [INBOUND, 103]
const OUTBOUND = [TEMPLATES, CUSTOMER_SUPPORT]
const ALL_KINDS = [...OUTBOUND, INBOUND, ...GROUP_KINDS]

const Params = z.looseObject({
  start: Range.start,
  end: Range.end,
  granularity: z.enum(['HALF_HOUR', 'DAY', 'MONTH']),
  phone_numbers: Range.phone_numbers,
  product_types: z.array(z.int()).optional().describe('0 templates, 2 other messages, 100 from customers.'),
  country_codes: Range.country_codes,
})

const Answer = z.looseObject({
  phone_numbers: z.array(z.string()),
  country_codes: z.array(z.string()).optional(),
  granularity: z.string(),
  data_points: z.array(z.looseObject({ start: z.int(), end: z.int(), sent: z.int(), delivered: z.int() })),
})

/**
 * Messages sent and delivered. NOTE: of messages from customers both are how many came.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics
 */
export const analyticsField = fieldWith<Account, typeof Params>({
  access: ['whatsapp_business_management'],
  params: Params,
  schema: Answer,
  read: async (account, sources, params) => {
    const { granularity, country_codes } = params
    const kinds = kindsAsked(params.product_types)
    const numbers = await numbersAsked(account, params, sources)
    const points = await pointsOf(account, params, kinds, sources)
    return {
      phone_numbers: numbers.map(({ digits }) => digits),
      ...(listed(country_codes) ? { country_codes: country_codes!.map(code => code.toUpperCase()) } : {}),
      granularity,
      data_points: points,
    }
  },
})

/** Throws Refused for kinds that are none, or cannot be counted together. */
function kindsAsked(given: readonly number[] | undefined): readonly number[] {
  const kinds = listed(given) ?? OUTBOUND
  const unknown = kinds.find(kind => !ALL_KINDS.includes(kind))
  if (unknown !== undefined) throw new Refused(InvalidParameter(`product_types has no type ${unknown}.`))
  const inbound = kinds.some(kind => INBOUND_KINDS.includes(kind))
  if (inbound && new Set(kinds).size > 1) throw new Refused(InsightProductTypes)
  return kinds
}

async function pointsOf(account: Account, params: z.output<typeof Params>, kinds: readonly number[], sources: Sources) {
  const question = questionOf(kinds)
  const rows = await sumsOf(account, params, { granularity: params.granularity, by: [], ...question }, sources)
  return question ? rows.map(one => ({ ...periodPoint(one), sent: one.row.sent, delivered: one.row.delivered })) : []
}

/** Nothing where only messages of groups are asked for: no group has sent any. */
function questionOf(kinds: readonly number[]): Pick<Question, 'where' | 'except'> | undefined {
  if (kinds.includes(INBOUND)) return { where: { category: ['received'] } }
  const templates = kinds.includes(TEMPLATES)
  const others = kinds.includes(CUSTOMER_SUPPORT)
  if (!templates && !others) return undefined
  if (templates && others) return { except: { category: ['received'] } }
  return templates ? { except: { category: ['received', 'service'] } } : { where: { category: ['service'] } }
}
