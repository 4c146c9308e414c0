import { useEffect, useState } from 'react'
import { useClock } from '../api/queries.ts'

/** What time it is in the world, which need not be what time it is here. */
export function useWorldNow(everyMs = 15_000): number {
  const { data: clock, dataUpdatedAt } = useClock()
  const [here, setHere] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setHere(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  if (!clock) return here
  return clock.mode === 'frozen' ? clock.now : clock.now + Math.max(0, here - dataUpdatedAt)
}
