import { expect, test } from 'vitest'
import { testWorld } from './kernel.test-util.ts'

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const buttons = {
  type: 'interactive',
  interactive: {
    type: 'button',
    body: { text: 'Coming?' },
    action: {
      buttons: [
        { type: 'reply', reply: { id: 'yes', title: 'Yes' } },
        { type: 'reply', reply: { id: 'no', title: 'No' } },
      ],
    },
  },
}

test('a customer is made, found in any format, changed and removed', async () => {
  const { control } = await testWorld()
  expect(await control('POST', 'customers', { wa_id: '+49 151 12345678', name: 'Jo' })).toMatchObject({
    wa_id: '4915112345678',
    name: 'Jo',
    user_id: expect.stringMatching(/^DE\.\d{20}$/),
    online: true,
  })
  expect(await control('POST', 'customers', { wa_id: '4915112345678' })).toEqual({
    refused: 'There already is a customer with the number 4915112345678: Jo.',
  })
  expect(await control('POST', 'customers', { wa_id: 'abc' })).toMatchObject({
    refused: expect.stringMatching(/is "abc"/),
  })
  expect(await control('GET', 'customers/+49 151-12345678')).toMatchObject({ wa_id: '4915112345678' })
  expect(await control('POST', 'customers/4915112345678', { name: 'Joe', online: 'false' })).toMatchObject({
    name: 'Joe',
    online: false,
  })
  expect((await control('GET', 'customers')).data).toHaveLength(2)
  expect(await control('DELETE', 'customers/4915112345678')).toEqual({ success: true })
  expect((await control('GET', 'customers', { limit: '1' })).data).toHaveLength(1)
})

test('a conversation: said, answered, read, reacted to', async () => {
  const { customer, send, events, number } = await testWorld()
  const said = await customer('POST', 'say', { text: 'hi' })
  expect(said.message).toMatchObject({ type: 'text', status: 'received', content: { body: 'hi' } })
  const wamid = await send({ type: 'text', text: { body: 'hello' } })
  const [chat] = (await customer('GET', 'chats')).data
  expect(chat).toMatchObject({
    unread: 1,
    last_message: { wamid, status: 'delivered' },
    phone_number: { id: number.id },
  })
  expect(await customer('POST', 'read')).toEqual({ read: 1 })
  expect(await customer('POST', 'react', { emoji: 'no' })).toMatchObject({
    refused: expect.stringMatching(/exactly one emoji/),
  })
  await customer('POST', 'react', { emoji: '👍' })
  const inbox = await customer('GET', 'inbox')
  expect(inbox.data).toMatchObject([{ wamid: said.id }, { wamid, status: 'read', reactions: { customer: '👍' } }])
  await customer('POST', 'react', { emoji: '' })
  expect((await customer('GET', 'inbox')).data[1].reactions).toBeUndefined()
  expect(events.map(event => event.type).slice(-8)).toEqual([
    'message.received',
    'message.accepted',
    'message.sent',
    'message.delivered',
    'message.read',
    'chat.opened',
    'message.received',
    'message.received',
  ])
})

test('an inbox pages to older and back to newer messages', async () => {
  const { customer } = await testWorld()
  for (const text of ['1', '2', '3', '4', '5']) await customer('POST', 'say', { text })
  const bodies = (page: { [member: string]: { content: { body: string } }[] }) =>
    page.data!.map(one => one.content.body)
  const newest = await customer('GET', 'inbox', { limit: '2' })
  expect(bodies(newest)).toEqual(['4', '5'])
  const older = await customer('GET', 'inbox', { limit: 2, before: newest.paging.cursors.before })
  expect(bodies(older)).toEqual(['2', '3'])
  expect(older.paging.previous).toContain('before=')
  const newer = await customer('GET', 'inbox', { limit: 2, after: older.paging.cursors.after })
  expect(bodies(newer)).toEqual(['4', '5'])
  expect(newer.paging.next).toBeUndefined()
})

