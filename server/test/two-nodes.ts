import { afterAll } from 'vitest'
import type { LandlineOptions } from '../src/index.ts'
import { startPostgres } from './postgres.ts'
import { receiver, world } from './world.ts'

const SECRETS = { accessToken: 'EAAtwonodes', appSecret: 'shared-app-secret', verifyToken: 'word' }

/** Two nodes over one PostgreSQL and a receiver, for all tests of a file; closed after the last. */
export async function twoNodes(options: LandlineOptions = {}) {
  const postgres = await startPostgres()
  afterAll(() => postgres.stop())
  const bot = await receiver('word')
  const shared = { ...SECRETS, ...options, databaseUrl: postgres.url, clock: {} }
  const one = await world({ ...shared, webhook: { url: bot.url, verifyToken: 'word' } })
  const two = await world(shared)
  // The hook that is set last runs first.
  afterAll(async () => {
    await one.landline.close()
    await two.landline.close()
    await bot.close()
  })
  return { one, two, bot }
}
