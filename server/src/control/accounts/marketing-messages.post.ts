import { z } from 'zod'
import { AccountNode } from '../../api/account/node.ts'
import { MARKETING_STATUSES } from '../../domain/messaging/marketing-messages.ts'
import { operation } from '../../graph/operation.ts'

export const setMarketingMessages = operation({
  on: AccountNode,
  edge: 'marketing-messages',
  method: 'POST',
  name: 'setMarketingMessages',
  summary: 'Say how an account stands with the Marketing Messages API; once it is onboarded, account_update tells.',
  access: 'control',
  params: z.looseObject({ status: z.enum(MARKETING_STATUSES) }),
  returns: z.object({ id: z.string(), status: z.enum(MARKETING_STATUSES) }),
}).run(async ({ node: account, params: { status }, read, stage, record, now }) => {
  const { marketing_messages: before } = account
  const signs = status === 'ONBOARDED' && before?.signed_at === undefined
  const signed_at = signs ? now : before?.signed_at
  const marketing_messages = { status, ...(signed_at === undefined ? {} : { signed_at }) }
  stage.accounts.change({ ...account, marketing_messages })
  if (!signs) return { id: account.id, status }
  const event = {
    type: 'account.marketing_terms_signed' as const,
    at: now,
    account_id: account.id,
    owner_business_id: account.business_id,
  }
  record(event)
  const partner = (await read.businesses.find(account.business_id))?.marketing_request?.partner_id
  if (partner !== undefined && partner !== account.business_id) record({ ...event, partner_business_id: partner })
  return { id: account.id, status }
})
