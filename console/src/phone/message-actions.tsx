import type { Message } from '../api/messages.ts'
import { IconButton } from '../ui/button.tsx'
import { Popover } from '../ui/popover.tsx'
import { useChat } from './chat-context.ts'
import { EmojiPicker } from './emoji-picker.tsx'
import { MessageMenu } from './message-menu.tsx'

/** Beside the bubble under a pointer or the keyboard; on touch screens a long press opens the same as a sheet. */
export function MessageActions({ message, onEdit }: { message: Message; onEdit: () => void }) {
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
      <Popover
        label="More"
        role="menu"
        className="w-56"
        trigger={props => (
          <IconButton icon="more" label="More" className="size-8" iconClassName="size-4 stroke-3" {...props} />
        )}
      >
        {(_close, then) => <MessageMenu message={message} then={then} onEdit={onEdit} />}
      </Popover>
    </div>
  )
}
