import type { KeyboardEvent } from 'react'
import type { Chat } from '../api/control.ts'
import type { Message } from '../api/messages.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Icon } from '../ui/icon.tsx'
import { readableNumber } from '../util/phone-number.ts'
import { shortTime } from '../util/time.ts'
import { useOutbox } from './outbox.tsx'
import { usePhone } from './phone-context.ts'
import { go } from './route.ts'
import { summary } from './summary.ts'
import { Ticks } from './ticks.tsx'
import { useWorldNow } from './world-clock.ts'

export function ChatList({ chats, openNumber }: { chats: Chat[]; openNumber?: string }) {
  const { customer } = usePhone()
  const now = useWorldNow()
  const sorted = chats.toSorted((a, b) => (b.last_at ?? 0) - (a.last_at ?? 0))
  return (
    <nav aria-label="Chats" className="thin-scroll min-h-0 flex-1 overflow-y-auto px-2 pb-2">
      <ul onKeyDown={walk} className="flex flex-col gap-0.5">
        {sorted.map(chat => (
          <li key={chat.phone_number.id}>
            <ChatLine
              chat={chat}
              now={now}
              open={chat.phone_number.id === openNumber}
              onOpen={() =>
                go({ customer: customer.wa_id, number: chat.phone_number.id }, openNumber ? 'replace' : 'push')
              }
            />
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface ChatLineProps {
  chat: Chat
  now: number
  open: boolean
  onOpen: () => void
}

function ChatLine({ chat, now, open, onOpen }: ChatLineProps) {
  const { verified_name, id, display_phone_number } = chat.phone_number
  const picture = chat.phone_number.profile?.profile_picture_url
  const { typing, customer } = usePhone()
  const { outgoing } = useOutbox()
  const pending = outgoing.findLast(({ preview }) => preview.phone_number_id === id)?.preview
  const last = pending ?? chat.last_message
  const at = pending?.at ?? chat.last_at
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-current={open || undefined}
      className={`flex w-full items-center gap-3 rounded-2xl px-2.5 py-2.5 text-left transition-colors focus-visible:outline-offset-[-2px] ${open ? 'bg-chosen' : 'hover:bg-hover'}`}
    >
      <Avatar name={verified_name} seed={id} business picture={picture} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <bdi className="min-w-0 flex-1 truncate font-semibold">{verified_name}</bdi>
          {!!at && (
            <time className={`shrink-0 text-xs ${chat.unread ? 'font-semibold text-accent' : 'text-soft'}`}>
              {shortTime(at, now)}
            </time>
          )}
        </span>
        <span className="flex items-center gap-1.5 text-soft text-sm">
          {typing.has(id) ? (
            <span className="flex-1 text-accent">writing…</span>
          ) : (
            <LastMessage message={last} otherwise={readableNumber(display_phone_number)} />
          )}
          {customer.blocked.includes(id) && <Icon name="block" className="size-4" />}
          {chat.unread > 0 && (
            <span className="min-w-5 shrink-0 rounded-full bg-honey px-1.5 text-center font-semibold text-on-honey text-xs leading-5">
              {chat.unread}
              <span className="sr-only"> unread</span>
            </span>
          )}
        </span>
      </span>
    </button>
  )
}

function LastMessage({ message, otherwise }: { message?: Message; otherwise: string }) {
  if (!message) return <span className="min-w-0 flex-1 truncate">{otherwise}</span>
  return (
    <>
      {message.direction === 'received' && <Ticks status={message.status} />}
      <bdi className="min-w-0 flex-1 truncate">{summary(message)}</bdi>
    </>
  )
}

/** Arrow keys go through the chats. */
function walk(event: KeyboardEvent<HTMLUListElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const lines = [...event.currentTarget.querySelectorAll('button')]
  const at = lines.indexOf(document.activeElement as HTMLButtonElement)
  lines[Math.max(0, Math.min(lines.length - 1, at + step))]?.focus()
}
