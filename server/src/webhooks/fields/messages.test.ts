import { describe, expect, test } from 'vitest'
import type { Message } from '../../domain/messaging/model.ts'
import type { EventOf } from '../../events/event.ts'
import { encodeWamid } from '../../runtime/ids.ts'
import { ACCOUNT, AT, CUSTOMER, customer, NUMBER, number, statusEvent } from '../world.test-util.ts'
import { messages } from './messages.ts'

const FACTS = { number, customer, version: 'v25.0' }
const head = {
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: '15550783881', phone_number_id: NUMBER },
}
const contacts = [{ profile: { name: 'Sheena Nelson' }, wa_id: CUSTOMER, user_id: customer.user_id }]
const TIMESTAMP = String(AT / 1000)

const received = (type: string, content: unknown, more: Partial<Message> = {}): EventOf<'message.received'> => {
  const scene = { account_id: ACCOUNT, phone_number_id: NUMBER, customer_id: CUSTOMER, wamid: 'wamid.A' }
  const state = { key: 'A', direction: 'received', at: AT, status: 'received', shown: true } as const
  const message: Message = { ...scene, ...state, type, content, ...more }
  const who = { customer_name: customer.name, user_id: customer.user_id }
  return { type: 'message.received', at: AT, ...scene, message, ...who }
}

/** Equal in its text, so that the order of keys counts too. */
const expectText = (value: object | undefined, expected: object) =>
  expect(JSON.stringify(value, null, 1)).toBe(JSON.stringify(expected, null, 1))

describe('what a customer writes', () => {
  const base = { from: CUSTOMER, from_user_id: customer.user_id, id: 'wamid.A', timestamp: TIMESTAMP }

  test('arrives under its type', () => {
    const value = messages.value(received('text', { body: 'Hi' }), FACTS)
    expectText(value, { ...head, contacts, messages: [{ ...base, type: 'text', text: { body: 'Hi' } }] })
  })

  test('media keep what they have', () => {
    const image = { mime_type: 'image/jpeg', sha256: 'HCaHabZ6gVq4V/SPmMzBTWkoEUI8=', id: '1', url: 'https://x/1' }
    const value = messages.value(received('image', image), FACTS)
    expectText(value, { ...head, contacts, messages: [{ ...base, type: 'image', image }] })
  })

  test.each([
    ['the business', 'sent', number.digits],
    ['the customer', 'received', CUSTOMER],
  ] as const)('an answer to %s names who wrote what it answers', (_, direction, from) => {
    const id = encodeWamid(CUSTOMER, direction, '0123456789ABCDEF01')
    const value = messages.value(received('text', { body: 'Hi' }, { context: id }), FACTS)
    const message = { context: { from, id }, ...base, type: 'text', text: { body: 'Hi' } }
    expectText(value, { ...head, contacts, messages: [message] })
  })

  test('a forwarded message says so', () => {
    const value = messages.value(received('text', { body: 'Hi' }, { forwarded: true }), FACTS)
    expect(value).toMatchObject({ messages: [{ context: { forwarded: true } }] })
  })

  test('what the platform cannot carry comes with its errors', () => {
    const errors = [{ code: 131051, title: 'Message type unknown', message: 'Message type unknown' }]
    const value = messages.value(received('unsupported', { type: 'poll_creation' }, { errors }), FACTS)
    const message = { ...base, errors, type: 'unsupported', unsupported: { type: 'poll_creation' } }
    expectText(value, { ...head, contacts, messages: [message] })
  })
})

describe('what becomes of what the business writes', () => {
  const base = (status: string) => ({
    id: 'wamid.A',
    status,
    timestamp: TIMESTAMP,
    recipient_id: CUSTOMER,
    recipient_user_id: customer.user_id,
  })
  const pricing = { billable: false, pricing_model: 'PMP', type: 'free_customer_service', category: 'service' }
  const conversation = { id: '72b14d6bd5407799e66f64d1b338e567', origin: { type: 'service' } }
  const { id, origin } = conversation
  const expiring = { id, expiration_timestamp: String(AT / 1000 + 86_400), origin }
  const read = base('read')
  const old = { ...FACTS, version: 'v23.0' }

  test.each([
    ['sent', FACTS, { ...base('sent'), pricing }],
    ['delivered', FACTS, { ...base('delivered'), pricing }],
    ['read', FACTS, read],
    ['played', FACTS, base('played')],
    ['sent', old, { ...base('sent'), conversation: expiring, pricing }],
    ['delivered', old, { ...base('delivered'), conversation, pricing }],
    ['read', old, read],
  ] as const)('%s', (name, facts, status) => {
    expectText(messages.value(statusEvent(name), facts), { ...head, contacts, statuses: [status] })
  })

  test('in a free entry window the conversation is told in every version', () => {
    const event = statusEvent('delivered', { pricing_type: 'free_entry_point', category: 'marketing' })
    expect(messages.value(event, FACTS)).toMatchObject({
      statuses: [
        { conversation: { id, origin: { type: 'referral_conversion' } }, pricing: { type: 'free_entry_point' } },
      ],
    })
  })

  test('the data that was sent along comes back', () => {
    const event = statusEvent('read', { biz_opaque_callback_data: 'order 7' })
    expect(messages.value(event, FACTS)).toMatchObject({ statuses: [{ biz_opaque_callback_data: 'order 7' }] })
  })

  test('failed: with errors, without contacts', () => {
    const { at, account_id, phone_number_id, customer_id, wamid } = statusEvent('sent')
    const errors = [{ code: 131049, title: 'T', message: 'T', error_data: { details: 'D' }, href: 'https://x/' }]
    const scene = { at, account_id, phone_number_id, customer_id, wamid }
    const value = messages.value({ type: 'message.failed', ...scene, message_type: 'text', errors }, FACTS)
    const status = { id: 'wamid.A', status: 'failed', timestamp: TIMESTAMP, recipient_id: CUSTOMER, errors }
    expectText(value, { ...head, statuses: [status] })
  })
})
