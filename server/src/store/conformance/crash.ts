import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import type { Driver } from '../driver.ts'
import { one, tally } from './drafts.ts'

const WRITER = fileURLToPath(new URL('./crash-writer.ts', import.meta.url))
const ENOUGH = 1_000

/** Kills a writing process without warning and looks for everything that it had reported as committed. */
export async function expectNothingLost(dialect: string, target: string, reopen: () => Promise<Driver>): Promise<void> {
  const child = spawn(process.execPath, [WRITER, dialect, target], { stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (text: string) => {
    printed += text
    if (printed.length > ENOUGH * 6) child.kill('SIGKILL')
  })
  const [, signal] = await once(child, 'close')
  expect(signal).toBe('SIGKILL')
  const reported = printed.split('\n').slice(0, -1)
  expect(reported.length).toBeGreaterThan(ENOUGH / 2)

  const driver = await reopen()
  try {
    const rows = await driver.db.selectFrom('messages').select('id').execute()
    const events = await driver.db.selectFrom('events').select('id').orderBy('id').execute()
    const kept = new Set(rows.map(row => row.id))
    expect(reported.filter(id => !kept.has(id))).toEqual([])
    // Whole units only: a message, its event, and its share of the sum.
    expect(events.map(row => row.id)).toEqual([...kept].sort())
    expect(await one(driver, [], [tally('all', 1, kept.size + 1)])).toMatchObject({ kind: 'committed' })
    expect(await one(driver, [], [tally('all', 1, kept.size + 1)])).toMatchObject({ kind: 'refused' })
  } finally {
    await driver.close()
  }
}
