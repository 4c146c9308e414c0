import { z } from 'zod'
import { PhoneNumberNode } from '../../api/phone-number/node.ts'
import { PIN } from '../../api/phone-number/register.post.ts'
import type { PinEvent } from '../../events/number.ts'
import { operation } from '../../graph/operation.ts'
import { refusal } from '../refuse.ts'

const EVENTS = {
  change: 'PIN_CHANGED',
  request_reset: 'PIN_RESET_REQUEST',
  confirm_reset: 'PIN_REQUEST_SUCCESS',
} as const satisfies { [action: string]: PinEvent }

export const changePinByHand = operation({
  on: PhoneNumberNode,
  edge: 'pin',
  method: 'POST',
  name: 'changePinByHand',
  summary: 'Do what WhatsApp Manager does with two-step verification; unlike the API, it is told by webhook.',
  access: 'control',
  params: z.looseObject({
    action: z
      .enum(['change', 'request_reset', 'confirm_reset'])
      .describe('A new PIN, or the two steps of turning two-step verification off: asking, and the link in the mail.'),
    pin: z.string().optional().describe('Six digits, for change.'),
  }),
  returns: z.object({ id: z.string(), is_pin_enabled: z.boolean() }),
})
  .before(async ({ params, io }) => {
    if (params.action !== 'change') return undefined
    if (!PIN.test(params.pin ?? '')) throw refusal('Give the new PIN as six digits in pin.')
    return io.hashPin(params.pin!)
  })
  .run(async ({ node: number, params, before: hash, read, stage, record, now }) => {
    const { pin_guesses: _, pin_hash, ...rest } = number
    if (params.action === 'change') stage.numbers.change({ ...rest, pin_hash: hash! })
    if (params.action === 'confirm_reset') stage.numbers.change(rest)
    const account = await read.accounts.find(number.account_id)
    const business = account && (await read.businesses.find(account.business_id))
    record({
      type: 'number.pin_event',
      at: now,
      account_id: number.account_id,
      phone_number_id: number.id,
      event: EVENTS[params.action],
      ...(params.action === 'request_reset' && business ? { requester: business.id } : {}),
    })
    const is_pin_enabled = params.action === 'confirm_reset' ? false : hash !== undefined || pin_hash !== undefined
    return { id: number.id, is_pin_enabled }
  })
