import { z } from 'zod'
import { AccountNode } from '../../api/account/node.ts'
import { operation } from '../../graph/operation.ts'
import { AccountView, accountView } from './view.ts'

export const setAccount = operation({
  on: AccountNode,
  edge: 'settings',
  method: 'POST',
  name: 'setAccount',
  summary: 'What is known of an account elsewhere: its primary location, its international rates, its orders.',
  access: 'control',
  params: z.looseObject({
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    purchase_order_number: z.string().optional(),
    auth_international_rate_eligibility: z
      .object({
        start_time: z.int().describe('Unix seconds.'),
        exception_countries: z.array(z.object({ country_code: z.string(), start_time: z.int() })).default([]),
      })
      .optional(),
  }),
  returns: AccountView,
}).run(async ({ node, params, stage, record, now }) => {
  const { country, purchase_order_number, auth_international_rate_eligibility: rates } = params
  const account = {
    ...node,
    ...(country === undefined ? {} : { country }),
    ...(purchase_order_number === undefined ? {} : { purchase_order_number }),
    ...(rates ? { auth_international_rate_eligibility: rates } : {}),
  }
  stage.accounts.change(account)
  const scene = { at: now, account_id: node.id }
  if (country !== undefined) record({ type: 'account.located', ...scene, country })
  if (rates) record({ type: 'account.international_rates_set', ...scene, auth_international_rate_eligibility: rates })
  return accountView(account, now)
})
