import { z } from 'zod'
import { asksAscending, NUMBER_FILTERS, passes } from '../../domain/numbers/filter.ts'
import { listing } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'
import { PhoneNumberNode } from '../phone-number/node.ts'
import { AccountNode } from './node.ts'

export const listPhoneNumbers = listing(
  {
    on: AccountNode,
    edge: 'phone_numbers',
    of: PhoneNumberNode,
    name: 'listPhoneNumbers',
    summary: 'Numbers of the account, the one that came last first.',
    docs: 'business-phone-numbers/phone-numbers',
    access: ['whatsapp_business_management', 'whatsapp_business_messaging'],
    params: z.looseObject({
      sort: z.string().optional().describe("`['last_onboarded_time_ascending']`; the latest first when left out."),
      filtering: z
        .array(
          z.object({
            field: z.enum(NUMBER_FILTERS),
            operator: z.literal('EQUAL'),
            value: z.union([z.string(), z.boolean()]),
          }),
        )
        .optional(),
      display_phone_number: z.string().optional().describe('Only this number.'),
    }),
  },
  async ({ node, params, read }, page) => {
    const { sort = '', filtering = [], display_phone_number } = params
    const digits = display_phone_number?.replace(/\D/g, '')
    const numbers = (await read.numbers.ofAccount(node.id)).filter(
      number => passes(number, filtering) && (digits === undefined || number.digits === digits),
    )
    const direction = asksAscending(sort) ? 1 : -1
    numbers.sort((a, b) => direction * (a.last_onboarded_at - b.last_onboarded_at))
    return pageOf(
      numbers,
      number => number.id,
      page,
      number => number.last_onboarded_at,
    )
  },
)
