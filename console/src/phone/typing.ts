import { useCallback, useEffect, useRef, useState } from 'react'
import type { LiveEvent } from '../api/control.ts'

/** The indicator goes when the message comes, or after 25 seconds. */
const TYPING_MS = 25_000

/** Which numbers are writing, according to the events given to `take`. */
export function useTyping() {
  const [typing, setTyping] = useState<ReadonlySet<string>>(new Set())
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>())

  const take = useCallback((event: LiveEvent) => {
    const number = event.phone_number_id
    if (!number) return
    const stop = () => setTyping(all => new Set([...all].filter(one => one !== number)))
    if (event.type === 'message.marked_read' && event.typing) {
      clearTimeout(timers.current.get(number))
      timers.current.set(number, setTimeout(stop, TYPING_MS))
      setTyping(all => new Set(all).add(number))
    } else if (event.type === 'message.delivered' || event.type === 'message.failed') {
      clearTimeout(timers.current.get(number))
      stop()
    }
  }, [])

  useEffect(() => {
    const running = timers.current
    return () => {
      for (const timer of running.values()) clearTimeout(timer)
    }
  }, [])

  return { typing, take }
}
