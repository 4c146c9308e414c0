import { MINUTE, SECOND } from '../domain/time.ts'
import type { Timers } from '../runtime/timers.ts'
import { ConnectionLost } from '../store/connection-lost.ts'
import type { Schema } from '../store/schema.ts'
import { NotCommitted, type Store } from '../store/store.ts'
import type { Job, JobIo } from './job.ts'

/** Jobs in hand at once: enough to fill a group commit, few enough to leave the loop to requests. */
const BATCH = 200
/** Where several nodes share the work, a job that was taken and not finished by then is given to another. Real time. */
const LOCK = MINUTE
/** A job that fails is tried again after a while, then left alone for somebody to look at. */
const RETRY_AFTER = 10 * SECOND
const ATTEMPTS = 5
/** When the database did not answer, it is asked again after so long. Real time. */
const AGAIN_MS = SECOND
/** A job that an outage stopped stays in hand until it can be given back, for so many tries. */
const SET_BACK_TRIES = 60
/** A pause between batches lets what comes in meanwhile be looked at together. Real time. */
const PAUSE_MS = 10
/** With more new jobs than this in one pause the server is at its limit, and callers go first ... */
const CROWDED = 25
/** ... while jobs come on in small batches all the same. */
const CROWDED_BATCH = 20
/** What another node had in hand may have come free without a word, so it is looked at now and then. Real time. */
const LONGEST_SLEEP = 30 * SECOND

export interface RunnerOptions {
  store: Store
  jobs: readonly Job[]
  io: JobIo
  now: () => number
  timers: Timers
  /** Whether world time passes by itself. */
  running: () => boolean
}

/** Runs what is due, by the world clock. One runner a node. */
export function jobRunner({ store, jobs, io, now, timers, running }: RunnerOptions) {
  const byName = new Map(jobs.map(one => [one.name, one]))
  const held = new Set<string>()
  let stopped = false
  let working: Promise<void> | undefined
  let turn: Promise<unknown> = Promise.resolve()
  let again = false
  let cancelTimer = () => {}
  let done = 0
  /** Commits that brought jobs since the last batch began. */
  let arrived = 0

  async function perform(row: Schema['jobs']): Promise<void> {
    const known = byName.get(row.name)
    try {
      if (!known) throw new Error(`There is no job called ${row.name}.`)
      const payload = JSON.parse(row.payload) as never
      const before = (await known.before?.(payload, io, store.read)) as never
      await store.run(
        async unit => {
          await known.run(payload, unit, before)
          unit.stage.dropJob(row.id)
        },
        // Units about the same thing (a customer's chats) wait for each other.
        { name: `job-${row.id}`, ...(row.subject === null ? {} : { queue: row.subject }) },
      )
      done++
    } catch (error) {
      await setBack(row, error)
    } finally {
      held.delete(row.id)
    }
  }

  async function setBack(row: Schema['jobs'], error: unknown): Promise<void> {
    const lost = isOutage(error)
    const attempts = row.attempts + (lost ? 0 : 1)
    io.log.error({ job: row.name, id: row.id, attempts, error: String(error) }, 'A job failed.')
    const retry = lost ? row.due_at : now() + RETRY_AFTER * attempts
    const due = attempts >= ATTEMPTS ? Number.MAX_SAFE_INTEGER : retry
    for (let tries = 1; ; tries++) {
      try {
        return await store.run(async unit =>
          unit.stage.update('jobs', { id: row.id, attempts, due_at: due, locked_until: 0 }),
        )
      } catch (reason) {
        if (!(reason instanceof NotCommitted)) throw reason
        // Given up at once, it would be claimed again at once, and fail again, as long as the outage lasts.
        if (stopped || tries >= SET_BACK_TRIES || !isOutage(reason)) return
        await new Promise<void>(resolve => timers.after(AGAIN_MS, resolve))
      }
    }
  }

  /** One claim after the other, so that each knows what the one before has given. */
  function claim(limit: number): Promise<Schema['jobs'][]> {
    const mine = turn.then(async () => {
      const rows = await store.driver.claimJobs({ now: now(), limit, lockFor: LOCK, held })
      for (const row of rows) held.add(row.id)
      return rows
    })
    turn = mine.catch(() => {})
    return mine
  }

  async function runBatch(limit = BATCH): Promise<number> {
    const rows = await claim(limit)
    await Promise.all(rows.map(perform))
    return rows.length
  }

  async function work(): Promise<void> {
    for (;;) {
      again = false
      const crowded = arrived > CROWDED
      arrived = 0
      if ((await runBatch(crowded ? CROWDED_BATCH : BATCH)) > 0) again = true
      if (!again || stopped) break
      await new Promise<void>(resolve => timers.after(PAUSE_MS, resolve))
      if (stopped) return
    }
    await sleepUntilDue()
  }

  async function sleepUntilDue(): Promise<void> {
    cancelTimer()
    // While the clock stands still, nothing falls due; but where nodes share the work, one may be gone.
    if (stopped || (!running() && store.driver.dialect === 'sqlite')) return
    const due = running() ? await store.driver.nextDue(now()) : undefined
    const wait = due === undefined ? LONGEST_SLEEP : Math.min(Math.max(due - now(), 1), LONGEST_SLEEP)
    cancelTimer = timers.after(wait, wake)
  }

  function wake(): void {
    again = true
    if (stopped || working) return
    working = work()
      .catch(error => {
        io.log.error({ error: String(error) }, 'The job runner stumbled.')
        cancelTimer()
        if (!stopped) cancelTimer = timers.after(AGAIN_MS, wake)
      })
      .finally(() => {
        working = undefined
        if (again && !stopped) wake()
      })
  }

  const stopListening = store.onCommit(committed => {
    if (!committed.jobs) return
    arrived++
    wake()
  })

  return {
    wake,
    /** Runs everything that is due now, and what that makes due, until nothing is. Returns how many ran. */
    async runDue(limit: number): Promise<number> {
      const before = done
      while (done - before < limit) {
        if (working) await working
        if ((await runBatch()) === 0 && held.size === 0) break
      }
      return done - before
    },
    /** Finishes what it has in hand. What is due later is still there at the next start. */
    async stop(): Promise<void> {
      stopped = true
      cancelTimer()
      stopListening()
      await working
    },
  }
}

/** The database cannot be reached, or its disk is full: no fault of the job's, and it may well pass. */
const isOutage = (error: unknown): boolean =>
  error instanceof ConnectionLost ||
  (error instanceof NotCommitted && (error.outcome.kind === 'unreachable' || error.outcome.kind === 'full'))

export type JobRunner = ReturnType<typeof jobRunner>
