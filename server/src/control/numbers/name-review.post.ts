import { z } from 'zod'
import { PhoneNumberNode } from '../../api/phone-number/node.ts'
import type { NameRejection } from '../../domain/numbers/display-name.ts'
import { decideName, nameInReview } from '../../domain/numbers/name-decision.ts'
import { operation } from '../../graph/operation.ts'
import { refusal } from '../refuse.ts'

const REASONS = [
  'NAME_EMPLOYEE_ISSUE',
  'NAME_ENDCLIENT_NOTRELATED',
  'NAME_FORMAT_UNACCEPTABLE',
  'NAME_INDIVIDUAL_ISSUE',
  'NAME_NOT_CONSISTENT',
  'UNKNOWN',
] as const satisfies NameRejection[]

const DECISIONS = { approve: 'APPROVED', reject: 'REJECTED', defer: 'DEFERRED' } as const

export const decideDisplayName = operation({
  on: PhoneNumberNode,
  edge: 'name-review',
  method: 'POST',
  name: 'decideDisplayName',
  summary: "Take the platform's decision over a display name in review; the business hears of it by webhook.",
  access: 'control',
  params: z.looseObject({
    decision: z.enum(['approve', 'reject', 'defer']).describe('To defer leaves the name in review.'),
    reason: z.enum(REASONS).optional().describe('Why it is rejected; UNKNOWN when left out.'),
  }),
  returns: z.object({ id: z.string(), verified_name: z.string(), name_status: z.string() }),
}).run(async ({ node: number, params, stage, record, now }) => {
  const name = nameInReview(number)
  if (name === undefined) {
    throw refusal(`No display name of ${number.display_phone_number} is in review. Ask for one with new_display_name.`)
  }
  if (params.decision !== 'reject' && params.reason !== undefined) {
    throw refusal('Only a rejection has a reason. Leave reason out, or make decision "reject".')
  }
  const decision = DECISIONS[params.decision]
  const changed = decision === 'DEFERRED' ? number : decideName(number, decision)
  if (changed !== number) stage.numbers.change(changed)
  record({
    type: 'number.name_reviewed',
    at: now,
    account_id: number.account_id,
    phone_number_id: number.id,
    decision,
    requested_verified_name: name,
    rejection_reason: decision === 'REJECTED' ? (params.reason ?? 'UNKNOWN') : null,
  })
  const { id, verified_name, name_status, new_name_status } = changed
  return { id, verified_name, name_status: new_name_status ?? name_status }
})
