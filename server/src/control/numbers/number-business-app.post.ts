import { z } from 'zod'
import { PhoneNumberNode } from '../../api/phone-number/node.ts'
import { nextState } from '../../domain/machine.ts'
import { numberLife } from '../../domain/numbers/life.ts'
import { operation } from '../../graph/operation.ts'
import { refusal } from '../refuse.ts'

const EVENTS = { offboard: 'account.offboarded', reconnect: 'account.reconnected' } as const

export const moveBusinessApp = operation({
  on: PhoneNumberNode,
  edge: 'business_app',
  method: 'POST',
  name: 'moveBusinessApp',
  summary: 'The WhatsApp Business app of a number moves to another device: it is offboarded, and later reconnected.',
  access: 'control',
  params: z.looseObject({ event: z.enum(['offboard', 'reconnect']) }),
  returns: z.object({ id: z.string(), status: z.string() }),
}).run(async ({ node: number, params, stage, record, now }) => {
  const { event } = params
  const { id, account_id, display_phone_number, registered_at: _, ...rest } = number
  if (!number.is_on_biz_app)
    throw refusal(`${display_phone_number} is not used in the WhatsApp Business app. Seed it with on_business_app.`)
  const status = nextState(numberLife, number.status, event)
  if (!status || (event === 'reconnect') !== (number.offboarded === true))
    throw refusal(`${display_phone_number} is ${number.status}, so ${event} does nothing.`)
  const { offboarded: __, ...kept } = { ...rest, id, account_id, display_phone_number, status }
  // What is offboarded sends nothing, and keeps everything else.
  stage.numbers.change(event === 'offboard' ? { ...kept, offboarded: true } : { ...kept, registered_at: now })
  record({ type: EVENTS[event], at: now, account_id })
  return { id, status }
})
