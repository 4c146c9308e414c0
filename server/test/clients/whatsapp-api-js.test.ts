import { beforeAll, expect, test } from 'vitest'
import { WhatsAppAPI } from 'whatsapp-api-js'
import { ActionButtons, Body, Button, Image, Interactive, Template, Text } from 'whatsapp-api-js/messages'
import { worldAndBot } from '../shared-world.ts'
import { PHOTO } from './files.ts'

/* whatsapp-api-js has its host built in; its own `ponyfill.fetch` leads it here, and nothing else is changed. */
const HOST = 'https://graph.facebook.com'

const { w, bot } = await worldAndBot()
let client: WhatsAppAPI

beforeAll(async () => {
  const { url, access_token, app_secret } = w.landline
  const here: typeof fetch = (input, init) => fetch(String(input).replace(HOST, url), init)
  client = new WhatsAppAPI({
    token: access_token,
    v: 'v25.0',
    appSecret: app_secret,
    webhookVerifyToken: 'token',
    ponyfill: { fetch: here },
  })
  await w.says('Hello')
  await bot.until(() => bot.messages().length === 1)
})
const sends = (message: Parameters<WhatsAppAPI['sendMessage']>[2]) =>
  client.sendMessage(w.landline.phone_number_id, w.landline.customer, message)
const accepted = { messages: [{ id: expect.stringMatching(/^wamid\./) }] }

test('sends text, template and interactive messages', async () => {
  expect(await sends(new Text('Hi'))).toMatchObject(accepted)
  expect(await sends(new Template('hello_world', 'en_US'))).toMatchObject(accepted)
  const buttons = new ActionButtons(new Button('yes', 'Yes'), new Button('no', 'No'))
  expect(await sends(new Interactive(buttons, new Body('Rye?')))).toMatchObject(accepted)
})

test('uploads media, sends it, fetches it and deletes it', async () => {
  const form = new FormData()
  const { bytes, mime, name } = PHOTO
  form.set('file', new Blob([bytes], { type: mime }), name)
  const { id } = (await client.uploadMedia(w.landline.phone_number_id, form)) as { id: string }
  expect(await sends(new Image(id, true, 'Rye'))).toMatchObject(accepted)
  const found = await client.retrieveMedia(id)
  if ('error' in found) throw new Error('It was not found.')
  const file = await client.fetchMedia(found.url)
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes)
  expect(await client.deleteMedia(id)).toEqual({ success: true })
})

test('marks a message as read', async () => {
  const answer = await client.markAsRead(w.landline.phone_number_id, bot.messages()[0].id, 'text')
  expect(answer).toEqual({ success: true })
})

test('takes the webhook, signature included', async () => {
  const { headers, raw } = bot.notifications[0]!
  const heard: string[] = []
  client.on.message = ({ message, name }) => {
    heard.push(`${name}: ${message.type === 'text' ? message.text.body : message.type}`)
  }
  const signature = String(headers['x-hub-signature-256'])
  await client.post(JSON.parse(raw.toString()), raw.toString(), signature)
  expect(heard).toEqual(['Sheena Nelson: Hello'])
  await expect(client.post(JSON.parse(raw.toString()), `${raw} `, signature)).rejects.toThrow()
})
