import type { Message } from '../api/messages.ts'
import { copyText } from '../ui/copy.ts'
import { MenuItem } from '../ui/menu.tsx'
import { useToast } from '../ui/toast.tsx'
import { DAY, MINUTE } from '../util/time.ts'
import { useChat } from './chat-context.ts'
import { summary } from './summary.ts'
import { useWorldNow } from './world-clock.ts'

interface MessageMenuProps {
  message: Message
  /** Makes a handler that closes the menu and acts. */
  then: (act: () => void) => () => void
  onEdit: () => void
}

const EDIT_WITHIN = 15 * MINUTE
const DELETE_WITHIN = 2 * DAY
const EDITABLE = new Set(['text', 'image', 'video', 'document'])

/** What can be done to a message besides answering and reacting. */
export function MessageMenu({ message, then, onEdit }: MessageMenuProps) {
  const { send, remove } = useChat()
  const toast = useToast()
  const age = useWorldNow() - message.at
  const mine = message.direction === 'received'
  return (
    <>
      <MenuItem
        icon="copy"
        onClick={then(async () => {
          await copyText(textOf(message))
          toast.say('Copied', { icon: 'copy' })
        })}
      >
        Copy text
      </MenuItem>
      {message.type === 'text' && (
        <MenuItem icon="right" onClick={then(() => send({ text: message.content.body, forwarded: true }))}>
          Forward to this chat
        </MenuItem>
      )}
      {mine && EDITABLE.has(message.type) && age < EDIT_WITHIN && (
        <MenuItem icon="form" onClick={then(onEdit)}>
          Edit
        </MenuItem>
      )}
      {mine && age < DELETE_WITHIN && (
        <MenuItem icon="trash" danger onClick={then(() => remove(message))}>
          Delete for everyone
        </MenuItem>
      )}
    </>
  )
}

const textOf = (message: Message): string => (message.type === 'text' ? message.content.body : summary(message))