test('a tap answers, opens a link, or lists the buttons there are', async () => {
  const { customer, send } = await testWorld()
  expect(await customer('POST', 'tap', { button: 'Yes' })).toMatchObject({
    refused: expect.stringMatching(/nor any other/),
  })
  await customer('POST', 'say', { text: 'hi' })
  const wamid = await send(buttons)
  expect(await customer('POST', 'tap', { button: 'Maybe' })).toEqual({
    refused: 'There is no button "Maybe". There are: "Yes" (id yes), "No" (id no).',
  })
  expect((await customer('POST', 'tap', { button: 'yes' })).message).toMatchObject({
    type: 'interactive',
    context: wamid,
    content: { type: 'button_reply', button_reply: { id: 'yes', title: 'Yes' } },
  })
  await send({
    type: 'interactive',
    interactive: {
      type: 'cta_url',
      body: { text: 'Look' },
      action: { name: 'cta_url', parameters: { display_text: 'Open', url: 'https://example.com/' } },
    },
  })
  expect(await customer('POST', 'tap', { button: 'Open' })).toEqual({ opened_url: 'https://example.com/' })
})

test('what waits for an offline phone arrives in order when it is back', async () => {
  const { customer, send } = await testWorld()
  await customer('POST', 'say', { text: 'hi' })
  await customer('POST', 'offline')
  expect(await customer('POST', 'say', { text: 'hi' })).toMatchObject({
    refused: expect.stringMatching(/is offline and cannot send/),
  })
  const first = await send({ type: 'text', text: { body: 'one' } })
  await send({ type: 'reaction', reaction: { message_id: first, emoji: '🎉' } })
  const second = await send({ type: 'text', text: { body: 'two' } })
  expect((await customer('GET', 'inbox')).data).toHaveLength(1)
  expect(await customer('POST', 'online')).toMatchObject({ online: true })
  expect((await customer('GET', 'inbox')).data.slice(1)).toMatchObject([
    { wamid: first, status: 'delivered', reactions: { business: '🎉' } },
    { wamid: second, status: 'delivered' },
  ])
  expect((await customer('GET', 'chats')).data[0]).toMatchObject({ unread: 2 })
})

test('a file becomes a medium, whose bytes can be read and sent on', async () => {
  const { customer, control } = await testWorld()
  const said = await customer('POST', 'say', { image: { data: PIXEL, caption: 'dot' } })
  expect(said.message).toMatchObject({
    type: 'image',
    content: { caption: 'dot', mime_type: 'image/png', sha256: expect.stringMatching(/^.{43}=$/) },
    media: { url: `/control/media/${said.message.content.id}/content`, file_size: 70 },
  })
  const [shown] = (await customer('GET', 'inbox')).data
  expect(shown.media).toMatchObject({ mime_type: 'image/png', file_size: 70 })
  expect(await control('GET', `media/${shown.media.id}/content`)).toMatchObject({ mime_type: 'image/png' })
  const again = await customer('POST', 'say', { document: { media_id: shown.media.id, filename: 'dot.png' } })
  expect(again.message).toMatchObject({ type: 'document', media: { filename: 'dot.png' } })
  expect(await customer('POST', 'say', { voice: { data: PIXEL } })).toMatchObject({
    refused: 'The file is of type image/png and cannot be sent as voice. Send it as image.',
  })
  expect(await customer('POST', 'say', { text: 'a', image: { data: PIXEL } })).toMatchObject({
    refused: expect.stringMatching(/one by one/),
  })
  expect(await customer('POST', 'say')).toMatchObject({ refused: expect.stringMatching(/nothing to say/) })
})

test('who blocked a business cannot write to it, and gets nothing from it', async () => {
  const { customer, send, number } = await testWorld()
  await customer('POST', 'say', { text: 'hi' })
  expect(await customer('POST', 'block')).toMatchObject({ blocked: [number.id] })
  expect(await customer('POST', 'say', { text: 'hi' })).toMatchObject({ refused: expect.stringMatching(/has blocked/) })
  await send({ type: 'text', text: { body: 'buy' } })
  expect((await customer('GET', 'inbox')).data).toHaveLength(1)
  expect(await customer('POST', 'unblock')).toMatchObject({ blocked: [] })
  expect(await customer('POST', 'say', { text: 'hi', phone_number_id: 'nope' })).toMatchObject({
    refused: expect.stringContaining(number.id),
  })
})

test('the log is read on from an event', async () => {
  const { customer, control } = await testWorld()
  await customer('POST', 'say', { text: 'hi' })
  const { data, next_after } = await control('GET', 'events', { type: 'message.received,message.read' })
  expect(data).toMatchObject([{ type: 'message.received', seq: next_after }])
  expect(await control('GET', 'events', { after: next_after, wait: '20' })).toEqual({ data: [], next_after })
})
