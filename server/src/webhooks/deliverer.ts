import { MINUTE, SECOND } from '../domain/time.ts'
import type { Log } from '../runtime/log.ts'
import type { Timers } from '../runtime/timers.ts'
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
/** A clock that is frozen just before something is due must not keep anybody busy. Real time. */
const SHORTEST_SLEEP = 50
/** After a fault of the database. Real time. */
const FAULT_SLEEP = SECOND
/** Retries kept in hand for an endpoint that fails: more would leave no room for the endpoints that do not. */
const RETRIES_IN_HAND = 200
/** Further retries are put off by this. */
const PUT_OFF = 30 * SECOND
/** When the server stops, a call that is out has this long to end. Real time. */
const GRACE = 2 * SECOND

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
  /** Endpoints whose latest attempt failed. */
  const failing = new Set<string>()
  const cutOff = new AbortController()
  let stopped = false
  let claiming: Promise<void> | undefined
  let claims: Promise<unknown> = Promise.resolve()
  /** There may be more that is due. */
  let again = false
  let cancelTimer = () => {}
  let sleeps = 0
  let settled = 0

  const queues = endpointQueues(deliver)

  /** Takes what is due into the queues. How many that were; undefined when the hand is full. One after the other. */
  function claim(): Promise<number | undefined> {
    const mine = claims.then(claimNow)
    claims = mine.catch(() => {})
    return mine
  }

  async function claimNow(): Promise<number | undefined> {
    if (stopped) return 0
    if (held.size >= IN_HAND) {
      again = true
      return undefined
    }
    const at = now()
    // What is let go of while the database answers may be in the answer as it was before.
    const claimed = { now: at, limit: CLAIM, lockedUntil: at + LOCK, held: new Set(held) }
    const rows = await store.driver.claimDeliveries(claimed)
    const tooMany: string[] = []
    for (const row of rows) {
      if (row.attempts > 0 && isCrowded(row)) tooMany.push(row.id)
      else {
        held.add(row.id)
        queues.add(row)
      }
    }
    if (tooMany.length > 0) await putOff(tooMany, at + PUT_OFF)
    return rows.length
  }

  const isCrowded = (endpoint: Endpoint): boolean =>
    profile !== 'instant' && failing.has(endpointKey(endpoint)) && queues.waiting(endpoint) >= RETRIES_IN_HAND

  const putOff = (ids: string[], due_at: number): Promise<void> =>
    store.run(async ({ stage }) => {
      for (const id of ids) stage.update('deliveries', { id, due_at, locked_until: 0 })
    })

  async function claimAll(): Promise<void> {
    do {
      again = false
      const claimed = await claim()
      // A full hand is refilled when something has been settled.
      if (claimed === undefined) break
      if (claimed === CLAIM) again = true
    } while (again && !stopped)
    await sleepUntilDue()
  }

  async function sleepUntilDue(): Promise<void> {
    const mine = ++sleeps
    const due = await store.driver.nextDue(now())
    // Somebody else has looked since.
    if (mine === sleeps) sleep(due === undefined ? LONGEST_SLEEP : due - now())
  }

  function sleep(wait: number): void {
    cancelTimer()
    if (!stopped) cancelTimer = timers.after(Math.min(Math.max(wait, SHORTEST_SLEEP), LONGEST_SLEEP), wake)
  }

  function stumbled(error: unknown): void {
    if (stopped) return
    log.error({ error: String(error) }, 'The webhook engine stumbled.')
    sleep(FAULT_SLEEP)
  }

  function wake(): void {
    again = true
    if (stopped || claiming) return
    claiming = claimAll()
      .catch(error => {
        again = false
        stumbled(error)
      })
      .finally(() => {
        claiming = undefined
        if (again && !stopped && held.size < IN_HAND) wake()
      })
  }

  async function deliver(endpoint: Endpoint, batch: Delivery[]): Promise<void> {
    for (const { id } of batch) inFlight.set(id, endpoint.url)
    let due = false
    try {
      const attempt = await post(endpoint, batch)
      const delivered = attempt.outcome === 'delivered'
      failing[delivered ? 'delete' : 'add'](endpointKey(endpoint))
      // A call that we cut off ourselves says nothing of the endpoint.
      if (cutOff.signal.aborted && !delivered) return
      const retries = await Promise.all(batch.map(one => settle(one, attempt)))
      due = retries.includes(true)
      if (!delivered && !due) void sleepUntilDue().catch(stumbled)
    } finally {
      for (const { id } of batch) {
        inFlight.delete(id)
        held.delete(id)
      }
      if (due || (again && held.size <= IN_HAND / 2)) wake()
    }
  }

  async function post({ url, app_id }: Endpoint, batch: Delivery[]): Promise<Attempt> {
    const began = timers.elapsed()
    const took = () => Math.round((timers.elapsed() - began) * 100) / 100
    try {
      const app = await store.read.apps.find(app_id)
      const body = notification(batch)
      const headers = { 'content-type': 'application/json', ...signatures(body, app?.secret ?? '') }
      const answer = await http.post(url, body, headers, ANSWER_MS, cutOff.signal)
      const { status } = answer
      const outcome = status === 200 ? 'delivered' : status >= 300 && status < 400 ? 'redirected' : 'status_refused'
      return { outcome, http_status: status, duration: took(), detail: outcome === 'delivered' ? '' : answer.text.slice(0, 500) }
    } catch (error) {
      return { outcome: outcomeOf(error), http_status: null, duration: took(), detail: String((error as Error).message).slice(0, 500) }
    }
  }

  /** Records an attempt. Whether the next one is due already. */
  async function settle(delivery: Delivery, attempt: Attempt): Promise<boolean> {
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
      return retryNow
    } catch (error) {
      // The row stays pending: it is sent again, which receivers have to expect anyway.
      if (!(error instanceof NotCommitted)) log.error({ error: String(error) }, 'An attempt could not be recorded.')
      return false
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
      for (;;) {
        while (claiming) await claiming
        const claimed = await claim()
        await queues.idle()
        if (stopped || (claimed === 0 && held.size === 0 && !claiming)) return settled - before
      }
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
    /** Lets the attempts that are out end, for a while. What has not been sent is sent after the next start. */
    async stop(): Promise<void> {
      stopped = true
      cancelTimer()
      stopListening()
      await claiming
      await claims
      queues.stop()
      const cancelCutOff = timers.after(GRACE, () => cutOff.abort())
      await queues.idle()
      cancelCutOff()
      held.clear()
    },
  }
}

/** The bytes of a notification: the entries as they were planned, joined. */
export const notification = (batch: Pick<Delivery, 'body'>[]): Buffer =>
  Buffer.from(`{"object":"whatsapp_business_account","entry":[${batch.map(({ body }) => body).join(',')}]}`, 'latin1')

export { endpointKey }
export type Deliverer = ReturnType<typeof startDeliverer>
