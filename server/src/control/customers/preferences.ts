import { z } from 'zod'
import { operation } from '../../graph/operation.ts'
import { chosenNumber, PhoneNumberChoice } from '../numbers/number-choice.ts'
import { CustomerNode } from './customer.ts'

const Wish = z.enum(['stop', 'resume', 'signup'])

export const setPreferences = operation({
  on: CustomerNode,
  edge: 'preferences',
  method: 'POST',
  name: 'setPreferences',
  summary: "Stop a business's marketing messages on the phone, ask for them again, or sign up for them by a link.",
  access: 'control',
  params: PhoneNumberChoice.extend({
    marketing_messages: Wish,
    signup_id: z.string().optional().describe('Of the link, with `signup`.'),
  }),
  returns: z.object({
    wa_id: z.string(),
    phone_number_id: z.string(),
    marketing_messages: Wish,
  }),
}).run(async ({ node: customer, params, read, stage, record, now }) => {
  const number = await chosenNumber(read, customer, params.phone_number_id)
  const { marketing_messages: value, signup_id } = params
  const stopped = customer.marketing_stopped ?? []
  const answer = { wa_id: customer.id, phone_number_id: number.id, marketing_messages: value }
  if (value !== 'signup' && stopped.includes(number.id) === (value === 'stop')) return answer
  const others = stopped.filter(id => id !== number.id)
  stage.customers.change({ ...customer, marketing_stopped: value === 'stop' ? [...others, number.id] : others })
  const scene = { at: now, account_id: number.account_id, phone_number_id: number.id, customer_id: customer.id }
  const by = value === 'signup' && signup_id !== undefined ? { signup_id } : {}
  record({ type: 'preference.changed', ...scene, category: 'marketing_messages', value, ...by })
  return answer
})
