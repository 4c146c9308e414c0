import type { Message } from '../domain/messaging/model.ts'
import type { Unit } from '../store/store.ts'

/** Shows a reaction on a message, in place of an earlier one of the same side; an empty emoji takes it back. */
export function putReaction({ stage }: Unit, target: Message, by: 'business' | 'customer', emoji: string): Message {
  const { [by]: _, ...others } = target.reactions ?? {}
  const { reactions: __, ...rest } = target
  const reactions = emoji === '' ? others : { ...others, [by]: emoji }
  const changed: Message = Object.keys(reactions).length > 0 ? { ...rest, reactions } : rest
  stage.messages.put(changed)
  return changed
}
