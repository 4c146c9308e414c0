import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { withVariables } from '../../src/domain/messaging/direct-template.ts'
import { freeFormBy, primaryFor } from '../../src/domain/messaging/thread.ts'
import { fileWorld } from '../shared-world.ts'
import { text } from '../world.ts'

const w = await fileWorld()

const market = (template: string) =>
  w.graph('POST', `${w.landline.phone_number_id}/marketing_messages`, {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: w.landline.customer,
    type: 'template',
    template: { name: template, language: { code: 'en_US' } },
  })

test('D75: a template is sent by the Marketing Messages API as soon as it is approved', async () => {
  const { body } = await w.graph('POST', `${w.landline.waba_id}/message_templates`, {
    name: 'cacti',
    language: 'en_US',
    category: 'MARKETING',
    components: [{ type: 'BODY', text: 'Cacti for less.' }],
  })
  await w.control('POST', `accounts/${w.landline.waba_id}/marketing-messages`, { status: 'ONBOARDED' })
  await w.advance('2s')
  expect((await market('cacti')).status).toBe(200)
  const ids = await w.graph('GET', `${body.id}?fields=ad_id,ad_account_id,ad_campaign_id,ad_adset_id`)
  expect(ids.body).toEqual({ id: body.id })
})

test.each([
  ['Order 1234 is on its way.', 'Order {{1}} is on its way.'],
  ['It is A-12, at 10:30, for 5.50 EUR', 'It is {{1}}, at {{2}}, for {{3}} EUR'],
  ['Your parcel is here.', 'Your parcel is here.'],
  ['', ''],
])('of %j the hidden template is %j', (message, template) => {
  expect(withVariables(message)).toBe(template)
})

test('D76: messages that differ in their numbers alone belong to one hidden template', () => {
  expect(withVariables('Order 1 is here')).toBe(withVariables('Order B-22 is here'))
  expect(withVariables('Order 1 is here')).not.toBe(withVariables('Order 1 is there'))
})

test('D77: an account is admitted to Direct Send by a call', async () => {
  const message = { ...text('Your bread is ready.'), category: 'utility' }
  expect((await w.sends(message)).status).toBe(400)
  await w.control('POST', `accounts/${w.landline.waba_id}/direct-send`, { utility: true })
  expect((await w.sends(message)).status).toBe(200)
})

test('D78: a payload that cannot be read is refused in words of ours', async () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const client_encryption_key = Buffer.from(publicKey.export({ type: 'spki', format: 'pem' })).toString('base64')
  const number = w.landline.phone_number_id
  await w.graph('POST', `${number}/settings`, { payload_encryption: { status: 'enabled', client_encryption_key } })
  const header = Buffer.from('{"alg":"RSA1_5","enc":"A256GCM"}').toString('base64url')
  const encrypted_contents = `${header}.AAAA.AAAA.AAAA.AAAA`
  const sent = { messaging_product: 'whatsapp', encrypted_contents }
  const { status, body } = await w.graph('POST', `${number}/messages_encrypted`, sent)
  expect(status).toBe(400)
  expect(body.error).toMatchObject({ code: 100, error_data: { details: 'Invalid JWE token format' } })
})

const responders = [
  { app_id: '1', role: 'escalation' },
  { app_id: '2', role: 'utility' },
  { app_id: '3', role: 'ai_agent' },
] as const

test('D79: who writes into the thread of another app is refused', async () => {
  expect(freeFormBy('2', '3', responders)).toBe('refused')
  const number = w.landline.phone_number_id
  const app = await w.control('POST', 'apps', { name: 'Jaspers Desk', business_id: w.landline.business_id })
  const apps = [
    { app_id: w.landline.app_id, role: 'utility' },
    { app_id: app.body.id, role: 'customer_service' },
  ]
  await w.control('POST', `numbers/${number}/routing`, { apps })
  await w.says('Hello')
  const { status, body } = await w.sends(text('Hello'))
  expect([status, body.error.code]).toEqual([403, 10])
  await w.control('POST', `numbers/${number}/routing`, { apps: [] })
})

test('D80: a thread begins with the role for its entry point, else with service, else with any but the escalation', () => {
  expect(primaryFor(responders, { advertisement: false, template: 'UTILITY' })).toBe('2')
  expect(primaryFor(responders, { advertisement: true, template: 'MARKETING' })).toBe('3')
  expect(primaryFor(responders.slice(0, 2), { advertisement: false })).toBe('2')
  expect(primaryFor(responders.slice(0, 1), { advertisement: false })).toBe('1')
})
