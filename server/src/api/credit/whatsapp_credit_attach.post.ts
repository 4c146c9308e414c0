import { z } from 'zod'
import { CREDIT_CURRENCIES } from '../../domain/accounts/credit.ts'
import { InvalidParameter } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { operation } from '../../graph/operation.ts'
import { CreditLineNode } from './node.ts'
import { accountToFund, attach } from './share.ts'

export const attachCredit = operation({
  on: CreditLineNode,
  edge: 'whatsapp_credit_attach',
  method: 'POST',
  name: 'attachCredit',
  summary: 'Let a credit that was shared before pay for an account.',
  docs: 'solution-providers/share-and-revoke-credit-lines',
  access: ['business_management'],
  admin: true,
  params: z.looseObject({ waba_currency: z.enum(CREDIT_CURRENCIES), waba_id: z.string() }),
  returns: z.object({ success: z.literal(true), waba_id: z.string(), allocation_config_id: z.string() }),
  refusals: [InvalidParameter()],
}).run(async call => {
  const { node: line, params, caller, read } = call
  const account = await accountToFund(call, caller, params.waba_id)
  const allocation = (await read.creditAllocations.ofCredit(line.id)).find(
    one => one.receiving_business_id === account.business_id && one.request_status !== 'DELETED',
  )
  if (!allocation)
    throw new Refused(InvalidParameter('The line of credit is not shared with the business that owns this account.'))
  attach(call, account, allocation, params.waba_currency)
  return { success: true as const, waba_id: account.id, allocation_config_id: allocation.id }
})
