import { z } from 'zod'
import { DuplicateRequest, NobodyToOnboard } from '../../domain/catalogue.ts'
import { marketingStatus } from '../../domain/messaging/marketing-messages.ts'
import { Refused } from '../../domain/refusals.ts'
import { operation } from '../../graph/operation.ts'
import { BusinessNode } from './node.ts'

/** NOTE: that asking twice gives the same id is said by the OpenAPI document alone. */
export const askForMarketingMessages = operation({
  on: BusinessNode,
  edge: 'onboard_partners_to_mm_lite',
  method: 'POST',
  name: 'askForMarketingMessages',
  summary: 'Ask a business to accept the terms of the Marketing Messages API.',
  docs: 'marketing-messages/onboard-business-customers',
  access: ['business_management', 'whatsapp_business_management'],
  params: z.looseObject({ solution_id: z.string().regex(/^\d+$/).optional() }),
  returns: z.object({ request_id: z.string() }),
  refusals: [NobodyToOnboard, DuplicateRequest],
}).run(async ({ node: business, caller, read, stage, ids, now }) => {
  const partner_id = caller.kind === 'token' ? caller.token.business_id : business.id
  const { marketing_request: pending } = business
  if (pending?.partner_id === partner_id) return { request_id: pending.id }
  if (pending) throw new Refused(DuplicateRequest)
  const accounts = await read.accounts.ofBusiness(business.id)
  if (!accounts.some(account => marketingStatus(account) === 'ELIGIBLE')) throw new Refused(NobodyToOnboard)
  const id = ids.node()
  stage.businesses.change({ ...business, marketing_request: { id, partner_id, at: now } })
  return { request_id: id }
})
