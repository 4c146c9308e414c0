import type { Log } from '../runtime/log.ts'
import type { Timers } from '../runtime/timers.ts'
import { MINUTE, SECOND } from '../domain/time.ts'
import type { Schema } from '../store/schema.ts'
import { NotCommitted, type Store, type Unit } from '../store/store.ts'
import { type Endpoint, endpointKey, endpointQueues } from './endpoints.ts'
import { ANSWER_MS, type HttpOut } from './http-out.ts'
import { type AttemptOutcome, outcomeOf } from './outcomes.ts'
import { nextAttempt, type RetryProfile } from './retry.ts'
import { signatures } from './sign.ts'

export type Delivery = Schema['deliveries']

/** Taken from the database at a time, and kept in hand at most. */
const CLAIM = 500
const IN_HAND = 5_000
const LOCK = 2 * MINUTE
/** World time may pass without a timer knowing, so it is looked at now and then. Real time. */
const LONGEST_SLEEP = 30 * SECOND

interface DelivererOptions {
  store: Store
  now: () => number
  timers: Timers
  http: HttpOut
  profile: RetryProfile
  log: Log
}

interface Attempt {
  outcome: AttemptOutcome
  http_status: number | null
  duration: number
  detail: string
}

/**
 * Sends what is due. Each endpoint has a queue and connections of its own, so that a slow or dead one delays nobody
 * else; within it, first attempts keep the order of each conversation.
 */
export function startDeliverer({ store, now, timers, http, profile, log }: DelivererOptions) {
  const held = new Set<string>()
  const inFlight = new Map<string, string>()
  let stopped = false
  let claiming: Promise<void> | undefined
  let again = false
  let cancelTimer = () => {}
  let settled = 0

  const queues = endpointQueues({
    send: (endpoint, batch) => deliver(endpoint, batch),
    onIdle: () => {
      if (again) wake()
    },
  })

  async function claim(): Promise<number> {
    if (held.size >= IN_HAND) return 0
    const at = now()
    const rows = await store.driver.claimDeliveries({ now: at, limit: CLAIM, lockedUntil: at + LOCK, held })
    for (const row of rows) {
      held.add(row.id)
      queues.add(row)
    }
    return rows.length
  }

  async function claimAll(): Promise<void> {
    do {
      again = false
      const claimed = await claim()
      if (claimed === CLAIM) again = true
      // A full hand is refilled when something has been settled.
      if (held.size >= IN_HAND) return
    } while (again && !stopped)
    await sleepUntilDue()
  }

  async function sleepUntilDue(): Promise<void> {
    cancelTimer()
    if (stopped) return
    const due = await store.driver.nextDue(now())
    const wait = due === undefined ? LONGEST_SLEEP : Math.min(Math.max(due - now(), 1), LONGEST_SLEEP)
    cancelTimer = timers.after(wait, wake)
  }

  function wake(): void {
    again = true
    if (stopped || claiming) return
    claiming = claimAll()
      .catch(error => log.error({ error: String(error) }, 'The webhook engine stumbled.'))
      .finally(() => {
        claiming = undefined
        if (again && !stopped && held.size < IN_HAND) wake()
      })
  }

  async function deliver(endpoint: Endpoint, batch: Delivery[]): Promise<void> {
    for (const { id } of batch) inFlight.set(id, endpoint.url)
    try {
      const attempt = await post(endpoint, batch)
      await Promise.all(batch.map(one => settle(one, attempt)))
    } finally {
      for (const { id } of batch) {
        inFlight.delete(id)
        held.delete(id)
      }
      if (held.size < IN_HAND / 2 && again) wake()
    }
  }

  async function post({ url, app_id }: Endpoint, batch: Delivery[]): Promise<Attempt> {
    const began = timers.elapsed()
    const took = () => Math.round((timers.elapsed() - began) * 100) / 100
    try {
      const app = await store.read.apps.find(app_id)
      const body = notification(batch)
      const headers = { 'content-type': 'application/json', ...signatures(body, app?.secret ?? '') }
      const answer = await http.post(url, body, headers, ANSWER_MS)
      const { status } = answer
      const outcome = status === 200 ? 'delivered' : status >= 300 && status < 400 ? 'redirected' : 'status_refused'
      return { outcome, http_status: status, duration: took(), detail: outcome === 'delivered' ? '' : answer.text.slice(0, 500) }
    } catch (error) {
      return { outcome: outcomeOf(error), http_status: null, duration: took(), detail: (error as Error).message.slice(0, 500) }
    }
  }

  async function settle(delivery: Delivery, attempt: Attempt): Promise<void> {
    const unit = async ({ stage, now: at, ids }: Unit) => {
      const attempts = delivery.attempts + 1
      const retry =
        attempt.outcome === 'delivered'
          ? undefined
          : nextAttempt(profile, { attempts, created_at: delivery.created_at, now: at })
      const status = attempt.outcome === 'delivered' ? 'delivered' : retry === undefined ? 'dropped' : 'pending'
      stage.insert('attempts', { id: ids.key(), delivery_id: delivery.id, at, ...attempt })
      stage.update('deliveries', {
        id: delivery.id,
        status,
        attempts,
        locked_until: 0,
        ...(retry === undefined ? { settled_at: at } : { due_at: retry }),
      })
      return retry !== undefined && retry <= at
    }
    try {
      const retryNow = await store.run(unit, { name: `attempt-${delivery.id}-${delivery.attempts}` })
      settled++
      if (retryNow) {
        held.delete(delivery.id)
        again = true
        wake()
      } else if (attempt.outcome !== 'delivered') void sleepUntilDue()
    } catch (error) {
      // The row stays pending: it is sent again, which receivers have to expect anyway.
      if (!(error instanceof NotCommitted)) log.error({ error: String(error) }, 'An attempt could not be recorded.')
    }
  }

  const stopListening = store.onCommit(committed => {
    if (committed.deliveries) wake()
  })

  return {
    wake,
    inFlight: () => [...inFlight].map(([id, url]) => ({ id, url })),
    /** Starts everything that is due and resolves when those attempts have ended. Returns how many ended. */
    async runDue(): Promise<number> {
      const before = settled
      do {
        while (claiming) await claiming
        await claim()
        await queues.idle()
      } while (held.size > 0)
      return settled - before
    },
    /** Makes a delivery due again, whatever became of it. Whether there is one with this id. */
    async redeliver(id: string): Promise<boolean> {
      const delivery = await store.read.deliveries.find(id)
      if (!delivery) return false
      await store.run(async ({ stage, now: at }) => {
        stage.update('deliveries', { id, status: 'pending', due_at: at, created_at: at, attempts: 0, settled_at: null })
      })
      wake()
      return true
    },
    /** Lets the attempts that are out end. What has not been sent is sent after the next start. */
    async stop(): Promise<void> {
      stopped = true
      cancelTimer()
      stopListening()
      await claiming
      queues.stop()
      await queues.idle()
    },
  }
}

/** The bytes of a notification: the entries as they were planned, joined. */
export const notification = (batch: Pick<Delivery, 'body'>[]): Buffer =>
  Buffer.from(`{"object":"whatsapp_business_account","entry":[${batch.map(({ body }) => body).join(',')}]}`, 'latin1')

export { endpointKey }
export type Deliverer = ReturnType<typeof startDeliverer>
