import { z } from 'zod'
import { InvalidParameter } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { operation } from '../../graph/operation.ts'
import { assertOwn } from '../business/own.ts'
import { CreditLineNode } from './node.ts'
import { shareWith } from './share.ts'

export const shareCredit = operation({
  on: CreditLineNode,
  edge: 'whatsapp_credit_sharing',
  method: 'POST',
  name: 'shareCredit',
  summary: "Share the credit with a customer's portfolio.",
  docs: 'solution-providers/share-and-revoke-credit-lines',
  access: ['business_management'],
  admin: true,
  params: z.looseObject({ receiving_business_id: z.string() }),
  returns: z.object({ success: z.literal(true), allocation_config_id: z.string() }),
  refusals: [InvalidParameter()],
}).run(async call => {
  const { node: line, params, caller, read } = call
  assertOwn(caller, { id: line.business_id })
  const business = await read.businesses.find(params.receiving_business_id)
  if (!business)
    throw new Refused(InvalidParameter(`receiving_business_id ${params.receiving_business_id} is unknown.`))
  const allocation = await shareWith(call, line, business.id)
  return { success: true as const, allocation_config_id: allocation.id }
})
