import { afterAll, expect, test } from 'vitest'
import { png } from '../media.ts'
import { fileWorld } from '../shared-world.ts'
import { type Answer, isSigned, receiver } from '../world.ts'

/*
 * A business comes to the platform: from its portfolio to the first message that it sends, through the API alone.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/get-started
 */
const bot = await receiver('market-word')
const w = await fileWorld()
afterAll(() => bot.close())

const CUSTOMER = '16505551234'

/** What was asked for is there; the answer. */
async function done(answer: Promise<Answer>) {
  const { status, body } = await answer
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}

test('a portfolio is set up through the API alone, and its first message arrives', async () => {
  const { control } = w
  const business = await done(control('POST', 'businesses', { name: 'Jaspers Market' }))
  const account = await done(control('POST', 'accounts', { name: 'Jaspers Market', business_id: business.id }))
  const app = await done(control('POST', 'apps', { name: 'Jaspers Bot', business_id: business.id }))
  const { access_token } = await done(control('POST', 'tokens', { app_id: app.id, kind: 'SYSTEM_USER' }))
  const bearer = { authorization: `Bearer ${access_token}` }
  const graph = (method: string, path: string, body?: object) => done(w.graph(method, path, body, bearer))

  // The app: where its webhooks go, and which.
  const subscription = {
    object: 'whatsapp_business_account',
    callback_url: bot.url,
    verify_token: bot.verifyToken,
    fields: 'messages,message_template_status_update,phone_number_quality_update,phone_number_name_update',
  }
  const asApp = { authorization: `Bearer ${app.id}|${app.app_secret}` }
  await done(w.graph('POST', `${app.id}/subscriptions`, subscription, asApp))
  expect(await graph('POST', `${account.id}/subscribed_apps`)).toEqual({ success: true })
  const { data: apps } = await graph('GET', `${account.id}/subscribed_apps`)
  expect(apps).toMatchObject([{ whatsapp_business_api_data: { id: app.id, name: 'Jaspers Bot' } }])

  // The number: added, its code read like a text message, verified, registered.
  const added = { cc: '1', phone_number: '6505550100', verified_name: 'Jaspers Market' }
  const { id: number } = await graph('POST', `${account.id}/phone_numbers`, added)
  await graph('POST', `${number}/request_code`, { code_method: 'SMS', language: 'en_US' })
  const { data: inbox } = await done(control('GET', 'sms?to=16505550100'))
  await graph('POST', `${number}/verify_code`, { code: inbox[0].code })
  await graph('POST', `${number}/register`, { messaging_product: 'whatsapp', pin: '123456' })
  expect(await graph('GET', `${number}?fields=status,code_verification_status,is_pin_enabled`)).toEqual({
    status: 'CONNECTED',
    code_verification_status: 'VERIFIED',
    is_pin_enabled: true,
    id: number,
  })

  // Its profile, with a picture that was uploaded in two pieces.
  const picture = png(640, 640)
  const session = await graph('POST', `${app.id}/uploads`, { file_length: picture.length, file_type: 'image/png' })
  await sendPiece(session.id, 0, picture.subarray(0, 20), access_token)
  const { h } = await sendPiece(session.id, 20, picture.subarray(20), access_token)
  const profile = { about: 'Fresh every day', vertical: 'GROCERY', profile_picture_handle: h }
  await graph('POST', `${number}/whatsapp_business_profile`, { messaging_product: 'whatsapp', ...profile })
  const fields = 'about,vertical,profile_picture_url'
  const { data } = await graph('GET', `${number}/whatsapp_business_profile?fields=${fields}`)
  expect(data).toMatchObject([{ about: 'Fresh every day', vertical: 'GROCERY' }])
  const shown = await fetch(data[0].profile_picture_url)
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(picture)

  // A template, which is reviewed in two seconds.
  const template = await graph('POST', `${account.id}/message_templates`, {
    name: 'order_ready',
    language: 'en_US',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: 'Your order {{1}} is ready for you.', example: { body_text: [['860198']] } }],
  })
  expect(template).toEqual({ id: expect.any(String), status: 'PENDING', category: 'UTILITY' })
  await w.advance('2s')
  expect(await graph('GET', `${template.id}?fields=status`)).toEqual({ status: 'APPROVED', id: template.id })

  // The first message.
  const components = [{ type: 'body', parameters: [{ type: 'text', text: '860198' }] }]
  const message = { name: 'order_ready', language: { code: 'en_US' }, components }
  const body = { messaging_product: 'whatsapp', to: CUSTOMER, type: 'template', template: message }
  const sent = await graph('POST', `${number}/messages`, body)
  const wamid = sent.messages[0].id
  await w.advance('1s')
  await done(control('POST', `customers/${CUSTOMER}/read`, { phone_number_id: number }))
  await w.advance('1s')
  const said = { text: 'On my way!', phone_number_id: number }
  await done(control('POST', `customers/${CUSTOMER}/say`, said))
  await w.advance('1s')

  const status = (name: string) => ({
    account: account.id,
    field: 'messages',
    value: { metadata: { phone_number_id: number }, statuses: [{ id: wamid, status: name, recipient_id: CUSTOMER }] },
  })
  expect(bot.changes()).toMatchObject([
    {
      account: account.id,
      field: 'phone_number_quality_update',
      value: { display_phone_number: '16505550100', event: 'ONBOARDING' },
    },
    {
      account: account.id,
      field: 'message_template_status_update',
      value: { event: 'APPROVED', message_template_id: Number(template.id), reason: 'NONE' },
    },
    status('sent'),
    status('delivered'),
    status('read'),
    {
      account: account.id,
      field: 'messages',
      value: { messages: [{ from: CUSTOMER, type: 'text', text: { body: 'On my way!' } }] },
    },
  ])
  expect(bot.notifications.every(one => isSigned(one, app.app_secret))).toBe(true)

  // What came about belongs to the new portfolio alone: the world's own token sees none of it.
  for (const id of [account.id, number, template.id]) expect((await w.graph('GET', id)).status).toBe(400)
})

async function sendPiece(session: string, offset: number, bytes: Buffer, token: string) {
  const headers = { authorization: `OAuth ${token}`, file_offset: String(offset) }
  const url = `${w.landline.url}/v25.0/${session}`
  const answer = await fetch(url, { method: 'POST', headers, body: new Uint8Array(bytes) })
  expect(answer.status).toBe(200)
  return (await answer.json()) as { h: string }
}

test('a field that does not exist is named, with those that do as they are written', async () => {
  const { app_id } = w.landline
  const body = { object: 'whatsapp_business_account', callback_url: 'http://127.0.0.1:1/', fields: 'messages,Messages' }
  const { status, body: answer } = await w.graph('POST', `${app_id}/subscriptions`, body, w.appToken)
  expect(status).toBe(400)
  expect(answer.error.message).toMatch(
    /^\(#100\) Param fields\[1\] must be one of {account_alerts, .*} - got "Messages"\.$/,
  )
})
