import type { Endpoint } from '../store/driver.ts'
import { type Delivery, takeBatch } from './batch.ts'

export type { Endpoint }

/** Calls to one endpoint at a time. */
const CONCURRENT = 8

export const endpointKey = ({ app_id, url }: Endpoint): string => `${app_id} ${url}`

interface Queue {
  endpoint: Endpoint
  waiting: Delivery[]
  /** Conversations whose first attempt is out: the next of theirs has to wait. */
  busy: Set<string>
  calls: number
  scheduled: boolean
}

/** Resolves when the attempt has ended; never rejects. */
type Send = (endpoint: Endpoint, batch: Delivery[]) => Promise<void>

/** A queue for each endpoint. A delivery goes out when a call is free and its conversation's turn has come. */
export function endpointQueues(send: Send) {
  const queues = new Map<string, Queue>()
  let stopped = false

  function pump(queue: Queue): void {
    queue.scheduled = false
    while (!stopped && queue.calls < CONCURRENT) {
      const batch = takeBatch(queue.waiting, queue.busy)
      if (batch.length === 0) break
      start(queue, batch)
    }
    if (isEmpty(queue)) queues.delete(endpointKey(queue.endpoint))
  }

  function start(queue: Queue, batch: Delivery[]): void {
    const conversations = batch.filter(one => one.attempts === 0).map(one => one.conversation)
    queue.calls++
    for (const conversation of conversations) queue.busy.add(conversation)
    void send(queue.endpoint, batch).finally(() => {
      queue.calls--
      for (const conversation of conversations) queue.busy.delete(conversation)
      pump(queue)
    })
  }

  /** What was taken together is looked at together, so that a backlog is seen as one. */
  function schedule(queue: Queue): void {
    if (queue.scheduled) return
    queue.scheduled = true
    queueMicrotask(() => pump(queue))
  }

  return {
    add(delivery: Delivery): void {
      const endpoint = { app_id: delivery.app_id, url: delivery.url }
      const key = endpointKey(endpoint)
      let queue = queues.get(key)
      if (!queue) {
        queue = { endpoint, waiting: [], busy: new Set(), calls: 0, scheduled: false }
        queues.set(key, queue)
      }
      queue.waiting.push(delivery)
      schedule(queue)
    },
    /** How many wait at an endpoint. */
    waiting: (endpoint: Endpoint): number => queues.get(endpointKey(endpoint))?.waiting.length ?? 0,
    /** Sends nothing more, and returns the ids of what has not been sent. */
    stop(): string[] {
      stopped = true
      return [...queues.values()].flatMap(queue => queue.waiting.splice(0).map(({ id }) => id))
    },
  }
}

const isEmpty = ({ calls, waiting, scheduled }: Queue): boolean => calls === 0 && waiting.length === 0 && !scheduled
