import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { CompactEncrypt, importSPKI } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { text, world } from '../world.ts'
import { oddText, oddValue } from './garbage.ts'
import { SENDS, spoil } from './sends.ts'

/* An account that may everything: onboarded, admitted to Direct Send, encrypted, shared by two apps. */
let w: Awaited<ReturnType<typeof world>>
let cloudKey: Awaited<ReturnType<typeof importSPKI>>

beforeAll(async () => {
  w = await world()
  const { waba_id, phone_number_id: number, business_id, app_id } = w.landline
  await w.control('POST', `accounts/${waba_id}/marketing-messages`, { status: 'ONBOARDED' })
  const admitted = { utility: true, authentication: true, media_headers: true }
  await w.control('POST', `accounts/${waba_id}/direct-send`, admitted)
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = publicKey.export({ type: 'spki', format: 'pem' })
  const client_encryption_key = Buffer.from(pem).toString('base64')
  await w.graph('POST', `${number}/settings`, { payload_encryption: { status: 'enabled', client_encryption_key } })
  const { payload_encryption } = (await w.graph('GET', `${number}/settings`)).body
  cloudKey = await importSPKI(Buffer.from(payload_encryption.cloud_encryption_key, 'base64').toString(), 'RSA-OAEP')
  const other = (await w.control('POST', 'apps', { name: 'Jaspers Desk', business_id })).body.id
  const apps = [
    { app_id, role: 'ai_agent' },
    { app_id: other, role: 'escalation' },
  ]
  await w.control('POST', `numbers/${number}/routing`, { apps })
  await w.says('Hello')
})
afterAll(async () => {
  await w.advance('1h')
  expect((await w.sends(text('Still here'))).status).toBe(200)
  await w.landline.close()
})

const spoiling = fc.record({
  at: fc.nat(40),
  how: fc.constantFrom<'drop' | 'put' | 'add' | 'wrap'>('drop', 'put', 'add', 'wrap'),
  name: oddText,
  value: oddValue,
})
const spoilings = fc.array(spoiling, { maxLength: 3 })

/** What is refused is refused in the platform's words; one refusal is documented with status 500. */
function expectAnswer({ status, body }: { status: number; body: { error?: { code: number; fbtrace_id: string } } }) {
  if (status === 200) return
  expect(body.error?.fbtrace_id, JSON.stringify(body)).toMatch(/^A[\w-]{22}$/)
  if (status >= 500) expect(body.error?.code).toBe(134102)
}

async function sealed(contents: string): Promise<string> {
  const header = { alg: 'RSA-OAEP', enc: 'A256GCM' }
  return new CompactEncrypt(new TextEncoder().encode(contents)).setProtectedHeader(header).encrypt(cloudKey)
}

const edges = ['marketing_messages', 'messages', 'messages_encrypted', 'message_samples', 'thread_control'] as const

async function send(edge: (typeof edges)[number], body: object) {
  const node = edge === 'message_samples' ? w.landline.waba_id : w.landline.phone_number_id
  if (edge !== 'messages_encrypted') return w.graph('POST', `${node}/${edge}`, body)
  const encrypted_contents = await sealed(JSON.stringify(body))
  return w.graph('POST', `${node}/${edge}`, { messaging_product: 'whatsapp', encrypted_contents })
}

test('every way to send is open, so that what follows gets past the door', async () => {
  const whole = { messaging_product: 'whatsapp', to: w.landline.customer, ...text('Your order is on its way.') }
  for (const edge of ['messages', 'messages_encrypted', 'message_samples'] as const) {
    const { status } = await send(edge, whole)
    expect([edge, status]).toEqual([edge, 200])
  }
})

test('spoiled bodies of every way to send are accepted or refused, no more', async () => {
  const { customer: to } = w.landline
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...edges), fc.constantFrom(...SENDS), spoilings, async (edge, given, all) => {
      const more = {
        messages: { category: 'utility', ttl_seconds: 60 },
        marketing_messages: { product_policy: 'STRICT', bid_spec: { per_message_bid_multiplier: 1.5 } },
        thread_control: { action: 'pass', metadata: 'm', control_pass: { target_role: 'escalation' } },
        messages_encrypted: {},
        message_samples: {},
      }[edge]
      const answer = await send(edge, all.reduce(spoil, { messaging_product: 'whatsapp', to, ...given, ...more }))
      expectAnswer(answer)
      if (answer.status !== 200) return
      // Neither limits nor the other app must hide what comes after them.
      await w.advance('7s')
      if (edge === 'thread_control') {
        await w.advance('25h')
        await w.says('Hello again')
      }
    }),
    { numRuns: 1_000, interruptAfterTimeLimit: 6_000 },
  )
})

test('what is no JWE is refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(oddText, oddValue), async encrypted_contents => {
      const sent = { messaging_product: 'whatsapp', encrypted_contents }
      const answer = await w.graph('POST', `${w.landline.phone_number_id}/messages_encrypted`, sent)
      expectAnswer(answer)
      expect(answer.status).toBe(400)
    }),
    { numRuns: 300, interruptAfterTimeLimit: 3_000 },
  )
})
