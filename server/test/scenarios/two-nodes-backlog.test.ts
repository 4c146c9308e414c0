import { expect, onTestFinished, test } from 'vitest'
import { openPostgres } from '../../src/store/postgres/open.ts'
import { startPostgres } from '../postgres.ts'
import { receiver, world } from '../world.ts'

const BACKLOG = 6_000
const CONVERSATIONS = 60

test('two nodes drain the backlog of one endpoint together, each conversation in its order', async () => {
  const postgres = await startPostgres()
  const bot = await receiver()
  const shared = { databaseUrl: postgres.url, accessToken: 'EAAbacklog', appSecret: 'shared-app-secret', clock: {} }
  const nodes = [await world(shared), await world(shared)]
  const driver = await openPostgres(postgres.url)
  onTestFinished(async () => {
    await driver.close()
    for (const { landline } of nodes) await landline.close()
    await bot.close()
    await postgres.stop()
  })

  const { app_id } = nodes[0]!.landline
  const where = { app_id, account_id: 'a', field: 'messages', url: bot.url, status: 'pending' }
  const state = { due_at: 1, created_at: 1, attempts: 0, locked_until: 0, settled_at: null, faults: null }
  const writes = Array.from({ length: BACKLOG }, (_, i) => {
    const body = `{"id":"${i}","changes":[]}`
    const row = { id: `D${10_000 + i}`, ...where, ...state, conversation: String(i % CONVERSATIONS), body }
    return { op: 'insert' as const, table: 'deliveries' as const, row }
  })
  expect(await driver.commit([{ writes, takes: [], events: [] }])).toMatchObject([{ kind: 'committed' }])

  const heard = () => bot.notifications.flatMap(({ body }) => body.entry.map(numberOf))
  await bot.until(() => new Set(heard()).size === BACKLOG)
  for (let c = 0; c < CONVERSATIONS; c++) {
    const order = heard().filter(i => i % CONVERSATIONS === c)
    expect(order).toEqual([...order].sort((a, b) => a - b))
  }
})

const numberOf = ({ id }: { id: string }): number => Number(id)
