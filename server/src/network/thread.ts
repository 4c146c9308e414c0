import type { Conversation, Customer, Message } from '../domain/messaging/model.ts'
import { ownerOf, primaryFor, threadId } from '../domain/messaging/thread.ts'
import type { PhoneNumber } from '../domain/numbers/model.ts'
import type { Unit } from '../store/store.ts'
import { putOwner } from '../store/thread-step.ts'

/**
 * The app that gets what a customer writes, where several share the number; nothing where none is configured. A thread
 * that is idle begins anew with the app for its entry point.
 */
export async function routed(
  unit: Unit,
  { id, routing }: PhoneNumber,
  customer: Customer,
  conversation: Conversation,
  message: Pick<Message, 'referral' | 'context'>,
): Promise<{ for_app?: string }> {
  if (!routing) return {}
  const before = await unit.read.threads.find(threadId(id, customer.id))
  const owner = ownerOf(before, conversation.last_received_at, unit.now)
  if (owner !== undefined) return { for_app: owner }
  const answered = message.context === undefined ? undefined : await unit.read.messages.find(message.context)
  const template = answered?.template?.category
  const first = primaryFor(routing, {
    advertisement: message.referral !== undefined,
    ...(template ? { template } : {}),
  })
  putOwner(unit, before, { phone_number_id: id, customer_id: customer.id }, first)
  return { for_app: first }
}
