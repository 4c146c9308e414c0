import type { Message } from '../api/messages.ts'
import { IconButton } from '../ui/button.tsx'
import { Popover } from '../ui/popover.tsx'
import { useChat } from './chat-context.ts'
import { EmojiPicker } from './emoji-picker.tsx'

/** Beside the bubble under a pointer or the keyboard; on touch screens a long press opens the same as a sheet. */
export function MessageActions({ message }: { message: Message }) {
  const { react, reply } = useChat()
  return (
    <div className="flex opacity-0 transition-opacity group-focus-within/row:opacity-100 group-hover/row:opacity-100 has-[[aria-expanded=true]]:opacity-100 touch:hidden">
      <Popover label="React" trigger={props => <IconButton icon="smile" label="React" className="size-8" {...props} />}>
        {close => (
          <EmojiPicker
            onPick={emoji => {
              close()
              react(message, emoji)
            }}
          />
        )}
      </Popover>
      <IconButton icon="reply" label="Reply" className="size-8" onClick={() => reply(message)} />
    </div>
  )
}
