import { z } from 'zod'
import { operation } from '../../graph/operation.ts'
import { comeOnline, goOffline } from '../../network/come-online.ts'
import { takeFeedback } from '../../network/feedback.ts'
import { blamed } from '../blamed.ts'
import { chosenNumber, PhoneNumberChoice } from '../numbers/number-choice.ts'
import { CustomerNode, CustomerView, customerView } from './customer.ts'
import { Reason } from './feedback.ts'

const contract = { on: CustomerNode, method: 'POST' as const, access: 'control' as const, returns: CustomerView }

export const customerOnline = operation({
  ...contract,
  edge: 'online',
  name: 'customerOnline',
  summary: 'Make the phone reachable again: what waited for it is delivered.',
  params: z.looseObject({}),
}).run(async call => customerView(await comeOnline(call, call.node)))

export const customerOffline = operation({
  ...contract,
  edge: 'offline',
  name: 'customerOffline',
  summary: 'Put the phone into airplane mode: messages to it stay at `sent`.',
  params: z.looseObject({}),
}).run(async call => customerView(goOffline(call, call.node)))

export const blockBusiness = operation({
  ...contract,
  edge: 'block',
  name: 'blockBusiness',
  summary: 'Block a business: its messages no longer arrive, and it is not told.',
  params: z.looseObject({ ...PhoneNumberChoice.shape, reason: Reason }),
}).run(async call => {
  const { node: customer, params, read, stage, record, now } = call
  const number = await chosenNumber(read, customer, params.phone_number_id)
  if (customer.blocked.includes(number.id)) return customerView(customer)
  await takeFeedback(call, number, 'blocked', await blamed(read, customer, number), params.reason)
  const changed = { ...customer, blocked: [...customer.blocked, number.id] }
  stage.customers.change(changed)
  const scene = { at: now, account_id: number.account_id, phone_number_id: number.id, customer_id: customer.id }
  record({ type: 'chat.blocked', ...scene })
  return customerView(changed)
})

export const unblockBusiness = operation({
  ...contract,
  edge: 'unblock',
  name: 'unblockBusiness',
  summary: 'Lift the block of a business.',
  params: PhoneNumberChoice,
}).run(async ({ node: customer, params, read, stage, record, now }) => {
  // Without a number, a single block is the one that is meant.
  const meant = params.phone_number_id ?? (customer.blocked.length === 1 ? customer.blocked[0] : undefined)
  const number = await chosenNumber(read, customer, meant)
  if (!customer.blocked.includes(number.id)) return customerView(customer)
  const changed = { ...customer, blocked: customer.blocked.filter(id => id !== number.id) }
  stage.customers.change(changed)
  const scene = { at: now, account_id: number.account_id, phone_number_id: number.id, customer_id: customer.id }
  record({ type: 'chat.unblocked', ...scene })
  return customerView(changed)
})
