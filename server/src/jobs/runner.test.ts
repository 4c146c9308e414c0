import { expect, test } from 'vitest'
import type { Timers } from '../runtime/timers.ts'
import { NotCommitted, type Store } from '../store/store.ts'
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

test('a job that a full disk stopped is not tried again and again, but once there is room', async () => {
  const pauses: (() => void)[] = []
  let full = true
  let ran = 0
  let claims = 0
  let there = true
  const row = { id: '1', name: 'job', due_at: 0, attempts: 0, locked_until: 0, subject: null, payload: '{}' }
  const driver = {
    dialect: 'sqlite',
    async claimJobs({ held }: { held: Set<string> }) {
      claims++
      return there && !held.has('1') ? [row] : []
    },
  }
  const updates: object[] = []
  const stage = { dropJob: () => {}, update: (_: string, given: object) => updates.push(given) }
  const store = {
    driver,
    onCommit: () => () => {},
    async run(work: (unit: object) => Promise<void>) {
      await work({ stage })
      if (full) throw new NotCommitted({ kind: 'full' })
    },
  }
  const job = {
    name: 'job',
    async run() {
      ran++
      if (!full) there = false
    },
  }
  const after = (_: number, run: () => void) => {
    pauses.push(run)
    return () => {}
  }
  const runner = jobRunner({
    store: store as unknown as Store,
    jobs: [job],
    io: { log: { error: () => {} } } as unknown as JobIo,
    now: () => 0,
    timers: { after } as unknown as Timers,
    running: () => false,
  })
  runner.wake()
  for (let times = 1; times <= 3; times++) {
    await expect.poll(() => pauses.length).toBe(times)
    expect([ran, claims]).toEqual([1, 1])
    if (times === 3) full = false
    pauses.at(-1)!()
  }
  await expect.poll(() => pauses.length).toBe(4)
  expect(updates.at(-1)).toEqual({ id: '1', attempts: 0, due_at: 0, locked_until: 0 })
  pauses.at(-1)!()
  await expect.poll(() => ran).toBe(2)
  await expect.poll(() => pauses.length).toBe(5)
  pauses.at(-1)!()
  await runner.stop()
})
