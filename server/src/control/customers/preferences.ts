import { z } from 'zod'
import { operation } from '../../graph/operation.ts'
import { chosenNumber, PhoneNumberChoice } from '../numbers/number-choice.ts'
import { CustomerNode } from './customer.ts'

export const setPreferences = operation({
  on: CustomerNode,
  edge: 'preferences',
  method: 'POST',
  name: 'setPreferences',
  summary: "Stop a business's marketing messages on the phone, or ask for them again.",
  access: 'control',
  params: PhoneNumberChoice.extend({ marketing_messages: z.enum(['stop', 'resume']) }),
  returns: z.object({
    wa_id: z.string(),
    phone_number_id: z.string(),
    marketing_messages: z.enum(['stop', 'resume']),
  }),
}).run(async ({ node: customer, params, read, stage, record, now }) => {
  const number = await chosenNumber(read, customer, params.phone_number_id)
  const { marketing_messages: value } = params
  const stopped = customer.marketing_stopped ?? []
  const answer = { wa_id: customer.id, phone_number_id: number.id, marketing_messages: value }
  if (stopped.includes(number.id) === (value === 'stop')) return answer
  const others = stopped.filter(id => id !== number.id)
  stage.customers.change({ ...customer, marketing_stopped: value === 'stop' ? [...others, number.id] : others })
  const scene = { at: now, account_id: number.account_id, phone_number_id: number.id, customer_id: customer.id }
  record({ type: 'preference.changed', ...scene, category: 'marketing_messages', value })
  return answer
})
