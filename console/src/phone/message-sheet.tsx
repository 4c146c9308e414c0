import type { Message } from '../api/messages.ts'
import { copyText } from '../ui/copy.ts'
import { Modal } from '../ui/dialog.tsx'
import { MenuItem } from '../ui/menu.tsx'
import { useToast } from '../ui/toast.tsx'
import { useChat } from './chat-context.ts'
import { EmojiPicker } from './emoji-picker.tsx'
import { summary } from './summary.ts'

/** What a long press opens. */
export function MessageSheet({ message, onClose }: { message: Message; onClose: () => void }) {
  const { react, reply } = useChat()
  const toast = useToast()
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
      <MenuItem
        icon="copy"
        onClick={then(async () => {
          await copyText(message.type === 'text' ? message.content.body : summary(message))
          toast.say('Copied', { icon: 'copy' })
        })}
      >
        Copy text
      </MenuItem>
    </Modal>
  )
}
