import { expect, test } from 'vitest'
import { notInTurn } from './in-turn.ts'
import { APP, AT, testWorld } from './world.test-util.ts'

const other = { url: 'http://other/' }

/** Deliveries by id in their order; each may say what is special about it. */
async function world(rows: { [id: string]: { conversation: string; url?: string } }) {
  const { store, deliveries } = await testWorld()
  await store.run(async ({ stage }) => {
    for (const [id, row] of Object.entries(rows)) {
      const where = { app_id: APP, account_id: 'a', field: 'messages', url: 'http://x/', ...row }
      stage.delivery({ id, ...where, created_at: AT, body: '{}' })
    }
  })
  const all = await deliveries()
  return async (claimed: string[], held: string[] = []) => {
    const chosen = all.filter(({ id }) => claimed.includes(id))
    const late = await notInTurn({ db: store.driver.db, rows: chosen, held: new Set(held) })
    return [...late]
  }
}

test('what follows a first attempt of another node has to wait', async () => {
  const late = await world({ '1': { conversation: 'c' }, '2': { conversation: 'c' }, '3': { conversation: 'd' } })
  expect(await late(['2', '3'])).toEqual(['2'])
  expect(await late(['1', '3'])).toEqual([])
})

test('what follows a first attempt of this node does not', async () => {
  const late = await world({ '1': { conversation: 'c' }, '2': { conversation: 'c' } })
  expect(await late(['1', '2'])).toEqual([])
  expect(await late(['2'], ['1'])).toEqual([])
})

test('another endpoint is another matter', async () => {
  const late = await world({ '1': { conversation: 'c', ...other }, '2': { conversation: 'c' } })
  expect(await late(['2'])).toEqual([])
})
