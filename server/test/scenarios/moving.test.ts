import { expect, test } from 'vitest'
import { fileWorld } from '../shared-world.ts'
import { text } from '../world.ts'

const w = await fileWorld()

test('what waits for an unreachable phone comes along to the new number, and arrives there', async () => {
  const { customer } = w.landline
  const inbox = async (who: string) =>
    (await w.control('GET', `customers/${who}/inbox`)).body.data as { type: string; status: string; content: unknown }[]
  await w.says('hi')
  await w.control('POST', `customers/${customer}/offline`)
  await w.sends(text('Your order is ready.'))
  await w.advance('1s')
  const moved = await w.control('POST', `customers/${customer}/number`, { wa_id: '+1 219-555-5358' })
  expect(moved.body).toMatchObject({ wa_id: '12195555358', name: 'Sheena Nelson', online: false })
  expect((await inbox('12195555358')).map(({ type }) => type)).toEqual(['text', 'system', 'system'])

  await w.control('POST', 'customers/12195555358/online')
  const arrived = (await inbox('12195555358')).find(({ status }) => status === 'delivered')
  expect(arrived?.content).toEqual({ body: 'Your order is ready.' })
  expect((await w.control('GET', 'customers')).body.data).toHaveLength(1)
  expect((await w.sends(text('There you are.'), '12195555358')).status).toBe(200)
})
