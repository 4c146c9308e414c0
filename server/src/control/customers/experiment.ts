import { z } from 'zod'
import { operation } from '../../graph/operation.ts'
import { CustomerNode } from './customer.ts'

export const setExperiment = operation({
  on: CustomerNode,
  edge: 'experiment',
  method: 'POST',
  name: 'setExperiment',
  summary: 'Put a customer among the few to whom the platform lets no marketing through, or take them out.',
  access: 'control',
  params: z.looseObject({ member: z.boolean() }),
  returns: z.object({ wa_id: z.string(), member: z.boolean() }),
}).run(async ({ node: customer, params, stage, record, now }) => {
  const { member } = params
  if ((customer.in_experiment ?? false) !== member) {
    stage.customers.change({ ...customer, in_experiment: member })
    record({ type: 'customer.changed', at: now, customer_id: customer.id })
  }
  return { wa_id: customer.id, member }
})
