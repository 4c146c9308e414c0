import { Client, MessageType } from '@great-detail/whatsapp'
import { beforeAll, expect, test } from 'vitest'
import { worldAndBot } from '../shared-world.ts'
import { PHOTO } from './files.ts'

/* @great-detail/whatsapp, which grew out of Meta's own kit; nothing but its base URL is set. */
const { w, bot } = await worldAndBot()
let client: Client
let to: { phoneNumberID: string; to: string }

beforeAll(async () => {
  const { url, access_token, phone_number_id, customer } = w.landline
  client = new Client({ baseUrl: url, request: { headers: { authorization: `Bearer ${access_token}` } } })
  to = { phoneNumberID: phone_number_id, to: customer }
  await w.says('Hello')
  await bot.until(() => bot.messages().length === 1)
})
test('sends text, template and interactive messages', async () => {
  const text = await client.message.createMessage({ ...to, type: MessageType.Text, text: { body: 'Hi' } }).json()
  expect(text).toMatchObject({ messaging_product: 'whatsapp', contacts: [{ wa_id: w.landline.customer }] })
  const template = { name: 'hello_world', language: { code: 'en_US' as const }, components: [] }
  const sent = await client.message.createMessage({ ...to, type: MessageType.Template, template } as const).json()
  expect(sent).toMatchObject({ messages: [{ message_status: 'accepted' }] })
  const interactive = {
    type: 'button',
    body: { text: 'Rye?' },
    action: { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Yes' } }] },
  } as const
  const asked = await client.message
    .createMessage({ ...to, type: MessageType.Interactive, interactive } as never)
    .json()
  expect(asked).toMatchObject({ messages: [{ id: expect.stringMatching(/^wamid\./) }] })
})

test('uploads media, finds and sends it, and deletes it', async () => {
  const { phoneNumberID } = to
  const { bytes, mime, name } = PHOTO
  const file = new Blob([bytes], { type: mime })
  const { id } = (await client.media.upload({ phoneNumberID, file, filename: name, mimeType: mime }).json()) as {
    id: string
  }
  expect(await client.media.getURL({ mediaID: id }).json()).toMatchObject({
    id,
    mime_type: mime,
    file_size: bytes.length,
  })
  const sent = await client.message.createMessage({ ...to, type: MessageType.Image, image: { id } }).json()
  expect(sent).toMatchObject({ messages: [{}] })
  expect(await client.media.delete({ mediaID: id }).json()).toEqual({ success: true })
})

test('marks a message as read, and reads profiles, numbers and templates', async () => {
  const message_id: string = bot.messages()[0].id
  const read = {
    phoneNumberID: to.phoneNumberID,
    message_id,
    status: 'read',
    typing_indicator: { type: 'text' },
  } as const
  expect(await client.message.createStatus(read).json()).toEqual({ success: true })
  expect(await client.businessProfile.getBusinessProfile({ phoneNumberID: to.phoneNumberID }).json()).toHaveProperty(
    'data',
  )
  const numbers = await client.phoneNumbers.listPhoneNumbers({ businessAccountID: w.landline.waba_id }).json()
  expect(numbers).toMatchObject({ data: [{ id: to.phoneNumberID }] })
  expect(await client.template.list(w.landline.waba_id, {}).json()).toMatchObject({ data: [{ name: 'hello_world' }] })
})

test('takes the webhook, signature included', async () => {
  const { headers, raw } = bot.notifications[0]!
  const event = await client.webhook.eventNotification({
    method: 'POST',
    query: {},
    headers: headers as Record<string, string>,
    body: raw.toString(),
  })
  await event.verifySignature(w.landline.app_secret)
  await expect(event.verifySignature('another secret')).rejects.toThrow(/Signature/)
  expect(event.eventNotification).toMatchObject({ object: 'whatsapp_business_account' })
})
