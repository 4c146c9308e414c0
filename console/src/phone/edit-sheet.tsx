import { useState } from 'react'
import type { Message } from '../api/messages.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useChat } from './chat-context.ts'

/** Another text or caption for a message that was sent. */
export function EditSheet({ message, onClose }: { message: Message; onClose: () => void }) {
  const { edit } = useChat()
  const before = textOf(message)
  const [text, setText] = useState(before)
  const changed = text.trim() !== '' && text.trim() !== before
  return (
    <Dialog title="Edit message" onClose={onClose}>
      <form
        className="flex flex-col gap-3"
        onSubmit={event => {
          event.preventDefault()
          if (!changed) return
          edit(message, text.trim())
          onClose()
        }}
      >
        <textarea
          aria-label={message.type === 'text' ? 'Text' : 'Caption'}
          rows={4}
          dir="auto"
          value={text}
          onChange={event => setText(event.target.value)}
          className="thin-scroll w-full resize-none rounded-xl border border-line bg-bubble px-3 py-2 outline-none focus:border-accent focus:ring-3 focus:ring-accent/20"
        />
        <Button type="submit" look="solid" icon="check" className="self-end" disabled={!changed}>
          Save
        </Button>
      </form>
    </Dialog>
  )
}

function textOf(message: Message): string {
  const { body, caption } = message.content as { body?: string; caption?: string }
  return body ?? caption ?? ''
}
