import type { Message } from '../api/messages.ts'
import { MINUTE, type Place, sameDay } from '../util/time.ts'

export type TimelineItem =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'failed'; key: string; message: Message }
  | { kind: 'system'; key: string; message: Message }
  | { kind: 'message'; key: string; message: Message; first: boolean; last: boolean }

const RUN_GAP = 3 * MINUTE

/** What the phone draws, top to bottom: a heading per day, messages in runs of one side, and what never arrived. */
export function timeline(messages: Message[], place?: Place): TimelineItem[] {
  const items: TimelineItem[] = []
  const shown = messages.filter(message => message.type !== 'reaction' && !isOnTheWay(message))
  shown.forEach((message, index) => {
    const [before, after] = [shown[index - 1], shown[index + 1]]
    const newDay = !before || !sameDay(before.at, message.at, place)
    if (newDay) items.push({ kind: 'day', key: `day-${message.at}-${message.wamid}`, at: message.at })
    const aside = message.type === 'system' ? 'system' : neverArrived(message) ? 'failed' : undefined
    if (aside) {
      items.push({ kind: aside, key: message.wamid, message })
      return
    }
    items.push({
      kind: 'message',
      key: message.wamid,
      message,
      first: newDay || !sameRun(before, message),
      last: !after || !sameRun(message, after) || !sameDay(message.at, after.at, place),
    })
  })
  return items
}

/** Sent by the business, but not yet on this phone. */
function isOnTheWay({ direction, status }: Message): boolean {
  return direction === 'sent' && (status === 'accepted' || status === 'sent')
}

function neverArrived({ direction, status }: Message): boolean {
  return direction === 'sent' && status === 'failed'
}

function sameRun(a: Message | undefined, b: Message): boolean {
  return (
    !!a &&
    a.type !== 'system' &&
    b.type !== 'system' &&
    a.direction === b.direction &&
    !neverArrived(a) &&
    !neverArrived(b) &&
    b.at - a.at < RUN_GAP
  )
}

/** The titles of the buttons and rows that were answered, by the message that offered them. */
export function chosenTitles(messages: Message[]): Map<string, Set<string>> {
  const chosen = new Map<string, Set<string>>()
  for (const message of messages) {
    const title = chosenTitle(message)
    if (!title || !message.context || message.direction !== 'received') continue
    chosen.set(message.context, (chosen.get(message.context) ?? new Set()).add(title))
  }
  return chosen
}

function chosenTitle(message: Message): string | undefined {
  if (message.type === 'button') return message.content.text
  if (message.type !== 'interactive') return undefined
  return message.content.button_reply?.title ?? message.content.list_reply?.title
}
