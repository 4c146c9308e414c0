import { z } from 'zod'
import { PhoneNumberNode } from '../../api/phone-number/node.ts'
import { operation } from '../../graph/operation.ts'
import { refusal } from '../refuse.ts'

export const upgradeSandboxNumber = operation({
  on: PhoneNumberNode,
  edge: 'go_live',
  method: 'POST',
  name: 'upgradeSandboxNumber',
  summary: 'Make a test number a real one: it writes to everybody, and account_update tells.',
  access: 'control',
  params: z.looseObject({}),
  returns: z.object({ id: z.string(), account_mode: z.literal('LIVE') }),
}).run(async ({ node: number, stage, record, now }) => {
  const { id, account_id, digits } = number
  if (number.account_mode === 'LIVE') throw refusal(`${number.display_phone_number} is no test number any more.`)
  stage.numbers.change({ ...number, account_mode: 'LIVE', is_test_number: false, code_verification_status: 'VERIFIED' })
  record({ type: 'account.verified', at: now, account_id, phone_number: digits })
  return { id, account_mode: 'LIVE' as const }
})
