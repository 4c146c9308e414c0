import { z } from 'zod'
import { CREDIT_CURRENCIES } from '../../domain/accounts/credit.ts'
import { InvalidParameter } from '../../domain/catalogue.ts'
import { operation } from '../../graph/operation.ts'
import { assertOwn } from '../business/own.ts'
import { CreditLineNode } from './node.ts'
import { accountToFund, attach, shareWith } from './share.ts'

export const shareAndAttachCredit = operation({
  on: CreditLineNode,
  edge: 'whatsapp_credit_sharing_and_attach',
  method: 'POST',
  name: 'shareAndAttachCredit',
  summary: "Share the credit with a customer's portfolio and let it pay for an account of theirs.",
  docs: 'solution-providers/share-and-revoke-credit-lines',
  access: ['business_management'],
  admin: true,
  params: z.looseObject({ waba_currency: z.enum(CREDIT_CURRENCIES), waba_id: z.string() }),
  returns: z.object({ allocation_config_id: z.string(), waba_id: z.string() }),
  refusals: [InvalidParameter()],
}).run(async call => {
  const { node: line, params, caller } = call
  assertOwn(caller, { id: line.business_id })
  const account = await accountToFund(call, caller, params.waba_id)
  const allocation = await shareWith(call, line, account.business_id)
  attach(call, account, allocation, params.waba_currency)
  return { allocation_config_id: allocation.id, waba_id: account.id }
})
