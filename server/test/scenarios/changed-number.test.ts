import { expect, test } from 'vitest'
import { hello, text, world } from '../world.ts'

const OLD = '16505551234'
const NEW = '16505559876'
const BUSINESS = '506914307656634'

const seed = {
  business: { id: BUSINESS, name: 'Lucky Shrub', messaging_limit: 'TIER_250' as const },
  app: { name: 'Bot' },
  accounts: [
    {
      name: 'Lucky Shrub',
      phone_numbers: [{ phone: '+1 555-078-3881', verified_name: 'Lucky Shrub', test_number: true }],
      templates: [{ name: 'hello_world', components: [{ type: 'BODY', text: 'Welcome!' }] }],
    },
  ],
  customers: [{ phone: '+1 650-555-1234', name: 'Sheena Nelson' }],
}

const blocked = (to: string) => ({
  messaging_product: 'whatsapp',
  block_users: [{ user: to }],
})
const move = (w: Awaited<ReturnType<typeof world>>, from: string, wa_id: string) =>
  w.control('POST', `customers/${from}/number`, { wa_id })

test('whom a number has blocked stays blocked with a new number, and is unblocked there', async () => {
  const w = await world({ seed })
  const edge = `${w.landline.phone_number_id}/block_users`
  await w.says('Hello')
  expect((await w.graph('POST', edge, blocked(OLD))).status).toBe(200)
  expect((await move(w, OLD, NEW)).status).toBe(200)
  const { data } = (await w.graph('GET', edge)).body
  expect(data).toMatchObject([{ wa_id: NEW }])
  const said = await w.control('POST', `customers/${NEW}/say`, { text: 'It is me' })
  expect(said.status).toBe(200)
  const dropped = (await w.control('GET', 'events?type=message.dropped')).body.data
  expect(dropped.at(-1)).toMatchObject({ customer_id: NEW })
  expect((await w.graph('DELETE', edge, blocked(NEW))).body.block_users.removed_users).toHaveLength(1)
  expect((await w.graph('GET', edge)).body.data).toEqual([])
  expect((await w.sends(text('Welcome back'), NEW)).status).toBe(200)
  await w.landline.close()
})

test('who was reached is counted once with both numbers, and makes room when it is time', async () => {
  const w = await world({ seed })
  const reached = async () => (await w.control('GET', `businesses/${BUSINESS}/messaging_limit`)).body.reached
  await w.sends(hello, OLD)
  await w.advance('10s')
  expect(await reached()).toBe(1)
  await move(w, OLD, NEW)
  await w.sends(hello, NEW)
  await w.advance('10s')
  expect(await reached()).toBe(1)
  await w.advance('24h')
  expect(await reached()).toBe(0)
  await w.sends(hello, NEW)
  await w.advance('10s')
  expect(await reached()).toBe(1)
  await w.advance('24h')
  expect(await reached()).toBe(0)
  await w.landline.close()
})

test('a number that somebody else had before is moved to as well', async () => {
  const w = await world({ seed })
  const edge = `${w.landline.phone_number_id}/block_users`
  await w.control('POST', 'customers', { wa_id: NEW, name: 'Pablo Morales' })
  for (const customer of [OLD, NEW]) {
    await w.sends(hello, customer)
    await w.control('POST', `customers/${customer}/say`, { text: 'Hello' })
    await w.advance('10s')
    await w.graph('POST', edge, blocked(customer))
  }
  await w.control('DELETE', `customers/${NEW}`)
  expect((await move(w, OLD, NEW)).status).toBe(200)
  expect((await w.graph('GET', edge)).body.data).toMatchObject([{ wa_id: NEW }])
  await w.advance('25h')
  expect((await w.control('GET', `businesses/${BUSINESS}/messaging_limit`)).body.reached).toBe(0)
  await w.landline.close()
})
