import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { world } from '../world.ts'
import { oddText, oddValue } from './garbage.ts'

let w: Awaited<ReturnType<typeof world>>
let ids: Record<'number' | 'account' | 'business' | 'preverified' | 'profile' | 'history', string>
beforeAll(async () => {
  w = await world()
  const { phone_number_id: number, waba_id: account, business_id: business } = w.landline
  const added = await w.graph('POST', `${business}/add_phone_numbers`, { phone_number: '+16505550100' })
  const profile = await w.graph('GET', `${number}/whatsapp_business_profile?fields=id`)
  await w.sends({ type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } })
  const history = await w.graph('GET', `${number}/message_history`)
  ids = {
    number,
    account,
    business,
    preverified: added.body.id,
    profile: profile.body.data[0].id,
    history: history.body.data[0].id,
  }
})
afterAll(async () => {
  expect((await w.call('GET', '/healthz')).status).toBe(200)
  await w.landline.close()
})

type Call = [method: string, on: keyof typeof ids, edge: string, body: { [member: string]: unknown }]

/** A good call of each operation; its members are spoiled one after the other. */
const CALLS: readonly Call[] = [
  [
    'POST',
    'account',
    'phone_numbers',
    { cc: '1', phone_number: '6505550101', verified_name: 'Lucky', preverified_id: '1' },
  ],
  ['GET', 'account', 'phone_numbers', { sort: 'last_onboarded_time.asc', filtering: [{ field: 'account_mode' }] }],
  ['POST', 'number', 'request_code', { code_method: 'SMS', language: 'en_US' }],
  ['POST', 'number', 'verify_code', { code: '123456' }],
  ['POST', 'number', 'register', { messaging_product: 'whatsapp', pin: '123456', tier: 'PROD', backup: {} }],
  ['POST', 'number', '', { pin: '1', new_display_name: 'Lucky', search_visibility: 'VISIBLE', username: 'lucky' }],
  ['POST', 'number', 'settings', { calling: { status: 'DISABLED', call_hours: {}, sip: {}, voicemail: {} } }],
  ['POST', 'number', 'settings', { user_identity_change: { enabled: true } }],
  ['POST', 'number', 'settings', { storage_configuration: { status: 'NO_STORAGE_ENABLED' } }],
  ['POST', 'number', 'whatsapp_business_encryption', { business_public_key: '-----BEGIN PUBLIC KEY-----\nMIIB' }],
  ['POST', 'number', 'whatsapp_commerce_settings', { is_cart_enabled: true, is_catalog_visible: 'yes' }],
  [
    'POST',
    'number',
    'business_compliance_info',
    { messaging_product: 'whatsapp', entity_name: 'L', entity_type: 'OTHER' },
  ],
  ['POST', 'number', 'conversational_automation', { prompts: ['Hello'], commands: [{ command_name: 'a' }] }],
  [
    'POST',
    'number',
    'official_business_account',
    { business_website_url: 'https://a.example', action: 'SUBMIT_APPLICATION' },
  ],
  ['POST', 'number', 'username', { username: 'lucky', transfer_action: 'none' }],
  ['POST', 'number', 'message_qrdls', { prefilled_message: 'Hi', generate_qr_image: 'PNG', code: 'A' }],
  ['GET', 'number', 'message_qrdls', { code: 'A', fields: 'qr_image_url.format(PNG)', after: 'Q' }],
  ['DELETE', 'number', 'message_qrdls/A', {}],
  ['POST', 'number', 'block_users', { messaging_product: 'whatsapp', block_users: [{ user: '1' }] }],
  ['DELETE', 'number', 'block_users', { messaging_product: 'whatsapp', block_users: [{ user_id: 'US.1' }] }],
  ['GET', 'number', 'block_users', { after: 'Q', before: 'Q', limit: 2 }],
  ['GET', 'number', 'message_history', { message_id: 'wamid.x', fields: 'events{id}', after: 'Q' }],
  ['GET', 'history', 'events', { status_filter: 'SENT' }],
  ['POST', 'profile', '', { messaging_product: 'whatsapp', about: 'Hi', websites: ['https://a.example'] }],
  ['POST', 'business', 'add_phone_numbers', { phone_number: '+16505550102' }],
  ['GET', 'business', 'preverified_numbers', { code_verification_status: 'VERIFIED', phone_number: '1' }],
  ['POST', 'business', 'share_preverified_numbers', { preverified_id: '1', partner_business_id: '1' }],
  ['POST', 'preverified', 'request_code', { code_method: 'SMS', language: 'en_US' }],
  ['POST', 'preverified', 'verify_code', { code: '123456' }],
]

const spoiled = fc.constantFrom(...CALLS).chain(([method, on, edge, body]) =>
  fc
    .record({
      members: fc.dictionary(fc.constantFrom(...Object.keys(body), 'fields'), fc.oneof(oddValue, oddText), {
        maxKeys: 3,
      }),
      drop: fc.subarray(Object.keys(body)),
    })
    .map(({ members, drop }) => {
      const changed: { [member: string]: unknown } = { ...body, ...members }
      for (const name of drop) delete changed[name]
      return { method, on, edge, changed }
    }),
)

const asQuery = (params: { [member: string]: unknown }): string =>
  Object.entries(params)
    .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])
    .map(([name, value]) => `${encodeURIComponent(name!)}=${encodeURIComponent((value ?? '').toWellFormed())}`)
    .join('&')

test('a spoiled call about numbers is answered or refused, and is never our fault', async () => {
  await fc.assert(
    fc.asyncProperty(spoiled, async ({ method, on, edge, changed }) => {
      const path = `${ids[on]}${edge && `/${edge}`}`
      const answer =
        method === 'GET' ? await w.graph(method, `${path}?${asQuery(changed)}`) : await w.graph(method, path, changed)
      expect(answer.status, JSON.stringify(answer.body).slice(0, 500)).toBeLessThan(500)
      if (answer.status === 200) return
      expect(answer.body.error).toMatchObject({ message: expect.any(String), code: expect.any(Number) })
    }),
    { numRuns: 600, seed: 53 },
  )
}, 120_000)
