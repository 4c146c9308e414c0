import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { startPostgres, type TestPostgres } from '../postgres.ts'
import { clientOf, hello, receiver } from '../world.ts'
import { type Child, refusedStart, type Start, startChild } from './child.ts'

const SENDERS = 8
const CUSTOMERS = Array.from({ length: 24 }, (_, i) => String(16505550100 + i))

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'landline-crash-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

async function bot() {
  const made = await receiver()
  onTestFinished(() => made.close())
  return made
}

/** Sends without end and kills the server after so many acceptances. Returns what it had accepted. */
async function killUnderLoad(server: Child, enough: number): Promise<string[]> {
  const { sends } = clientOf(server.where)
  const accepted: string[] = []
  let killed: Promise<void> | undefined
  const sender = async (name: number) => {
    for (let i = 0; !killed; i++) {
      const to = CUSTOMERS[(name + i * SENDERS) % CUSTOMERS.length]!
      const answer = await sends(hello, to).catch(() => undefined)
      if (answer?.status === 200) accepted.push(answer.body.messages[0].id as string)
      if (accepted.length >= enough) killed ??= server.kill()
    }
  }
  await Promise.all(Array.from({ length: SENDERS }, (_, name) => sender(name)))
  await killed
  return accepted
}

/** What lies in the phones of all customers, by id, with its status. */
async function inboxes(where: Child['where']): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const customer of CUSTOMERS) {
    const { status, body } = await clientOf(where).call('GET', `/control/customers/${customer}/inbox?limit=1000`)
    expect(status).toBe(200)
    for (const message of body.data) found.set(message.wamid, message.status)
  }
  return found
}

/** What both databases have to survive. `place` gives a fresh one. */
function survives(name: string, place: () => Promise<Start>): void {
  test.each([1, 2])(`on ${name} a killed server keeps what it accepted and tells of it, round %i`, async () => {
    const data = await place()
    const hook = await bot()
    const first = await startChild({ ...data, webhook: { url: hook.url, verifyToken: 'token' } })
    for (const wa_id of CUSTOMERS) await clientOf(first.where).control('POST', 'customers', { wa_id })
    const accepted = await killUnderLoad(first, 40 + Math.floor(Math.random() * 160))
    expect(accepted.length).toBeGreaterThanOrEqual(40)

    const second = await startChild(data)
    expect(second.where.phone_number_id).toBe(first.where.phone_number_id)
    const told = (status: string) =>
      new Set(hook.statuses().flatMap(one => (one.status === status ? [one.id as string] : [])))
    const missing = (status: string) => {
      const heard = told(status)
      return accepted.filter(id => !heard.has(id))
    }
    await hook.until(() => missing('sent').length === 0 && missing('delivered').length === 0)

    const shown = await inboxes(second.where)
    expect(accepted.filter(id => shown.get(id) !== 'delivered')).toEqual([])
    const later = await clientOf(second.where).sends(hello)
    expect(later.status).toBe(200)
    await hook.until(() => told('delivered').has(later.body.messages[0].id))
    await second.kill()
  })
}

survives('SQLite', async () => ({ data: folder() }))

describe('with a database that stays', () => {
  let postgres: TestPostgres
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => postgres.stop())

  survives('PostgreSQL', async () => ({ data: folder(), databaseUrl: await postgres.another() }))
})

test('a second server on the same folder is refused with a sentence, and a third finds it free', async () => {
  const data = folder()
  const first = await startChild({ data })
  const { code, said } = await refusedStart({ data })
  expect(code).toBe(1)
  expect(said).toContain(`The data folder ${data} is in use by another Landline (process ${first.process.pid}).`)
  expect(said.trim().split('\n')).toHaveLength(1)
  await first.kill()
  const third = await startChild({ data })
  await third.kill()
})
