import { useState } from 'react'
import type { Message } from '../api/messages.ts'
import { Icon } from '../ui/icon.tsx'
import { Bubble } from './bubble.tsx'
import { useChat } from './chat-context.ts'
import { EditSheet } from './edit-sheet.tsx'
import { MessageActions } from './message-actions.tsx'
import { MessageSheet } from './message-sheet.tsx'
import { NotSent } from './not-sent.tsx'
import { Reactions } from './reactions.tsx'
import { summary } from './summary.ts'
import { messageElementId } from './use-chat-tools.ts'
import { useTouchGestures } from './use-touch-gestures.ts'

interface MessageRowProps {
  message: Message
  first: boolean
  last: boolean
}

/** A bubble on its side of the chat, with what can be done to it. */
export function MessageRow({ message, first, last }: MessageRowProps) {
  const { number, reply } = useChat()
  const [sheet, setSheet] = useState(false)
  const [editing, setEditing] = useState(false)
  const mine = message.direction === 'received'
  const local = message.wamid.startsWith('local-')
  const { pulled, handlers } = useTouchGestures({
    onSwipe: () => reply(message),
    onLongPress: () => setSheet(true),
    disabled: local || !!message.revoked,
  })
  return (
    <article
      id={messageElementId(message.wamid)}
      data-message
      tabIndex={last ? 0 : -1}
      aria-label={`${mine ? 'You' : number.verified_name}: ${summary(message)}`}
      className={`group/row relative -mx-3 rounded-lg px-3 md:-mx-8 md:px-8 ${first ? 'pt-2' : 'pt-0.5'} focus-visible:outline-offset-[-2px]`}
    >
      {pulled > 0 && <Icon name="reply" className="absolute top-1/2 left-3 size-5 -translate-y-1/2 text-accent" />}
      <div
        {...handlers}
        style={pulled ? { transform: `translateX(${pulled}px)` } : undefined}
        className={`flex items-center gap-1 touch-pan-y touch:select-none ${mine ? 'flex-row-reverse' : ''}`}
      >
        <div className={`flex min-w-0 max-w-[88%] flex-col sm:max-w-[80%] ${mine ? 'items-end' : 'items-start'}`}>
          <Bubble message={message} last={last} />
          <Reactions message={message} />
          {message.status === 'unsent' && <NotSent message={message} />}
        </div>
        {!local && !message.revoked && <MessageActions message={message} onEdit={() => setEditing(true)} />}
      </div>
      {sheet && <MessageSheet message={message} onClose={() => setSheet(false)} onEdit={() => setEditing(true)} />}
      {editing && <EditSheet message={message} onClose={() => setEditing(false)} />}
    </article>
  )
}
