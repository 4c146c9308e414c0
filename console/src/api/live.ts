import { useEffect, useEffectEvent, useState } from 'react'
import { type LiveEvent, livePath } from './control.ts'
import { keys, queryClient } from './queries.ts'

const EVENT_TYPES = [
  'message.accepted',
  'message.sent',
  'message.delivered',
  'message.read',
  'message.played',
  'message.failed',
  'message.received',
  'message.dropped',
  'message.marked_read',
  'chat.opened',
  'chat.blocked',
  'chat.unblocked',
  'customer.created',
  'customer.changed',
  'customer.removed',
  'preference.changed',
  'clock.moved',
  'world.reset',
  'world.restored',
]
const BATCH_MS = 60
const RECONNECT_MS = 2_000
const POLL_MS = 5_000

/** Follows the events of one phone, keeps the queries fresh, and says whether the line is up. */
export function useLive(customer: string, onEvent: (event: LiveEvent) => void): boolean {
  const [connected, setConnected] = useState(true)
  const tell = useEffectEvent(onEvent)

  useEffect(() => {
    const freshen = batchedFreshen()
    let source: EventSource
    let retry: ReturnType<typeof setTimeout> | undefined
    let broken = false

    const take = (raw: MessageEvent<string>) => {
      const event = JSON.parse(raw.data) as LiveEvent
      freshen(staleAfter(event, customer))
      tell(event)
    }
    const connect = () => {
      source = new EventSource(livePath(customer))
      source.onopen = () => {
        setConnected(true)
        if (broken) queryClient.invalidateQueries()
        broken = false
      }
      source.onerror = () => {
        broken = true
        setConnected(false)
        if (source.readyState !== EventSource.CLOSED) return
        clearTimeout(retry)
        retry = setTimeout(connect, RECONNECT_MS)
      }
      for (const type of EVENT_TYPES) source.addEventListener(type, take)
    }
    connect()
    return () => {
      clearTimeout(retry)
      source.close()
    }
  }, [customer])

  useEffect(() => {
    if (connected) return
    const poll = setInterval(() => queryClient.invalidateQueries(), POLL_MS)
    return () => clearInterval(poll)
  }, [connected])

  return connected
}

function staleAfter(event: LiveEvent, customer: string): unknown[][] {
  if (event.type === 'world.reset' || event.type === 'world.restored') return [[]]
  if (event.type === 'clock.moved') return [keys.clock, keys.chats(customer)]
  // Its chats can no longer be asked for.
  if (event.type === 'customer.removed') return [keys.customers]
  if (/^(customer|preference)\./.test(event.type) || event.type.endsWith('blocked'))
    return [keys.customers, keys.chats(customer)]
  if (!event.phone_number_id) return [keys.chats(customer), ['inbox', customer]]
  return [keys.chats(customer), keys.inbox(customer, event.phone_number_id)]
}

/** One send sets off several events within milliseconds; they share a refetch. */
function batchedFreshen() {
  const waiting = new Map<string, unknown[]>()
  let timer: ReturnType<typeof setTimeout> | undefined
  return (stale: unknown[][]) => {
    for (const key of stale) waiting.set(JSON.stringify(key), key)
    if (timer) return
    timer = setTimeout(() => {
      timer = undefined
      for (const queryKey of waiting.values()) queryClient.invalidateQueries({ queryKey })
      waiting.clear()
    }, BATCH_MS)
  }
}
