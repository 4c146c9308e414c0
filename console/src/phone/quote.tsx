import type { Message } from '../api/messages.ts'
import { useChat } from './chat-context.ts'
import { summary } from './summary.ts'

/** The message that this one answers, on top of the bubble. */
export function Quote({ wamid }: { wamid: string }) {
  const { find, jumpTo } = useChat()
  const quoted = find(wamid)
  return (
    <button
      type="button"
      onClick={() => jumpTo(wamid)}
      className="mb-1 flex w-full min-w-36 rounded-xl bg-sunk text-left hover:brightness-95"
    >
      <QuoteBody message={quoted} />
    </button>
  )
}

export function QuoteBody({ message }: { message: Message | undefined }) {
  const { number } = useChat()
  const mine = message?.direction === 'received'
  const picture = (message?.type === 'image' || message?.type === 'sticker') && message.media?.url
  return (
    <span className="flex min-w-0 flex-1 overflow-hidden rounded-xl">
      <span className={`w-1 shrink-0 ${mine ? 'bg-honey' : 'bg-accent'}`} />
      <span className="min-w-0 flex-1 px-2.5 py-1 text-sm">
        {message && <span className="block truncate font-semibold text-xs">{mine ? 'You' : number.verified_name}</span>}
        <span dir="auto" className="line-clamp-2 text-soft [overflow-wrap:anywhere]">
          {message ? summary(message) : 'An earlier message'}
        </span>
      </span>
      {picture && <img src={picture} alt="" className="size-12 shrink-0 object-cover" />}
    </span>
  )
}
