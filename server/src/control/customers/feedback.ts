import { z } from 'zod'
import { BLOCK_REASONS } from '../../domain/templates/compare.ts'
import { operation } from '../../graph/operation.ts'
import { takeFeedback } from '../../network/feedback.ts'
import { blamed } from '../blamed.ts'
import { chosenNumber, PhoneNumberChoice } from '../numbers/number-choice.ts'
import { refusal } from '../refuse.ts'
import { CustomerNode, CustomerView, customerView } from './customer.ts'

const contract = { on: CustomerNode, method: 'POST' as const, access: 'control' as const, returns: CustomerView }

export const Reason = z.enum(BLOCK_REASONS).optional().describe('What the customer says about it, if anything.')

export const reportBusiness = operation({
  ...contract,
  edge: 'report',
  name: 'reportBusiness',
  summary: 'Report a business for its newest message, or for another: it is not told, but quality falls.',
  params: z.looseObject({ ...PhoneNumberChoice.shape, message_id: z.string().optional(), reason: Reason }),
}).run(async call => {
  const { node: customer, params, read, record, now } = call
  const number = await chosenNumber(read, customer, params.phone_number_id)
  const messages = await blamed(read, customer, number, params.message_id)
  if (messages.length === 0) throw refusal(`There is no message of ${number.verified_name} that could be reported.`)
  await takeFeedback(call, number, 'reported', messages, params.reason)
  const scene = { at: now, account_id: number.account_id, phone_number_id: number.id, customer_id: customer.id }
  record({ type: 'chat.reported', ...scene, ...(params.reason ? { reason: params.reason } : {}) })
  return customerView(customer)
})

export const ignoreBusiness = operation({
  ...contract,
  edge: 'ignore',
  name: 'ignoreBusiness',
  summary: 'Mute and archive the chat with a business, unread: it is not told, but quality falls a little.',
  params: z.looseObject({ ...PhoneNumberChoice.shape }),
}).run(async call => {
  const { node: customer, params, read, record, now } = call
  const number = await chosenNumber(read, customer, params.phone_number_id)
  await takeFeedback(call, number, 'ignored', await blamed(read, customer, number))
  const scene = { at: now, account_id: number.account_id, phone_number_id: number.id, customer_id: customer.id }
  record({ type: 'chat.ignored', ...scene })
  return customerView(customer)
})
