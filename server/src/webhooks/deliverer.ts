import { SECOND } from '../domain/time.ts'
import type { Log } from '../runtime/log.ts'
import type { Timers } from '../runtime/timers.ts'
import type { Store } from '../store/store.ts'
import { type Attempt, attemptCall, stageAttempt } from './attempt.ts'
import type { Delivery } from './batch.ts'
import { startClaims } from './claims.ts'
import { type Endpoint, endpointKey, endpointQueues } from './endpoints.ts'
import { makeHand } from './hand.ts'
import type { HttpOut } from './http-out.ts'
import type { RetryProfile } from './retry.ts'

/** An attempt that could not be recorded (a full disk) is recorded later, so often. Real time. */
const RECORD_AGAIN_MS = SECOND
const RECORD_TRIES = 60
/** Retries of an endpoint that fails kept in hand: more would keep its first attempts waiting. */
const RETRIES_IN_HAND = 500
/** How long a stop waits for calls that are out. Real time. */
const STOP_MS = 3 * SECOND

export interface DelivererOptions {
  store: Store
  now: () => number
  timers: Timers
  http: HttpOut
  profile: RetryProfile
  log: Log
}

/**
 * Sends what is due. Each endpoint has a queue and calls of its own, so that a slow or dead one delays nobody else;
 * within it, first attempts keep the order of each conversation. What is taken stays in hand until its attempt is on disk.
 */
export function startDeliverer({ store, now, timers, http, profile, log }: DelivererOptions) {
  const inFlight = new Map<string, string>()
  const calls = new Set<AbortController>()
  const sendAgain = new Set<string>()
  /** Endpoints whose latest attempt failed. */
  const failing = new Set<string>()
  let stopped = false
  let settled = 0
  let recorded = 0
  let idlers: (() => void)[] = []

  const queues = endpointQueues(send)
  const hand = makeHand(queues.waiting)
  const claims = startClaims({ store, now, timers, log, hand, isCrowded, add: queues.add })
  const pause = (milliseconds: number) => new Promise<void>(resolve => timers.after(milliseconds, resolve))

  function isCrowded(row: Delivery): boolean {
    if (row.attempts === 0 || profile === 'instant' || !failing.has(endpointKey(row))) return false
    return queues.waiting(row) >= RETRIES_IN_HAND
  }

  async function send(endpoint: Endpoint, batch: Delivery[]): Promise<void> {
    const control = new AbortController()
    calls.add(control)
    for (const { id } of batch) inFlight.set(id, endpoint.url)
    if (hand.lacks(endpoint)) claims.wake()
    const attempt = await attemptCall(endpoint, batch, { read: store.read, http, timers, control })
    calls.delete(control)
    if (attempt.outcome === 'delivered') failing.delete(endpointKey(endpoint))
    else failing.add(endpointKey(endpoint))
    // The endpoint is free for its next call while this one is being recorded.
    void settle(batch, attempt)
  }

  async function settle(batch: Delivery[], attempt: Attempt): Promise<void> {
    const ids = batch.map(({ id }) => id)
    let dueNow = false
    if (attempt.outcome === 'aborted') await claims.giveBack(ids)
    else dueNow = await record(batch, attempt)
    for (const id of ids) {
      if (!sendAgain.delete(id)) continue
      await renew(id).catch(notRenewed)
      dueNow = true
    }
    for (const id of ids) inFlight.delete(id)
    release(ids)
    if (dueNow) claims.wake()
  }

  async function renew(id: string): Promise<void> {
    await store.run(async ({ stage, now: at }) => {
      stage.update('deliveries', { id, status: 'pending', due_at: at, attempts: 0, locked_until: 0, settled_at: null })
    })
  }

  const notRenewed = (error: unknown) => log.error({ error: String(error) }, 'A delivery could not be made due again.')

  /** Whether any of it is due again at once. */
  async function record(batch: Delivery[], attempt: Attempt): Promise<boolean> {
    for (let tries = 1; tries <= RECORD_TRIES; tries++) {
      // What is sent again begins to count anew: only a number of its own makes the name, and so the ids, unlike others.
      const name = `attempt-${batch[0]!.id}-${recorded++}`
      try {
        const next = await store.run(async unit => stageAttempt(unit, batch, attempt, profile), { name })
        settled += batch.length
        if (next !== undefined) claims.plan(next)
        return next !== undefined && next <= now()
      } catch (error) {
        log.error({ error: String(error), tries }, 'An attempt could not be recorded.')
        // What is not recorded is sent again after the next start; receivers have to expect that anyway.
        if (stopped) return false
        await pause(RECORD_AGAIN_MS)
      }
    }
    return false
  }

  function release(ids: string[]): void {
    if (hand.release(ids)) claims.wake()
    if (hand.size() > 0) return
    for (const resolve of idlers) resolve()
    idlers = []
  }

  const idle = (): Promise<void> =>
    hand.size() === 0 ? Promise.resolve() : new Promise<void>(resolve => idlers.push(resolve))

  async function redeliver(id: string): Promise<boolean> {
    if (inFlight.has(id)) {
      sendAgain.add(id)
      return true
    }
    if (hand.has(id)) return true
    if (!(await store.read.deliveries.find(id))) return false
    await renew(id)
    claims.wake()
    return true
  }

  const stopListening = store.onCommit(committed => {
    if (committed.deliveries) claims.wake()
  })

  return {
    wake: claims.wake,
    /** Calls that are out, or about to be recorded. */
    inFlight: () => [...inFlight].map(([id, url]) => ({ id, url })),
    /** Resolves when nothing is in hand: every attempt that was started has ended and is on disk. */
    idle,
    /** Starts everything that is due and resolves when those attempts have ended. Returns how many ended. */
    async runDue(): Promise<number> {
      const before = settled
      while ((await claims.round()) > 0 || hand.size() > 0) await idle()
      return settled - before
    },
    /** Makes a delivery due again, whatever became of it. Whether there is one with this id. */
    redeliver,
    /** Lets the calls that are out end, for a moment. What has not been sent is sent after the next start. */
    async stop(): Promise<void> {
      stopped = true
      stopListening()
      await claims.stop()
      const unsent = queues.stop()
      await claims.giveBack(unsent)
      release(unsent)
      const cancel = timers.after(STOP_MS, () => {
        for (const control of calls) control.abort()
      })
      await idle()
      cancel()
    },
  }
}
