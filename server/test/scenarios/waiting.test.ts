import { expect, test } from 'vitest'
import { luckyShrub } from '../seeds.ts'
import { fileWorld } from '../shared-world.ts'
import { text } from '../world.ts'

const w = await fileWorld({ seed: luckyShrub({ number: { messages_per_second: 100_000 } }) })

test('a phone that comes back gets everything that waited for it, however much that is', async () => {
  await w.control('POST', 'rules', { rule: 'within-pair-rate', mode: 'off' })
  const customer = (act: string) => w.control('POST', `customers/${w.landline.customer}/${act}`, {})
  const chat = async () => (await w.control('GET', `customers/${w.landline.customer}/chats`)).body.data[0]
  await w.says('I am off for a while')
  await customer('block')
  await w.sends(text('Never to be seen'))
  await w.advance('1s')
  await customer('unblock')
  await customer('offline')
  for (let i = 0; i < 1002; i++) expect((await w.sends(text(`${i}`))).status).toBe(200)
  await w.advance('1s')
  expect(await chat()).toMatchObject({ unread: 0 })
  await customer('online')
  await w.advance('1s')
  expect(await chat()).toMatchObject({ waiting: 0, unread: 1002, last_message: { content: { body: '1001' } } })
})
