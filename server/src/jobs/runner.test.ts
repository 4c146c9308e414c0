import { expect, test } from 'vitest'
import type { Timers } from '../runtime/timers.ts'
import type { Store } from '../store/store.ts'
import type { JobIo } from './job.ts'
import { jobRunner } from './runner.ts'

test('a database that did not answer is asked again, though nobody commits anything', async () => {
  const due: (() => void)[] = []
  const errors: unknown[] = []
  let asked = 0
  const driver = {
    dialect: 'postgres',
    claimJobs: async () => {
      asked++
      if (asked <= 2) throw new Error('read ECONNRESET')
      return []
    },
    nextDue: async () => undefined,
  }
  const timers = {
    after: (_: number, run: () => void) => {
      due.push(run)
      return () => {}
    },
  } as unknown as Timers
  const runner = jobRunner({
    store: { driver, onCommit: () => () => {} } as unknown as Store,
    jobs: [],
    io: { log: { error: (what: unknown) => errors.push(what) } } as unknown as JobIo,
    now: () => 0,
    timers,
    running: () => false,
  })
  runner.wake()
  for (let times = 1; times <= 3; times++) {
    await expect.poll(() => [asked, due.length]).toEqual([times, times])
    // The runner has to have put its work down before it takes it up again.
    await new Promise(resolve => setImmediate(resolve))
    due.at(-1)!()
  }
  await expect.poll(() => asked).toBe(4)
  expect(errors).toEqual(Array(2).fill({ error: 'Error: read ECONNRESET' }))
  await runner.stop()
})
