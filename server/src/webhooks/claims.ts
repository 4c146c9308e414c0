import { MINUTE, SECOND } from '../domain/time.ts'
import type { Log } from '../runtime/log.ts'
import type { Timers } from '../runtime/timers.ts'
import type { Endpoint } from '../store/driver.ts'
import { NotCommitted, type Store } from '../store/store.ts'
import type { Delivery } from './batch.ts'
import type { makeHand } from './hand.ts'
import { notInTurn } from './in-turn.ts'

/** Taken from the database at a time: as many as one notification may hold. */
const CLAIM = 1_000
/**
 * With more than this in hand, an endpoint rests between claims, the longer the more there is, because a claim passes
 * over all of it. Real time.
 */
const BUSY = 1_000
const REST_FOR_EACH_MS = 0.02
/** Where several nodes share the work, a delivery that was taken and not settled by then is given to another. Real time. */
const LOCK = 2 * MINUTE
/** World time may pass without a timer knowing (another node moved it), so it is looked at now and then. Real time. */
const LONGEST_SLEEP = 30 * SECOND
const SHORTEST_SLEEP = 250
/** Retries that are not wanted in hand now are put off by this. World time. */
const PUT_OFF = 30 * SECOND

interface ClaimsOptions {
  store: Store
  now: () => number
  timers: Timers
  log: Log
  hand: ReturnType<typeof makeHand>
  /** Whether a retry is not wanted in hand now, because its endpoint fails and has enough. */
  isCrowded: (delivery: Delivery) => boolean
  /** Gets what was taken. */
  add: (delivery: Delivery) => void
}

/** Looks for what is due, in rounds that pass by every endpoint once: when asked to, and when something falls due. */
export function startClaims({ store, now, timers, log, hand, isCrowded, add }: ClaimsOptions) {
  let stopped = false
  let looking: Promise<void> | undefined
  let wanted = false
  let turn: Promise<unknown> = Promise.resolve()
  let cancelTimer = () => {}
  let planned = Number.POSITIVE_INFINITY
  const stumbled = (error: unknown) => log.error({ error: String(error) }, 'The webhook engine stumbled.')

  /** One round after the other, so that none sees as free what another has just taken. Returns how many were taken. */
  function round(): Promise<number> {
    const mine = turn.then(roundNow)
    turn = mine.catch(() => {})
    return mine
  }

  async function roundNow(): Promise<number> {
    const at = now()
    const lookedFor = { now: at, limit: CLAIM, lockFor: LOCK, ...hand.beginRound() }
    let taken = 0
    let after: Endpoint | undefined
    do {
      if (stopped) return taken
      const rows = await store.driver.claimDeliveries({ ...lookedFor, after })
      taken += await take(rows, at)
      after = rows.length < CLAIM ? undefined : rows.at(-1)
    } while (after)
    for (const one of hand.looked(BUSY)) {
      one.resting = true
      timers.after(one.held * REST_FOR_EACH_MS, () => {
        one.resting = false
        if (one.short) wake()
      })
    }
    return taken
  }

  async function take(rows: Delivery[], at: number): Promise<number> {
    const mine = store.driver.dialect === 'postgres' ? await keepInTurn(rows, at) : rows
    const tooMany: string[] = []
    for (const row of mine) {
      if (isCrowded(row)) tooMany.push(row.id)
      else {
        hand.take(row)
        add(row)
      }
    }
    hand.claimed(mine, mine.length === CLAIM)
    if (tooMany.length > 0) await putOff(tooMany, at + PUT_OFF)
    return mine.length
  }

  /** Retries have no order to keep. */
  const putOff = (ids: string[], due_at: number): Promise<void> =>
    store.run(async ({ stage }) => {
      for (const id of ids) stage.update('deliveries', { id, due_at, locked_until: 0 })
    })

  async function keepInTurn(rows: Delivery[], at: number): Promise<Delivery[]> {
    const late = await notInTurn({ db: store.driver.db, rows, held: hand })
    if (late.size === 0) return rows
    // Before the next claim, which would take them for lost.
    await giveBack([...late])
    plan(at + SHORTEST_SLEEP)
    return rows.filter(({ id }) => !late.has(id))
  }

  async function look(): Promise<void> {
    cancelTimer()
    planned = Number.POSITIVE_INFINITY
    do {
      wanted = false
      await round()
      if (hand.lacks()) wanted = true
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

  return {
    round,
    wake,
    plan,
    giveBack,
    /** Takes nothing any more, once it resolves. */
    async stop(): Promise<void> {
      stopped = true
      cancelTimer()
      await looking
      await turn
    },
  }
}
