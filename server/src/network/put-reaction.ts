import type { Message } from '../domain/messaging/model.ts'
import type { Read } from '../store/read.ts'
import type { Unit } from '../store/store.ts'

/** Shows a reaction on a message, in place of an earlier one of the same side; an empty emoji takes it back. */
export function putReaction({ stage }: Unit, target: Message, by: 'business' | 'customer', emoji: string): Message {
  const { [by]: _, ...others } = target.reactions ?? {}
  const { reactions: __, ...rest } = target
  const reactions = emoji === '' ? others : { ...others, [by]: emoji }
  const changed: Message = Object.keys(reactions).length > 0 ? { ...rest, reactions } : rest
  stage.messages.rewrite(changed)
  return changed
}

/** What a reaction of the business is put on; nothing where the chat has no such message. */
export async function reactionTarget(
  { content, customer_id, phone_number_id }: Message,
  find: Read['messages']['find'],
): Promise<Message | undefined> {
  const target = await find((content as { message_id: string }).message_id)
  return target?.customer_id === customer_id && target.phone_number_id === phone_number_id ? target : undefined
}
