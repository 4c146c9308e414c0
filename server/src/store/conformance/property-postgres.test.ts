import { sql } from 'kysely'
import { afterAll, beforeAll } from 'vitest'
import { startPostgres, type TestPostgres } from '../../../test/postgres.ts'
import type { Driver } from '../driver.ts'
import { openPostgres } from '../postgres/open.ts'
import { storeProperties, type WithNodes } from './property.ts'

let server: TestPostgres
let nodes: Driver[]
beforeAll(async () => {
  server = await startPostgres()
  nodes = [await openPostgres(server.url), await openPostgres(server.url)]
})
afterAll(async () => {
  await Promise.all(nodes.map(node => node.close()))
  await server.stop()
})

const emptied: WithNodes = async (count, work) => {
  await sql`TRUNCATE customers, phone_numbers, templates, jobs, conversations, events, counters`.execute(nodes[0]!.db)
  await work(nodes.slice(0, count))
}

storeProperties('PostgreSQL', emptied, { sequences: 100, interleavings: 30 })
