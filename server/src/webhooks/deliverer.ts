import { MINUTE, SECOND } from '../domain/time.ts'
import type { Log } from '../runtime/log.ts'
import type { Timers } from '../runtime/timers.ts'
import { NotCommitted, type Store } from '../store/store.ts'
import { type Attempt, attemptCall, stageAttempt } from './attempt.ts'
import type { Delivery } from './batch.ts'
import { type Endpoint, endpointKey, endpointQueues } from './endpoints.ts'
import type { HttpOut } from './http-out.ts'
import { notInTurn } from './in-turn.ts'
import type { RetryProfile } from './retry.ts'

/** Taken from the database at a time: as many as one notification may hold. */
const CLAIM = 1_000
/** Taken and not yet settled, over all endpoints. */
const HELD = 20_000
/** With more than this in hand, a claim waits, the longer the more there is, because it passes over all of it. Real time. */
const BUSY = 1_000
const PAUSE_FOR_EACH_MS = 0.05
const LONGEST_PAUSE_MS = 500
/** Where several nodes share the work, a delivery that was taken and not settled by then is given to another. */
const LOCK = 2 * MINUTE
/** World time may pass without a timer knowing (another node moved it), so it is looked at now and then. Real time. */
const LONGEST_SLEEP = 30 * SECOND
const SHORTEST_SLEEP = 250
/** An attempt that could not be recorded (a full disk) is recorded later, so often. Real time. */
const RECORD_AGAIN_MS = SECOND
const RECORD_TRIES = 60
/** Retries of an endpoint that fails kept in hand: more would leave no room for the endpoints that do not. */
const RETRIES_IN_HAND = 500
/** Further ones are put off by this. World time. */
const PUT_OFF = 30 * SECOND
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
 * within it, first attempts keep the order of each conversation. What is taken stays `held` until its attempt is on disk.
 */
