import { z } from 'zod'
import type { Account } from '../../domain/accounts/model.ts'
import { digitsOfCountry } from '../../domain/countries.ts'
import { freeEntryOpen } from '../../domain/messaging/free-entry.ts'
import { type PricingCategory, pricingCategory } from '../../domain/messaging/price.ts'
import { phoneDigits } from '../../domain/messaging/recipient.ts'
import { serviceWindow } from '../../domain/messaging/window.ts'
import { isTiered, MICROS, volumeCounter } from '../../domain/pricing/charge.ts'
import { type Audience, type Batch, batchesOf, estimate } from '../../domain/pricing/estimate.ts'
import { chargedIn } from '../../domain/pricing/rates.ts'
import { zoneOf } from '../../domain/time-zones.ts'
import { node } from '../../graph/node.ts'
import { operation } from '../../graph/operation.ts'
import type { Read } from '../../store/read.ts'
import { refusal } from '../refuse.ts'
import { Instant, instantOf } from '../world/clock.ts'
import { chosenAccount } from './account-choice.ts'

/** Recipients that are named one by one; more are given as counts. */
const MAX_RECIPIENTS = 10_000

export const EstimateNode = node<object>({
  name: 'Estimate',
  summary: 'What messages will cost, before they are sent.',
  singleton: 'estimate',
  access: 'control',
  load: async () => ({}),
  fields: {},
})

const Params = z.looseObject({
  account: z.string().optional().describe('Id of the account; that of the first number when left out.'),
  template: z.string().optional().describe('Name of the template that is to be sent.'),
  category: z
    .enum(['authentication', 'marketing', 'service', 'utility'])
    .optional()
    .describe('Instead of a template; `service` for messages without one.'),
  recipients: z.array(z.string()).max(MAX_RECIPIENTS).optional().describe('Phone numbers, one message each.'),
  countries: z.record(z.string(), z.int().nonnegative()).optional().describe('Messages by country, `{"DE": 1000}`.'),
  at: Instant.optional().describe('When they will be delivered; now when left out.'),
})
type Asked = z.output<typeof Params>

export const estimateCost = operation({
  on: EstimateNode,
  method: 'POST',
  name: 'estimateCost',
  summary: 'Price a send or a campaign at the rates and tiers that it will have, from what was used this month.',
  access: 'control',
  params: Params,
  returns: z.object({
    account_id: z.string(),
    currency: z.string(),
    category: z.string(),
    at: z.number(),
    messages: z.number(),
    cost: z.number(),
    lines: z.array(
      z.object({
        market: z.string(),
        category: z.string(),
        pricing_type: z.string(),
        tier: z.string(),
        messages: z.number(),
        rate: z.number(),
        cost: z.number(),
        rates_of: z.string().describe('Day of the rate card; empty for what is free.'),
      }),
    ),
    not_deliverable: z.array(z.string()).describe('Recipients whose window is closed to messages without a template.'),
  }),
}).run(async ({ params, read, now }) => {
  const account = await chosenAccount(read, params.account)
  const category = await categoryOf(account, params, read)
  const at = params.at === undefined ? now : instantOf('at', params.at)
  const { people, closed } = await recipientsOf(account, category, params, at, read)
  const audiences = [...people, ...countriesOf(category, params)]
  if (audiences.length + closed.length === 0) throw refusal('Say to whom: recipients, or countries with counts.')
  const question = { account, category, at, audiences }
  const batches = batchesOf(question)
  const used = await usedBy(account, batches, at, read)
  const lines = estimate(question, batches, batch => used.get(batch) ?? 0)
  return {
    account_id: account.id,
    currency: chargedIn(account.currency),
    category,
    at,
    messages: lines.reduce((sum, { messages }) => sum + messages, 0),
    cost: lines.reduce((sum, { cost }) => sum + Math.round(cost * MICROS), 0) / MICROS,
    lines,
    not_deliverable: closed,
  }
})

async function categoryOf(account: Account, { template: name, category }: Asked, read: Read): Promise<PricingCategory> {
  if ((name === undefined) === (category === undefined)) throw refusal('Say what is sent: a template, or a category.')
  if (category !== undefined) return category
  const [template] = await read.templates.named(account.id, name!)
  if (template) return pricingCategory(template)
  throw refusal(`${account.name} has no template ${name}. GET /control/templates lists those that are there.`)
}

/** Each recipient with the windows that are open towards any number of the account. */
async function recipientsOf(
  account: Account,
  category: PricingCategory,
  { recipients = [] }: Asked,
  at: number,
  read: Read,
) {
  const numbers = new Set((await read.numbers.ofAccount(account.id)).map(({ id }) => id))
  const people: Audience[] = []
  const closed: string[] = []
  for (const text of recipients) {
    const digits = phoneDigits(text, '')
    if (digits === undefined) throw refusal(`"${text}" is no phone number. Write it with its country code.`)
    const chats = await read.conversations.ofCustomer(digits)
    const own = chats.filter(chat => numbers.has(chat.phone_number_id))
    const open = own.some(chat => serviceWindow(chat.last_received_at, at).open)
    const free = own.some(chat => freeEntryOpen(chat, at))
    if (category === 'service' && !open) closed.push(text)
    else people.push({ digits, count: 1, serviceWindowOpen: open, freeEntryWindowOpen: free })
  }
  return { people, closed }
}

/** Of people who are only counted, those who get a template have not written; the others have to have. */
function countriesOf(category: PricingCategory, { countries = {} }: Asked): Audience[] {
  return Object.entries(countries).map(([country, count]) => {
    const digits = digitsOfCountry(country)
    if (digits === undefined) throw refusal(`${country} is no country. Write it with two letters, like DE.`)
    return { digits, count, serviceWindowOpen: category === 'service', freeEntryWindowOpen: false }
  })
}

/** What was charged this month, for batches whose price hangs on it. */
async function usedBy(
  account: Account,
  batches: readonly Batch[],
  at: number,
  read: Read,
): Promise<Map<Batch, number>> {
  const zone = zoneOf(account.timezone_id)
  const used = new Map<Batch, number>()
  for (const batch of batches) {
    const { market, category } = batch
    if (!isTiered(market, category)) continue
    used.set(batch, await read.counters.tally(volumeCounter(account.business_id, market, category, at, zone)))
  }
  return used
}
