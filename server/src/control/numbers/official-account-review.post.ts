import { z } from 'zod'
import { PhoneNumberNode } from '../../api/phone-number/node.ts'
import { nextState } from '../../domain/machine.ts'
import { OFFICIAL_MESSAGES, officialAccountLife, officialAlert } from '../../domain/numbers/official-account.ts'
import { operation } from '../../graph/operation.ts'
import { refusal } from '../refuse.ts'

export const decideOfficialAccount = operation({
  on: PhoneNumberNode,
  edge: 'official-account-review',
  method: 'POST',
  name: 'decideOfficialAccount',
  summary: "Take the platform's decision over an application for an official business account.",
  access: 'control',
  params: z.looseObject({
    decision: z.enum(['approve', 'reject']),
    message: z.string().optional().describe('What the business is told.'),
  }),
  returns: z.object({ id: z.string(), oba_status: z.string() }),
}).run(async ({ node: number, params, stage, record, now }) => {
  const before = number.official_account?.status ?? 'NOT_STARTED'
  const status = nextState(officialAccountLife, before, params.decision)
  if (status !== 'APPROVED' && status !== 'REJECTED') {
    throw refusal(`The application is ${before}; only one that is PENDING can be decided over.`)
  }
  const message = params.message ?? OFFICIAL_MESSAGES[status]
  stage.numbers.change({ ...number, official_account: { status, message, at: now } })
  const { account_id, id: phone_number_id } = number
  const alert = officialAlert(phone_number_id, status, message)
  record({ type: 'account.alerted', at: now, account_id, phone_number_id, alert })
  return { id: phone_number_id, oba_status: status }
})
