import type { z } from 'zod'
import { ValueNotValid } from '../../../domain/catalogue.ts'
import type { PhoneNumber } from '../../../domain/numbers/model.ts'
import { Refused } from '../../../domain/refusals.ts'
import { success } from '../../../graph/operation.ts'
import type { Unit } from '../../../store/store.ts'
import type { MarkAsRead } from './index.ts'

/** Stages that a received message, and all before it, are read. Throws Refused for one that the number never received. */
export async function markRead(
  { read, stage, now, record }: Unit,
  number: PhoneNumber,
  params: z.output<typeof MarkAsRead>,
): Promise<typeof success> {
  const message = await read.messages.find(params.message_id)
  if (message?.direction !== 'received' || message.phone_number_id !== number.id) {
    throw new Refused(ValueNotValid('message_id is not the id of a message that this number received.'))
  }
  const { customer_id } = message
  const earlier = await read.messages.chat({ phoneNumberId: number.id, customerId: customer_id, limit: 200 })
  for (const one of earlier) {
    if (one.direction === 'received' && one.status === 'received' && one.key <= message.key) {
      stage.messages.move(one.key, 'read')
    }
  }
  record({
    type: 'message.marked_read',
    at: now,
    account_id: number.account_id,
    phone_number_id: number.id,
    customer_id,
    wamid: message.wamid,
    typing: params.typing_indicator !== undefined,
  })
  return success
}
