import { afterAll, beforeAll } from 'vitest'
import { startPostgres, type TestPostgres } from '../../../test/postgres.ts'
import { openPostgres } from '../postgres/open.ts'
import { storeConformance } from './suite.ts'
import { trafficConformance } from './traffic.ts'
import { wholeConformance } from './whole.ts'

let server: TestPostgres
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

storeConformance('PostgreSQL', async () => openPostgres(await server.another()))
trafficConformance('PostgreSQL', async () => openPostgres(await server.another()))
wholeConformance('PostgreSQL', async () => openPostgres(await server.another()))
