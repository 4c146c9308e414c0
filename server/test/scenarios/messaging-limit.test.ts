import { afterEach, beforeEach, expect, test } from 'vitest'
import { hello, type Receiver, receiver, world } from '../world.ts'

let bot: Receiver
let w: Awaited<ReturnType<typeof world>>

const NUMBERS = 260
const waId = (i: number): string => `1650555${String(2000 + i)}`

/** A portfolio of two accounts with a number each, and many customers. */
const seed = (limit: 'TIER_250' | 'TIER_UNLIMITED', verified = true) => ({
  business: {
    id: '506914307656634',
    name: 'Lucky Shrub',
    messaging_limit: limit,
    verification_status: verified ? ('verified' as const) : ('not_verified' as const),
  },
  app: { id: '670843887433847', name: 'Jaspers Market' },
  accounts: ['+1 555-078-3881', '+1 555-078-3882'].map((phone, i) => ({
    id: `10229012934039${i}`,
    name: 'Lucky Shrub',
    phone_numbers: [{ id: `10654035224292${i}`, phone, verified_name: 'Lucky Shrub', test_number: true }],
    templates: [
      { name: 'hello_world', components: [{ type: 'BODY', text: 'Welcome to Lucky Shrub!' }] },
      { name: 'offer', category: 'MARKETING' as const, components: [{ type: 'BODY', text: 'Succulents for less.' }] },
    ],
  })),
  customers: Array.from({ length: NUMBERS }, (_, i) => ({ phone: `+${waId(i)}`, name: `Customer ${i}` })),
})

async function start(limit: 'TIER_250' | 'TIER_UNLIMITED', verified?: boolean) {
  bot = await receiver('secret-word')
  w = await world({ seed: seed(limit, verified), webhook: { url: bot.url, verifyToken: 'secret-word' } })
}
const sendAll = async (from: string, customers: number[]) => {
  for (const [position, i] of customers.entries()) {
    // A number sends 80 messages a second.
    if (position % 80 === 79) await w.advance('1s')
    const message = { messaging_product: 'whatsapp', to: waId(i), ...hello }
    expect((await w.graph('POST', `${from}/messages`, message)).status).toBe(200)
  }
  await w.advance('1s')
}
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)
const failed = () => bot.statuses().filter(one => one.status === 'failed')
const limit = async () => (await w.control('GET', 'businesses/506914307656634/messaging_limit')).body

beforeEach(() => start('TIER_250'))
afterEach(async () => {
  await w.landline.close()
  await bot.close()
})

test('250 customers are reached in 24 hours by all numbers together, and the next one fails', async () => {
  await sendAll('106540352242920', range(0, 200))
  await sendAll('106540352242921', range(200, 250))
  expect(failed()).toEqual([])
  expect(await limit()).toMatchObject({ messaging_limit: 'TIER_250', customers: 250, reached: 250 })

  await sendAll('106540352242921', [250])
  expect(failed()).toHaveLength(1)
  expect(failed()[0]).toMatchObject({
    recipient_id: waId(250),
    errors: [
      {
        code: 131048,
        title: 'Spam rate limit hit',
        error_data: {
          details:
            'Message failed to send because there are restrictions on how many messages can be sent from this number.',
        },
      },
    ],
  })

  // Somebody who was counted is free for the rest of the day, and an open window costs nothing.
  await sendAll('106540352242920', [0, 249])
  await w.says('Hello', waId(251))
  const answer = { messaging_product: 'whatsapp', to: waId(251), ...hello }
  await w.graph('POST', '106540352242920/messages', answer)
  await w.advance('1s')
  expect(failed()).toHaveLength(1)
  expect((await limit()).reached).toBe(250)
})

test('24 hours later there is room again, customer by customer', async () => {
  await sendAll('106540352242920', range(0, 100))
  await w.advance('1h')
  await sendAll('106540352242920', range(100, 250))
  await w.advance('23h')
  expect((await limit()).reached).toBe(150)
  await sendAll('106540352242920', [0])
  expect((await limit()).reached).toBe(151)
  await w.advance('1h')
  expect((await limit()).reached).toBe(1)
  await w.advance('23h')
  expect((await limit()).reached).toBe(0)
})

test('half of the limit used brings the next level within six hours, and both accounts are told', async () => {
  await sendAll('106540352242920', range(0, 125))
  await w.advance('6h')
  expect((await limit()).messaging_limit).toBe('TIER_2K')
  for (const node of ['106540352242920', '102290129340390', '506914307656634']) {
    const { body } = await w.graph('GET', `${node}?fields=whatsapp_business_manager_messaging_limit`)
    expect(body).toEqual({ whatsapp_business_manager_messaging_limit: 'TIER_2K', id: node })
  }
  expect((await w.graph('GET', '106540352242920?fields=messaging_limit_tier')).body.messaging_limit_tier).toBe(
    'TIER_2K',
  )
  const told = () =>
    bot.notifications.flatMap(({ body }) => body.entry).filter(entry => entry.changes[0].field !== 'messages')
  await bot.until(() => told().length === 2)
  expect(told()).toEqual(
    ['102290129340390', '102290129340391'].map(id => ({
      id,
      time: expect.any(Number),
      changes: [
        {
          value: { max_daily_conversations_per_business: 'TIER_2K', max_phone_numbers_per_waba: 25 },
          field: 'business_capability_update',
        },
      ],
    })),
  )
})

test('one short of half of the limit brings nothing', async () => {
  await sendAll('106540352242920', range(0, 124))
  await w.advance('6h')
  expect((await limit()).messaging_limit).toBe('TIER_250')
})

test('a portfolio that is not verified needs more than half of its limit', async () => {
  await w.landline.close()
  await bot.close()
  await start('TIER_250', false)
  await sendAll('106540352242920', range(0, 200))
  await w.advance('6h')
  expect((await limit()).messaging_limit).toBe('TIER_250')
})

test('the platform may set a limit at any time; nothing is counted while there is none', async () => {
  await w.control('POST', 'businesses/506914307656634/messaging_limit', { messaging_limit: 'TIER_UNLIMITED' })
  await sendAll('106540352242920', range(0, 10))
  expect(await limit()).toEqual({ business_id: '506914307656634', messaging_limit: 'TIER_UNLIMITED', reached: 0 })
  await bot.until(() => bot.values().some(value => value.max_daily_conversations_per_business === 'TIER_UNLIMITED'))
})

test('the rule switched off lets everybody through', async () => {
  await w.control('POST', 'rules', { rule: 'within-messaging-limit', mode: 'off', phone_number_id: '106540352242920' })
  await sendAll('106540352242920', range(0, 10))
  await sendAll('106540352242921', range(0, 5))
  expect((await limit()).reached).toBe(5)
})
