import type { Message } from '../api/messages.ts'
import { useChat } from './chat-context.ts'

/** Badges that hang on the lower edge of a bubble. The customer's own goes away when pressed. */
export function Reactions({ message }: { message: Message }) {
  const { react, number } = useChat()
  const { customer, business } = message.reactions ?? {}
  if (!customer && !business) return null
  return (
    <div className="-mt-2 z-10 mx-2 flex gap-1">
      {business && (
        <span role="img" aria-label={`${number.verified_name} reacted with ${business}`} className={BADGE}>
          {business}
        </span>
      )}
      {customer && (
        <button
          type="button"
          aria-label={`Remove your reaction ${customer}`}
          title="Remove your reaction"
          onClick={() => react(message, '')}
          className={`${BADGE} hover:bg-hover`}
        >
          {customer}
        </button>
      )}
    </div>
  )
}

const BADGE = 'grid h-7 min-w-8 place-items-center rounded-full border-2 border-ground bg-pane px-1 text-sm shadow-sm'
