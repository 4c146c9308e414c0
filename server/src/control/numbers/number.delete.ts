import { z } from 'zod'
import { PhoneNumberNode } from '../../api/phone-number/node.ts'
import { nextState } from '../../domain/machine.ts'
import { numberLife } from '../../domain/numbers/life.ts'
import { operation } from '../../graph/operation.ts'
import { refusal } from '../refuse.ts'
import { remove } from './remove.ts'

export const removeNumber = operation({
  on: PhoneNumberNode,
  method: 'DELETE',
  name: 'removeNumber',
  summary: 'Remove a number from its account, as WhatsApp Manager does; there is no call of the platform for it.',
  access: 'control',
  params: z.looseObject({ pin: z.string().optional().describe('Needed while the number is registered.') }),
  returns: z.object({ id: z.string(), status: z.string() }),
})
  .before(async ({ node: number, params, io }) => ({
    matches: number.pin_hash !== undefined && (await io.pinMatches(params.pin ?? '', number.pin_hash)),
  }))
  .run(async call => {
    const { node: number, before } = call
    if (!nextState(numberLife, number.status, 'remove'))
      throw refusal(`${number.display_phone_number} is ${number.status} and cannot be removed.`)
    if (number.registered_at !== undefined && number.pin_hash !== undefined && !before.matches) {
      throw refusal(`${number.display_phone_number} is registered. Give its PIN in pin, or deregister it first.`)
    }
    return { id: number.id, status: remove(call, number)! }
  })
