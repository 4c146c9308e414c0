import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Message } from '../api/messages.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { dayName } from '../util/time.ts'
import { useChat } from './chat-context.ts'
import { MessageRow } from './message-row.tsx'
import { usePhone } from './phone-context.ts'
import { summary } from './summary.ts'
import { timeline } from './timeline.ts'
import { useWorldNow } from './world-clock.ts'

interface MessageListProps {
  messages: Message[]
  /** How many are on their way until this phone is online. */
  waiting: number
  loaded: boolean
  hasOlder: boolean
  loadingOlder: boolean
  onOlder: () => void
}

const AWAY_FROM_END = 200

/** The column is reversed, so the browser itself keeps the newest message in sight and the place when older ones load. */
export function MessageList({ messages, waiting, loaded, hasOlder, loadingOlder, onOlder }: MessageListProps) {
  const { typing } = usePhone()
  const { number } = useChat()
  const scroller = useRef<HTMLDivElement>(null)
  const [away, setAway] = useState(false)
  const now = useWorldNow()
  const items = timeline(messages)
  const toEnd = () => {
    scroller.current?.scrollTo({ top: 0 })
  }

  const lastMine = messages.findLast(message => message.direction === 'received')?.wamid
  // biome-ignore lint/correctness/useExhaustiveDependencies: writing something brings you to it
  useEffect(toEnd, [lastMine])

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        onScroll={event => setAway(event.currentTarget.scrollTop < -AWAY_FROM_END)}
        className="thin-scroll flex h-full flex-col-reverse overflow-y-auto overflow-x-hidden"
      >
        <div
          role="log"
          aria-label={`Messages with ${number.verified_name}`}
          onKeyDown={walk}
          className="mx-auto flex w-full max-w-4xl flex-col px-3 py-4 md:px-8"
        >
          {hasOlder && (
            <Button
              className="mx-auto mb-3 bg-pane text-sm [overflow-anchor:none]"
              disabled={loadingOlder}
              onClick={onOlder}
            >
              {loadingOlder ? 'Loading…' : 'Earlier messages'}
            </Button>
          )}
          {loaded && items.length === 0 && <FirstWords name={number.verified_name} />}
          {items.map(item => {
            if (item.kind === 'day') return <DayHeading key={item.key} text={dayName(item.at, now)} />
            if (item.kind === 'system') return <SystemNote key={item.key} message={item.message} />
            if (item.kind === 'failed') return <FailedNote key={item.key} message={item.message} />
            return <MessageRow key={item.key} message={item.message} first={item.first} last={item.last} />
          })}
          {waiting > 0 && (
            <Note>
              {waiting === 1 ? 'A message waits' : `${waiting} messages wait`} until this phone is online again
            </Note>
          )}
          {typing.has(number.id) && <TypingBubble />}
        </div>
      </div>
      {away && (
        <IconButton
          icon="down"
          label="To the newest message"
          onClick={toEnd}
          className="absolute right-4 bottom-4 animate-rise border border-line bg-pane shadow-lg"
        />
      )}
    </div>
  )
}

function FirstWords({ name }: { name: string }) {
  return (
    <div className="mx-auto my-10 max-w-xs rounded-3xl bg-pane/80 px-6 py-5 text-center text-soft">
      <p className="mb-1 font-semibold text-ink">Nothing here yet</p>
      <p>Write to {name} as a customer would. The business gets a signed webhook and may answer for 24 hours.</p>
    </div>
  )
}

function DayHeading({ text }: { text: string }) {
  return (
    <h3 className="mx-auto mt-4 mb-3 rounded-full bg-pane px-3 py-1 font-medium text-soft text-xs first:mt-0">
      {text}
    </h3>
  )
}

function Note({ children }: { children: React.ReactNode }) {
  return (
    <p className="mx-auto my-2 flex max-w-md items-start gap-2 rounded-2xl bg-pane px-3.5 py-1.5 text-soft text-xs">
      {children}
    </p>
  )
}

/** What the network told the business about this phone. */
function SystemNote({ message }: { message: Message }) {
  return (
    <Note>
      <Icon name="info" className="size-4" />
      <span className="min-w-0 [overflow-wrap:anywhere]">The business was told: {summary(message)}</span>
    </Note>
  )
}

/** The customer would see nothing; whoever builds the bot wants to know. */
function FailedNote({ message }: { message: Message }) {
  const error = message.errors?.[0]
  const reason = error ? `${error.code}: ${error.error_data?.details ?? error.title}` : 'no reason given'
  return (
    <Note>
      <Icon name="warning" className="size-4 text-bad" />
      <span className="min-w-0">
        “<bdi className="[overflow-wrap:anywhere]">{summary(message).slice(0, 60)}</bdi>” never arrived here. {reason}
      </span>
    </Note>
  )
}

function TypingBubble() {
  return (
    <div
      role="status"
      aria-label="The business is writing"
      className="mt-2 flex w-fit gap-1 rounded-2xl bg-bubble px-4 py-3.5"
    >
      {[0, 150, 300].map(delay => (
        <span key={delay} className="typing-dot size-2 rounded-full bg-soft" style={{ animationDelay: `${delay}ms` }} />
      ))}
    </div>
  )
}

/** Arrow keys go from message to message. */
function walk(event: KeyboardEvent<HTMLDivElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const target = event.target as HTMLElement
  if (!step || target.matches('input, textarea')) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-message]')]
  const at = all.indexOf(target.closest<HTMLElement>('[data-message]')!)
  if (at < 0) return
  event.preventDefault()
  all[Math.max(0, Math.min(all.length - 1, at + step))]?.focus()
}
