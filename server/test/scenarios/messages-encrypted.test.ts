import { generateKeyPairSync } from 'node:crypto'
import { CompactEncrypt, compactDecrypt, importPKCS8, importSPKI } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { worldAndBot } from '../shared-world.ts'

/*
 * A client as a business would write it: it gives its public key away, takes that of the number, encrypts what it would
 * send to /messages, and reads the answer with its private key.
 */

const client = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

const { w, bot } = await worldAndBot()
let cloudKey: string
const base64 = (text: string) => Buffer.from(text).toString('base64')
const settings = (payload_encryption: object) =>
  w.graph('POST', `${w.landline.phone_number_id}/settings`, { payload_encryption })
const readSettings = async () =>
  (await w.graph('GET', `${w.landline.phone_number_id}/settings`)).body.payload_encryption

beforeAll(async () => {
  await w.says('Hello')
  expect(await readSettings()).toEqual({ status: 'disabled' })
  const enabled = await settings({ status: 'enabled', client_encryption_key: base64(client.publicKey) })
  expect(enabled.body).toEqual({ success: true })
  const told = await readSettings()
  expect(told).toEqual({
    status: 'enabled',
    client_encryption_key_fingerprint: expect.stringMatching(/^SHA256:[0-9a-f]{64}$/),
    cloud_encryption_key: expect.any(String),
  })
  cloudKey = Buffer.from(told.cloud_encryption_key, 'base64').toString()
})
async function encrypted(contents: string, alg = 'RSA-OAEP', enc = 'A256GCM', key = cloudKey): Promise<string> {
  const sealed = new CompactEncrypt(new TextEncoder().encode(contents)).setProtectedHeader({ alg, enc })
  return sealed.encrypt(await importSPKI(key, alg))
}
const send = (encrypted_contents: unknown) =>
  w.graph('POST', `${w.landline.phone_number_id}/messages_encrypted`, {
    messaging_product: 'whatsapp',
    encrypted_contents,
  })
const hello = (body: string) => ({ messaging_product: 'whatsapp', to: w.landline.customer, text: { body } })

test.each([
  ['RSA-OAEP', 'A128GCM'],
  ['RSA-OAEP', 'A256GCM'],
  ['RSA-OAEP-256', 'A128GCM'],
  ['RSA-OAEP-256', 'A256GCM'],
  ['RSA-OAEP', 'A128CBC-HS256'],
  ['RSA-OAEP', 'A192CBC-HS384'],
  ['RSA-OAEP', 'A256CBC-HS512'],
])('a message encrypted with %s and %s arrives, and the answer is for the client alone', async (alg, enc) => {
  const { status, body } = await send(await encrypted(JSON.stringify(hello(`By ${alg} and ${enc}`)), alg, enc))
  expect(status).toBe(200)
  expect(Object.keys(body)).toEqual(['encrypted_contents'])
  const key = await importPKCS8(client.privateKey, 'RSA-OAEP')
  const { plaintext, protectedHeader } = await compactDecrypt(body.encrypted_contents, key)
  expect(protectedHeader).toEqual({ alg: 'RSA-OAEP', enc: 'A256GCM' })
  const answer = JSON.parse(new TextDecoder().decode(plaintext))
  const { customer } = w.landline
  expect(answer).toEqual({
    messaging_product: 'whatsapp',
    contacts: [{ input: customer, wa_id: customer }],
    messages: [{ id: expect.stringMatching(/^wamid\./) }],
  })
  const wamid = answer.messages[0].id
  await bot.until(() => bot.statuses().some(one => one.id === wamid && one.status === 'delivered'))
})

test.each([
  ['what is no JWE', () => 'eyJhbGciOiJSU0EtT0FFUCJ9.x'],
  ['an empty text', () => ''],
  ['another key', () => encrypted(JSON.stringify(hello('Hello')), 'RSA-OAEP', 'A256GCM', client.publicKey)],
  ['another key algorithm', () => encrypted(JSON.stringify(hello('Hello')), 'RSA-OAEP-512')],
  ['contents that are no JSON', () => encrypted('Hello')],
  ['contents that are no object', () => encrypted('[]')],
  ['a byte more', async () => `${await encrypted(JSON.stringify(hello('Hello')))}AA`],
])('%s is refused in plain words', async (_, jwe) => {
  const { status, body } = await send(await jwe())
  expect(status).toBe(400)
  expect(body.error).toMatchObject({ code: 100, type: 'OAuthException' })
  expect(JSON.stringify(body)).toContain('JWE')
})

test('a message is marked as read by an encrypted body', async () => {
  const { id } = (await w.says('Are you there?')).body
  const { body } = await send(
    await encrypted(JSON.stringify({ messaging_product: 'whatsapp', status: 'read', message_id: id })),
  )
  const { plaintext } = await compactDecrypt(body.encrypted_contents, await importPKCS8(client.privateKey, 'RSA-OAEP'))
  expect(JSON.parse(new TextDecoder().decode(plaintext))).toEqual({ success: true })
  const events = await w.control('GET', 'events?type=message.marked_read')
  expect(events.body.data).toMatchObject([{ wamid: id }])
})

test('what is encrypted meets the same rules as /messages, and their refusals are plain', async () => {
  const long = await send(await encrypted(JSON.stringify(hello('x'.repeat(4097)))))
  const plain = await w.sends({ text: { body: 'x'.repeat(4097) } })
  const known = ({ fbtrace_id: _, ...error }: { fbtrace_id: string }) => error
  expect(known(long.body.error)).toEqual(known(plain.body.error))
  expect(long.status).toBe(400)
})

test.each([
  ['nothing', undefined],
  ['half a key', base64('-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----')],
  ['a private key', base64(client.privateKey)],
])('the client gives a key of 2048 bits, not %s', async (_, client_encryption_key) => {
  const { status, body } = await settings({ status: 'enabled', client_encryption_key })
  expect([status, body.error.code]).toEqual([400, 100])
})

test('switched off, encrypted messages are refused; switched on again, the number has the same key', async () => {
  const jwe = await encrypted(JSON.stringify(hello('Hello')))
  await settings({ status: 'disabled' })
  expect(await readSettings()).toEqual({ status: 'disabled' })
  const refused = await send(jwe)
  expect(refused.status).toBe(400)
  expect(refused.body.error).toMatchObject({
    code: 100,
    error_data: { details: 'Payload encryption is not enabled for this phone number.' },
  })
  await settings({ status: 'enabled', client_encryption_key: base64(client.publicKey) })
  expect((await send(jwe)).status).toBe(200)
})
