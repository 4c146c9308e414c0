import type { Customer, Message } from '../domain/messaging/model.ts'
import type { PhoneNumber } from '../domain/numbers/model.ts'
import type { Unit } from '../store/store.ts'
import { receiveMessage } from './receive.ts'

interface Changed {
  /** wamid of what tells the business. */
  id: string
  changed: Message
}

/** A text or a caption is another one now, in the chat and for the business. */
export async function editMessage(
  unit: Unit,
  number: PhoneNumber,
  customer: Customer,
  message: Message,
  text: string,
): Promise<Changed> {
  const { type, context, wamid } = message
  const member = type === 'text' ? 'body' : 'caption'
  const content = { ...(message.content as object), [member]: text }
  const changed: Message = { ...message, content, edited_at: unit.now }
  unit.stage.messages.rewrite(changed)
  const told = { ...(context ? { context: { id: context } } : {}), type, [type]: content }
  return tell(unit, number, customer, changed, 'edit', { original_message_id: wamid, message: told })
}

/** Deleted for everyone: what it said is gone, here and for the business. */
export async function revokeMessage(
  unit: Unit,
  number: PhoneNumber,
  customer: Customer,
  message: Message,
): Promise<Changed> {
  const { reactions: _, ...rest } = message
  const changed: Message = { ...rest, content: {}, revoked: true }
  unit.stage.messages.rewrite(changed)
  return tell(unit, number, customer, changed, 'revoke', { original_message_id: message.wamid })
}

async function tell(
  unit: Unit,
  number: PhoneNumber,
  customer: Customer,
  changed: Message,
  type: 'edit' | 'revoke',
  content: object,
): Promise<Changed> {
  const { wamid: id } = await receiveMessage(unit, { number, customer, type, content })
  return { id, changed }
}
