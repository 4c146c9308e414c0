import type { Delivery } from './deliverer.ts'

/** Where notifications go: one app at one URL. */
export interface Endpoint {
  app_id: string
  url: string
}

/** Calls to one endpoint at a time. */
const CONCURRENT = 8
/**
 * With more than this waiting at an endpoint, notifications are put together.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
 */
const BACKLOG = 64
const MAX_CHANGES = 1_000
const MAX_BYTES = 3 * 1024 * 1024 - 1_000

export const endpointKey = ({ app_id, url }: Endpoint): string => `${app_id} ${url}`

interface Queue {
  endpoint: Endpoint
  waiting: Delivery[]
  /** Conversations whose first attempt is out: the next of theirs has to wait. */
  busy: Set<string>
  calls: number
  /** It will be looked at in a moment. */
  called: boolean
}

/** One queue an endpoint. A delivery goes out when a call is free and its conversation's turn has come. */
export function endpointQueues(send: (endpoint: Endpoint, batch: Delivery[]) => Promise<void>) {
  const queues = new Map<string, Queue>()
  let stopped = false
  let active = 0
  let idlers: (() => void)[] = []

  function pump(queue: Queue): void {
    while (!stopped && queue.calls < CONCURRENT) {
      const batch = next(queue)
      if (batch.length === 0) break
      start(queue, batch)
    }
    if (queue.calls === 0 && queue.waiting.length === 0) queues.delete(endpointKey(queue.endpoint))
    if (active === 0 && (stopped || queues.size === 0)) {
      for (const resolve of idlers) resolve()
      idlers = []
    }
  }

  function start(queue: Queue, batch: Delivery[]): void {
    queue.calls++
    active++
    for (const { attempts, conversation } of batch) if (attempts === 0) queue.busy.add(conversation)
    const ended = () => {
      queue.calls--
      active--
      for (const { attempts, conversation } of batch) if (attempts === 0) queue.busy.delete(conversation)
      pump(queue)
    }
    void send(queue.endpoint, batch).then(ended, ended)
  }

  return {
    add(delivery: Delivery): void {
      const endpoint = { app_id: delivery.app_id, url: delivery.url }
      const key = endpointKey(endpoint)
      let queue = queues.get(key)
      if (!queue) {
        queue = { endpoint, waiting: [], busy: new Set(), calls: 0, called: false }
        queues.set(key, queue)
      }
      queue.waiting.push(delivery)
      if (queue.called) return
      // All that was claimed together is looked at together, so that a backlog is seen as one.
      queue.called = true
      const called = queue
      queueMicrotask(() => {
        called.called = false
        pump(called)
      })
    },
    /** How many wait at an endpoint. */
    waiting: (endpoint: Endpoint): number => queues.get(endpointKey(endpoint))?.waiting.length ?? 0,
    /** Resolves when nothing is out and nothing waits; once stopped, when nothing is out. */
    idle: (): Promise<void> =>
      active === 0 && queues.size === 0 ? Promise.resolve() : new Promise(resolve => idlers.push(resolve)),
    stop(): void {
      stopped = true
      for (const queue of queues.values()) queue.waiting = []
      if (active === 0) queues.clear()
    },
  }
}

/** What goes out next: one delivery, or under backlog as many as one notification holds. Retries go alone. */
function next(queue: Queue): Delivery[] {
  const most = queue.waiting.length > BACKLOG ? MAX_CHANGES : 1
  const batch: Delivery[] = []
  const left: Delivery[] = []
  let bytes = 0
  let full = false
  for (const delivery of queue.waiting) {
    const first = delivery.attempts === 0
    full ||= batch.length >= most || (batch.length > 0 && (!first || batch[0]!.attempts > 0))
    full ||= batch.length > 0 && bytes + delivery.body.length > MAX_BYTES
    if (full || (first && queue.busy.has(delivery.conversation))) {
      left.push(delivery)
      continue
    }
    bytes += delivery.body.length + 1
    batch.push(delivery)
  }
  queue.waiting = left
  return batch
}
