import type { Message } from '../api/messages.ts'
import { clockTime } from '../util/time.ts'
import { Ticks } from './ticks.tsx'

/** The time, and ticks on the customer's own messages. Floats beside the last line of what stands before it. */
export function Meta({ message, over }: { message: Message; over?: 'picture' | 'paper' }) {
  return (
    <span
      className={`inline-flex items-center gap-1 whitespace-nowrap text-[0.6875rem] leading-4 ${PLACES[over ?? 'text']}`}
    >
      {message.edited_at !== undefined && <span>Edited</span>}
      <time dateTime={new Date(message.at).toISOString()}>{clockTime(message.at)}</time>
      {message.direction === 'received' && <Ticks status={message.status} />}
    </span>
  )
}

const PLACES = {
  text: 'relative top-1 float-end ms-3 mt-1 text-soft',
  picture: 'absolute right-2 bottom-2 rounded-full bg-black/55 px-2 py-0.5 text-white [--color-read:#8ecbff]',
  paper: 'mt-1 ml-auto rounded-full bg-pane px-2 py-0.5 text-soft',
}
