import { type Delivery, takeBatch } from './batch.ts'

/** Where notifications go: one app at one URL. */
export interface Endpoint {
  app_id: string
  url: string
}

/** Calls to one endpoint at a time. */
export const CONCURRENT = 8
/** Deliveries of one endpoint that are kept in memory whole. Of those beyond, only the id is, until there is room. */
const IN_HAND = 2_000

export const endpointKey = ({ app_id, url }: Endpoint): string => `${app_id} ${url}`

interface Queue {
  endpoint: Endpoint
  waiting: Delivery[]
  parked: string[]
  /** Ids that are being read again. */
  fetching: string[]
  /** Conversations whose first attempt is out: the next of theirs has to wait. */
  busy: Set<string>
  calls: number
  scheduled: boolean
}

interface Handlers {
  /** Resolves when the attempt has ended; never rejects. */
  send: (endpoint: Endpoint, batch: Delivery[]) => Promise<void>
  /** Reads parked deliveries again, oldest first; leaves out what is not to be sent any more. Never rejects. */
  fetch: (ids: string[]) => Promise<Delivery[]>
}

/** A queue for each endpoint. A delivery goes out when a call is free and its conversation's turn has come. */
export function endpointQueues({ send, fetch }: Handlers) {
  const queues = new Map<string, Queue>()
  let stopped = false

  function pump(queue: Queue): void {
    queue.scheduled = false
    while (!stopped && queue.calls < CONCURRENT) {
      const batch = takeBatch(queue.waiting, queue.busy)
      if (batch.length === 0) break
      start(queue, batch)
    }
    if (queue.parked.length > 0 && queue.waiting.length < IN_HAND / 2) void unpark(queue)
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

  async function unpark(queue: Queue): Promise<void> {
    if (queue.fetching.length > 0 || stopped) return
    queue.fetching = queue.parked.splice(0, IN_HAND / 2)
    const rows = await fetch(queue.fetching)
    if (stopped) return
    queue.fetching = []
    queue.waiting.push(...rows)
    pump(queue)
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
        queue = { endpoint, waiting: [], parked: [], fetching: [], busy: new Set(), calls: 0, scheduled: false }
        queues.set(key, queue)
      }
      // Nothing overtakes what is parked.
      if (queue.waiting.length >= IN_HAND || queue.parked.length > 0 || queue.fetching.length > 0)
        queue.parked.push(delivery.id)
      else queue.waiting.push(delivery)
      schedule(queue)
    },
    /** How many wait at an endpoint. */
    waiting(endpoint: Endpoint): number {
      const queue = queues.get(endpointKey(endpoint))
      return queue ? queue.waiting.length + queue.parked.length : 0
    },
    /** Sends nothing more, and returns the ids of what has not been sent. */
    stop(): string[] {
      stopped = true
      return [...queues.values()].flatMap(queue => [
        ...queue.waiting.splice(0).map(({ id }) => id),
        ...queue.parked.splice(0),
        ...queue.fetching.splice(0),
      ])
    },
  }
}

const isEmpty = ({ calls, waiting, parked, fetching, scheduled }: Queue): boolean =>
  calls === 0 && waiting.length === 0 && parked.length === 0 && fetching.length === 0 && !scheduled
