import { expect, test } from 'vitest'
import { sharedWorld } from '../shared-world.ts'
import { text } from '../world.ts'

const { w } = await sharedWorld()

const mark = (message_id: string) =>
  w.graph('POST', `${w.landline.phone_number_id}/messages`, {
    messaging_product: 'whatsapp',
    status: 'read',
    message_id,
  })
const inbox = async (query: string) =>
  (await w.control('GET', `customers/${w.landline.customer}/inbox?${query}`)).body.data
const opens = async () => (await w.control('POST', `customers/${w.landline.customer}/read`, {})).body
const statusOf = async (wamid: string) => {
  const all = await inbox('limit=1000')
  return all.find((message: { wamid: string }) => message.wamid === wamid)?.status
}
const says = async (times: number): Promise<string[]> => {
  const ids: string[] = []
  for (let i = 0; i < times; i++) ids.push((await w.says(`${i}`)).body.id)
  return ids
}

test('a mark reads everything before it and nothing after, however long the chat is', async () => {
  const ids = await says(210)
  expect((await mark(ids[1]!)).body).toEqual({ success: true })
  expect(await Promise.all([0, 1, 2].map(i => statusOf(ids[i]!)))).toEqual(['read', 'read', 'received'])
  expect((await mark(ids[208]!)).body).toEqual({ success: true })
  expect(await Promise.all([2, 100, 208, 209].map(i => statusOf(ids[i]!)))).toEqual([
    'read',
    'read',
    'read',
    'received',
  ])
})

test('a message is marked as read for thirty days', async () => {
  const [id] = await says(1)
  await w.advance('719h59m59s')
  expect((await mark(id!)).body).toEqual({ success: true })
  await w.advance('1s')
  const { status, body } = await mark(id!)
  expect(status).toBe(400)
  expect(body.error).toMatchObject({
    code: 131009,
    error_data: { details: 'message_id is not the id of a message that this number received in the last 30 days.' },
  })
})

test('a customer who opens the chat reads what is far up in it', async () => {
  await says(1)
  const { id } = (await w.sends(text('Rye is ready'))).body.messages[0]
  await w.advance('1s')
  await says(210)
  expect(await opens()).toEqual({ read: 1 })
  expect(await statusOf(id)).toBe('read')
  expect(await opens()).toEqual({ read: 0 })
})

test('what was seen without receipts is not told when they are given again', async () => {
  const receipts = (read_receipts: boolean) => w.control('POST', `customers/${w.landline.customer}`, { read_receipts })
  await says(1)
  await receipts(false)
  await w.sends(text('Rye is ready'))
  await w.advance('1s')
  expect(await opens()).toEqual({ read: 0 })
  await receipts(true)
  expect(await opens()).toEqual({ read: 0 })
  await w.sends(text('Wheat is ready, too'))
  await w.advance('1s')
  expect(await opens()).toEqual({ read: 1 })
})