export function startDeliverer({ store, now, timers, http, profile, log }: DelivererOptions) {
  const held = new Set<string>()
  const inFlight = new Map<string, string>()
  const calls = new Set<AbortController>()
  const sendAgain = new Set<string>()
  /** Endpoints whose latest attempt failed. */
  const failing = new Set<string>()
  let stopped = false
  let looking: Promise<void> | undefined
  let wanted = false
  let short = false
  let turn: Promise<unknown> = Promise.resolve()
  let cancelTimer = () => {}
  let planned = Number.POSITIVE_INFINITY
  let settled = 0
  let recorded = 0
  let idlers: (() => void)[] = []

  const queues = endpointQueues({ send, fetch: fetchParked })
  const pause = (milliseconds: number) => new Promise<void>(resolve => timers.after(milliseconds, resolve))
  const stumbled = (error: unknown) => log.error({ error: String(error) }, 'The webhook engine stumbled.')

  /** One claim after the other, so that none sees as free what another has just taken. */
  function claim(): Promise<number> {
    const mine = turn.then(claimNow)
    turn = mine.catch(() => {})
    return mine
  }

  async function claimNow(): Promise<number> {
    const limit = Math.min(CLAIM, HELD - held.size)
    // Having asked for fewer than usual, there may be more: whoever lets go of something looks again.
    short = limit < CLAIM
    if (stopped || limit <= 0) return 0
    const at = now()
    const rows = await store.driver.claimDeliveries({ now: at, limit, lockedUntil: at + LOCK, held })
    const mine = store.driver.dialect === 'postgres' ? await keepInTurn(rows, at) : rows
    const tooMany: string[] = []
    for (const row of mine) {
      if (isCrowded(row)) tooMany.push(row.id)
      else {
        held.add(row.id)
        queues.add(row)
      }
    }
    if (tooMany.length > 0) await putOff(tooMany, at + PUT_OFF)
    return mine.length
  }

  const isCrowded = (row: Delivery): boolean =>
    row.attempts > 0 && profile !== 'instant' && failing.has(endpointKey(row)) && queues.waiting(row) >= RETRIES_IN_HAND

  /** Retries have no order to keep. */
  const putOff = (ids: string[], due_at: number): Promise<void> =>
    store.run(async ({ stage }) => {
      for (const id of ids) stage.update('deliveries', { id, due_at, locked_until: 0 })
    })

  async function keepInTurn(rows: Delivery[], at: number): Promise<Delivery[]> {
    const late = await notInTurn({ db: store.driver.db, rows, held, now: at })
    if (late.size === 0) return rows
    void giveBack([...late])
    plan(at + SHORTEST_SLEEP)
    return rows.filter(({ id }) => !late.has(id))
  }

  async function look(): Promise<void> {
    cancelTimer()
    planned = Number.POSITIVE_INFINITY
    do {
      wanted = false
      if (held.size > BUSY) await pause(Math.min(held.size * PAUSE_FOR_EACH_MS, LONGEST_PAUSE_MS))
      if ((await claim()) === CLAIM) wanted = true
    } while (wanted && !stopped)
    const due = await store.driver.nextDue(now())
    plan(due ?? now() + LONGEST_SLEEP)
  }

  function wake(): void {
    wanted = true
    if (stopped || looking) return
    looking = look()
      .catch(error => {
        stumbled(error)
        plan(now() + SECOND)
      })
      .finally(() => {
        looking = undefined
        if (wanted && !stopped) wake()
      })
  }

  /** Sees to it that somebody looks at this world instant, or earlier. */
  function plan(at: number): void {
    if (stopped || at >= planned) return
    cancelTimer()
    planned = at
    const wait = Math.min(Math.max(at - now(), SHORTEST_SLEEP), LONGEST_SLEEP)
    cancelTimer = timers.after(wait, () => {
      planned = Number.POSITIVE_INFINITY
      wake()
    })
  }

  async function send(endpoint: Endpoint, batch: Delivery[]): Promise<void> {
    const control = new AbortController()
    calls.add(control)
    for (const { id } of batch) inFlight.set(id, endpoint.url)
    const attempt = await attemptCall(endpoint, batch, { read: store.read, http, timers, control })
    calls.delete(control)
    if (attempt.outcome === 'delivered') failing.delete(endpointKey(endpoint))
    else failing.add(endpointKey(endpoint))
    // The endpoint is free for its next call while this one is being recorded.
    void settle(batch, attempt)
  }

  async function settle(batch: Delivery[], attempt: Attempt): Promise<void> {
    const ids = batch.map(({ id }) => id)
    if (attempt.outcome === 'aborted') await giveBack(ids)
    else await record(batch, attempt)
    for (const id of ids) if (sendAgain.delete(id)) await renew(id).catch(stumbled)
    for (const id of ids) inFlight.delete(id)
    release(ids)
  }

  async function renew(id: string): Promise<void> {
    await store.run(async ({ stage, now: at }) => {
      stage.update('deliveries', { id, status: 'pending', due_at: at, attempts: 0, locked_until: 0, settled_at: null })
    })
    wanted = true
  }

  async function record(batch: Delivery[], attempt: Attempt): Promise<void> {
    for (let tries = 1; tries <= RECORD_TRIES; tries++) {
      // What is sent again begins to count anew: only a number of its own makes the name, and so the ids, unlike others.
      const name = `attempt-${batch[0]!.id}-${recorded++}`
      try {
        const next = await store.run(async unit => stageAttempt(unit, batch, attempt, profile), { name })
        settled += batch.length
        if (next !== undefined) plan(next)
        if (next !== undefined && next <= now()) wanted = true
        return
      } catch (error) {
        log.error({ error: String(error), tries }, 'An attempt could not be recorded.')
        // What is not recorded is sent again after the next start; receivers have to expect that anyway.
        if (stopped) return
        await pause(RECORD_AGAIN_MS)
      }
    }
  }

  function release(ids: string[]): void {
    for (const id of ids) held.delete(id)
    if (wanted || (short && held.size < HELD / 2)) wake()
    if (held.size > 0) return
    for (const resolve of idlers) resolve()
    idlers = []
  }

  async function fetchParked(ids: string[]): Promise<Delivery[]> {
    const read = store.driver.db
      .selectFrom('deliveries')
      .selectAll()
      .where('id', 'in', ids)
      .orderBy('due_at')
      .orderBy('id')
    const rows = await read.execute().catch(error => {
      stumbled(error)
      return [] as Delivery[]
    })
    // What was locked for too long may have gone to another node: it is taken anew.
    const good = rows.filter(row => row.status === 'pending' && (row.locked_until === 0 || row.locked_until > now()))
    const kept = new Set(good.map(({ id }) => id))
    release(ids.filter(id => !kept.has(id)))
    if (kept.size < ids.length) wake()
    return good
  }

  /** Unlocks what was taken and not sent, for another node or the next start. */
  async function giveBack(ids: string[]): Promise<void> {
    if (ids.length === 0) return
    const unlock = store.run(async ({ stage }) => {
      for (const id of ids) stage.update('deliveries', { id, locked_until: 0 })
    })
    await unlock.catch((error: unknown) => {
      if (!(error instanceof NotCommitted)) stumbled(error)
    })
  }

  const idle = (): Promise<void> =>
    held.size === 0 ? Promise.resolve() : new Promise<void>(resolve => idlers.push(resolve))

  async function redeliver(id: string): Promise<boolean> {
    if (inFlight.has(id)) {
      sendAgain.add(id)
      return true
    }
    if (held.has(id)) return true
    if (!(await store.read.deliveries.find(id))) return false
    await renew(id)
    wake()
    return true
  }

  const stopListening = store.onCommit(committed => {
    if (committed.deliveries) wake()
  })

  return {
    wake,
    /** Calls that are out, or about to be recorded. */
    inFlight: () => [...inFlight].map(([id, url]) => ({ id, url })),
    /** Resolves when nothing is in hand: every attempt that was started has ended and is on disk. */
    idle,
    /** Starts everything that is due and resolves when those attempts have ended. Returns how many ended. */
    async runDue(): Promise<number> {
      const before = settled
      while ((await claim()) > 0 || held.size > 0) await idle()
      return settled - before
    },
    /** Makes a delivery due again, whatever became of it. Whether there is one with this id. */
    redeliver,
    /** Lets the calls that are out end, for a moment. What has not been sent is sent after the next start. */
    async stop(): Promise<void> {
      stopped = true
      cancelTimer()
      stopListening()
      await looking
      await turn
      const unsent = queues.stop()
      await giveBack(unsent)
      release(unsent)
      const cancel = timers.after(STOP_MS, () => {
        for (const control of calls) control.abort()
      })
      await idle()
      cancel()
    },
  }
}
