import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Driver } from '../../src/store/driver.ts'
import { openPostgres } from '../../src/store/postgres/open.ts'
import { openSqlite } from '../../src/store/sqlite/open.ts'
import { startPostgres } from '../postgres.ts'
import { receiver, TUESDAY, world } from '../world.ts'

/** Three times what an engine has in hand at most: calls that time out make no room for others either. */
const BACKLOG = 60_000
const PER_UNIT = 5_000

const engines = {
  SQLite: async () => {
    const data = mkdtempSync(join(tmpdir(), 'landline-fair-'))
    afterAll(() => rmSync(data, { recursive: true, force: true }))
    return { options: { data, memory: false }, open: async () => openSqlite(data) }
  },
  PostgreSQL: async () => {
    const postgres = await startPostgres()
    afterAll(() => postgres.stop())
    return { options: { databaseUrl: postgres.url }, open: () => openPostgres(postgres.url) }
  },
}

/** First attempts to one endpoint that have been due for a second, each of a conversation of its own. */
async function putBacklog(driver: Driver, app_id: string, url: string): Promise<void> {
  const where = { app_id, account_id: 'a', field: 'messages', url, status: 'pending', attempts: 0, locked_until: 0 }
  const times = { due_at: TUESDAY - 1_000, created_at: TUESDAY - 1_000, settled_at: null, faults: null }
  for (let first = 0; first < BACKLOG; first += PER_UNIT) {
    const writes = Array.from({ length: PER_UNIT }, (_, i) => {
      const id = `D${first + i}`
      const row = { id, ...where, ...times, conversation: id, body: `{"id":"${id}","changes":[]}` }
      return { op: 'insert' as const, table: 'deliveries' as const, row }
    })
    expect(await driver.commit([{ writes, takes: [], events: [] }])).toEqual([{ kind: 'committed', seqs: [] }])
  }
}

test.each(Object.entries(engines))(
  'on %s an endpoint that never answers delays no other, however much waits for it',
  async (_, prepare) => {
    const { options, open } = await prepare()
    const [dead, good] = [await receiver(), await receiver()]
    dead.state.hang = true
    const first = await world({ ...options, webhook: { url: good.url, verifyToken: 'token' } })
    await first.landline.close()
    const driver = await open()
    await putBacklog(driver, first.landline.app_id, dead.url)
    await driver.close()

    const { says, landline } = await world({ ...options, retryProfile: 'meta' })
    const said = ['Hello', 'Is anybody there?', 'Bye']
    for (const words of said) await says(words)
    await good.until(() => good.messages().length === said.length)
    expect(good.messages().map(message => message.text.body)).toEqual(said)
    const closed = landline.close()
    await dead.close()
    await closed
    await good.close()
  },
)
