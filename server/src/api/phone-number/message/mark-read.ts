import type { z } from 'zod'
import { ValueNotValid } from '../../../domain/catalogue.ts'
import type { Message } from '../../../domain/messaging/model.ts'
import type { PhoneNumber } from '../../../domain/numbers/model.ts'
import { Refused } from '../../../domain/refusals.ts'
import { DAY } from '../../../domain/time.ts'
import { success } from '../../../graph/operation.ts'
import type { Read } from '../../../store/read.ts'
import type { Unit } from '../../../store/store.ts'
import type { MarkAsRead } from './index.ts'

/**
 * How long after it came a message can be marked.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/mark-message-as-read
 */
const MARKED_WITHIN = 30 * DAY

/** Messages looked at in one go, from the one that is marked back: few at first, because most bots mark each that comes. */
const FIRST_STEP = 10
const STEP = 200

/**
 * Stages that a received message, and all before it, are read. Throws Refused for one that the number did not receive,
 * or too long ago.
 */
export async function markRead(
  { read, stage, now, record }: Unit,
  number: PhoneNumber,
  params: z.output<typeof MarkAsRead>,
): Promise<typeof success> {
  const message = await read.messages.find(params.message_id)
  if (message?.direction !== 'received' || message.phone_number_id !== number.id || now >= message.at + MARKED_WITHIN) {
    throw new Refused(
      ValueNotValid('message_id is not the id of a message that this number received in the last 30 days.'),
    )
  }
  const { customer_id } = message
  for (const key of await unreadUntil(message, read)) stage.messages.move(key, 'read')
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

/** Keys of what is not read yet, the message itself first. Before one that is read, all are. */
async function unreadUntil(message: Message, read: Read): Promise<string[]> {
  if (message.status === 'read') return []
  const chat = { phoneNumberId: message.phone_number_id, customerId: message.customer_id }
  const found = [message.key]
  let before = message.key
  for (let limit = FIRST_STEP; ; limit = STEP) {
    const step = await read.messages.chat({ ...chat, before, limit })
    for (const { direction, status, key } of step) {
      if (direction !== 'received') continue
      if (status === 'read') return found
      found.push(key)
    }
    if (step.length < limit) return found
    before = step.at(-1)!.key
  }
}
