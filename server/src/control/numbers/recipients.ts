import { z } from 'zod'
import { PhoneNumberNode } from '../../api/phone-number/node.ts'
import { phoneDigits } from '../../domain/messaging/recipient.ts'
import { MAX_RECIPIENTS } from '../../domain/messaging/test-recipients.ts'
import { samePhone } from '../../domain/messaging/wa-id.ts'
import type { PhoneNumber } from '../../domain/numbers/model.ts'
import { operation } from '../../graph/operation.ts'
import { refusal } from '../refuse.ts'

const Recipients = z.object({
  phone_number_id: z.string(),
  recipients: z.array(z.string()).describe('Digits.'),
  enforced: z.boolean().describe('Whether the number writes to these only.'),
})

const view = ({ id, recipients = [], enforce_recipients = false }: PhoneNumber): z.output<typeof Recipients> => ({
  phone_number_id: id,
  recipients,
  enforced: enforce_recipients,
})

const contract = { on: PhoneNumberNode, edge: 'recipients', access: 'control' as const, returns: Recipients }

export const listRecipients = operation({
  ...contract,
  method: 'GET',
  name: 'listRecipients',
  summary: 'To whom a test number may write.',
  params: z.looseObject({}),
}).run(async ({ node }) => view(node))

export const changeRecipients = operation({
  ...contract,
  method: 'POST',
  name: 'changeRecipients',
  summary: `Add recipients to the list of a test number, at most ${MAX_RECIPIENTS}, remove some, or enforce the list.`,
  params: z.looseObject({
    add: z.array(z.string()).optional().describe('Phone numbers with country code.'),
    remove: z.array(z.string()).optional(),
    enforce: z.boolean().optional(),
  }),
}).run(async ({ node: number, params, stage, record, now }) => {
  if (!number.is_test_number) {
    throw refusal(`${number.display_phone_number} is no test number: it may write to anybody.`)
  }
  const removed = (params.remove ?? []).map(digitsOf)
  const recipients = (number.recipients ?? []).filter(one => !removed.some(other => samePhone(one, other)))
  for (const added of (params.add ?? []).map(digitsOf)) {
    if (!recipients.some(one => samePhone(one, added))) recipients.push(added)
  }
  if (recipients.length > MAX_RECIPIENTS) {
    throw refusal(`A test number has at most ${MAX_RECIPIENTS} recipients. Remove one before you add another.`)
  }
  const changed = {
    ...number,
    recipients,
    enforce_recipients: params.enforce ?? number.enforce_recipients ?? false,
  }
  stage.numbers.change(changed)
  record({ type: 'number.changed', at: now, account_id: number.account_id, phone_number_id: number.id })
  return view(changed)
})

function digitsOf(written: string): string {
  const digits = phoneDigits(written, '')
  if (digits === undefined) throw refusal(`"${written}" is no phone number. Give it with its country code.`)
  return digits
}
