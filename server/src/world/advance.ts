import type { Advanced } from '../graph/io.ts'
import type { JobRunner } from '../jobs/runner.ts'
import type { WorldClock } from '../runtime/clock.ts'
import type { Store } from '../store/store.ts'

/** Jobs that one advance runs at most: two bots can answer each other for ever. */
const MAX_JOBS = 100_000

interface Engines {
  store: Store
  clock: WorldClock
  runner: Pick<JobRunner, 'runDue'>
  deliverer: { runDue(): Promise<number>; inFlight(): { id: string; url: string }[] }
  /** Real milliseconds. */
  elapsed: () => number
  wait: (milliseconds: number) => Promise<void>
}

/**
 * Moves the world clock forward, stepping from due instant to due instant and running what falls due on the way.
 * Attempts that it starts are waited for, up to `timeout` real milliseconds; what is still in the air is reported.
 */
export async function advanceWorld(engines: Engines, target: number, timeout: number): Promise<Advanced> {
  const { store, clock, elapsed } = engines
  const until = elapsed() + timeout
  const ran = { jobs: 0, deliveries: 0 }
  for (;;) {
    await settle(engines, ran, until)
    if (ran.jobs >= MAX_JOBS || elapsed() > until) break
    const next = await store.driver.nextDue(clock.now())
    if (next === undefined || next > target) break
    clock.moveTo(next)
  }
  clock.moveTo(target)
  await settle(engines, ran, until)
  return { now: clock.now(), ran, in_flight: engines.deliverer.inFlight().map(({ url }) => url) }
}

/** Runs jobs and deliveries that are due, until neither makes the other due any more. */
async function settle(
  { runner, deliverer, elapsed, wait }: Engines,
  ran: Advanced['ran'],
  until: number,
): Promise<void> {
  for (;;) {
    const jobs = await runner.runDue(MAX_JOBS - ran.jobs)
    ran.jobs += jobs
    const left = until - elapsed()
    if (left <= 0) return
    const deliveries = await Promise.race([deliverer.runDue(), wait(left).then(() => -1)])
    if (deliveries < 0) return
    ran.deliveries += deliveries
    if (jobs === 0 && deliveries === 0) return
    if (ran.jobs >= MAX_JOBS) return
  }
}
