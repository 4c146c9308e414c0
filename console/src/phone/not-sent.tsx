import type { Message } from '../api/messages.ts'
import { useOutbox } from './outbox.tsx'

/** Under a message that could not be handed over: why, and the two ways out. */
export function NotSent({ message }: { message: Message }) {
  const outbox = useOutbox()
  const problem = outbox.outgoing.find(({ preview }) => preview.wamid === message.wamid)?.problem
  return (
    <div role="alert" className="mt-1 max-w-sm text-right text-xs">
      <p className="text-bad">Not sent. {problem}</p>
      <p className="flex justify-end gap-4">
        <button type="button" className={ACTION} onClick={() => outbox.retry(message.wamid)}>
          Try again
        </button>
        <button type="button" className={ACTION} onClick={() => outbox.discard(message.wamid)}>
          Discard
        </button>
      </p>
    </div>
  )
}

const ACTION = 'py-1 font-semibold text-accent hover:underline'
