import { z } from 'zod'
import { AccountNode } from '../../api/account/node.ts'
import { operation, Success, success } from '../../graph/operation.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_alerts */
const TYPES = [
  'INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED',
  'INCREASED_CAPABILITIES_ELIGIBILITY_FAILED',
  'INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO',
  'OBA_APPROVED',
  'OBA_REJECTED',
  'PROFILE_PICTURE_LOST',
] as const

export const alertAccount = operation({
  on: AccountNode,
  edge: 'alert',
  method: 'POST',
  name: 'alertAccount',
  summary: 'Alert the business; it hears of it by account_alerts.',
  access: 'control',
  params: z.looseObject({
    type: z.enum(TYPES),
    severity: z.enum(['CRITICAL', 'WARNING', 'INFORMATIONAL']).optional(),
    status: z.enum(['ACTIVE', 'NONE']).optional(),
    description: z.string().optional(),
    entity_type: z.enum(['BUSINESS', 'PHONE_NUMBER']).optional(),
    entity_id: z.string().optional().describe('The portfolio of the account when left out.'),
  }),
  returns: Success,
}).run(async ({ node: account, params, record, now }) => {
  const { type, severity = 'INFORMATIONAL', status = 'NONE', description = type } = params
  const { entity_type = 'BUSINESS', entity_id = account.business_id } = params
  const alert = { entity_type, entity_id, severity, status, type, description }
  record({ type: 'account.alerted', at: now, account_id: account.id, alert })
  return success
})
