import type { Message } from '../api/messages.ts'
import { Modal } from '../ui/dialog.tsx'
import { MenuItem } from '../ui/menu.tsx'
import { useChat } from './chat-context.ts'
import { EmojiPicker } from './emoji-picker.tsx'
import { MessageMenu } from './message-menu.tsx'

/** What a long press opens. */
export function MessageSheet({ message, onClose, onEdit }: MessageSheetProps) {
  const { react, reply } = useChat()
  const then = (act: () => void) => () => {
    onClose()
    act()
  }
  return (
    <Modal
      label="Message"
      onClose={onClose}
      className="mb-0 w-full max-w-md animate-rise rounded-t-3xl bg-pane p-3 pb-6 shadow-2xl"
    >
      <div className="mb-2 flex justify-center">
        <EmojiPicker
          onPick={emoji => {
            onClose()
            react(message, emoji)
          }}
        />
      </div>
      <MenuItem icon="reply" onClick={then(() => reply(message))}>
        Reply
      </MenuItem>
      <MessageMenu message={message} then={then} onEdit={onEdit} />
    </Modal>
  )
}

interface MessageSheetProps {
  message: Message
  onClose: () => void
  onEdit: () => void
}
