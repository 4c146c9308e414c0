import { expect, onTestFinished, test } from 'vitest'
import { startPostgres } from '../postgres.ts'
import { world } from '../world.ts'

/** Large enough that the first has not planted it yet when the last looks whether there is a world. */
const seed = {
  business: { name: 'Lucky Shrub' },
  app: { name: 'Jaspers Market' },
  accounts: [{ name: 'Lucky Shrub', phone_numbers: [{ phone: '+1 555-078-3881', verified_name: 'Lucky Shrub' }] }],
  customers: Array.from({ length: 500 }, (_, i) => ({ phone: `+1 650-555-${1000 + i}`, name: `Customer ${i}` })),
}

test('nodes that start at once on an empty database are one world', async () => {
  const postgres = await startPostgres()
  onTestFinished(() => postgres.stop())
  const shared = { seed, accessToken: 'EAAatonce', appSecret: 'shared-app-secret', databaseUrl: postgres.url }
  const nodes = await Promise.all(Array.from({ length: 3 }, () => world(shared)))
  onTestFinished(async () => {
    for (const { landline } of nodes) await landline.close()
  })
  for (const { graph, control, landline } of nodes) {
    expect(landline.app_id).toBe(nodes[0]!.landline.app_id)
    expect((await graph('GET', landline.phone_number_id)).status).toBe(200)
    expect((await control('GET', 'world')).body.counts.customers).toBe(500)
  }
})
