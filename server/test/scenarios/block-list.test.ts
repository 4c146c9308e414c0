import { expect, test } from 'vitest'
import { sharedWorld } from '../shared-world.ts'
import { hello, text } from '../world.ts'

const { w, bot } = await sharedWorld()

const call = (method: string, ...block_users: object[]) =>
  w.graph(method, `${w.landline.phone_number_id}/block_users`, { messaging_product: 'whatsapp', block_users })
const block = (...users: string[]) => call('POST', ...users.map(user => ({ user })))
const listed = async (query = '') => (await w.graph('GET', `${w.landline.phone_number_id}/block_users${query}`)).body
const customer = () => w.landline.customer

test('who wrote in the last 24 hours can be blocked, and is listed', async () => {
  await w.says('Hello')
  expect((await block(`+${customer()}`)).body).toEqual({
    messaging_product: 'whatsapp',
    block_users: { added_users: [{ input: `+${customer()}`, wa_id: customer() }] },
  })
  expect((await listed()).data).toEqual([
    { messaging_product: 'whatsapp', wa_id: customer(), user_id: expect.stringMatching(/^US\./) },
  ])
})

test('a blocked customer is not written to, and what he writes does not arrive', async () => {
  await w.says('Hello')
  await block(customer())
  const sent = await w.sends(text('You again?'))
  expect(sent.status).toBe(200)
  await bot.until(() => bot.statuses().length > 0)
  expect(bot.statuses()[0]).toMatchObject({
    status: 'failed',
    errors: [{ code: 130403, title: 'Business blocked user' }],
  })

  const received = bot.messages().length
  expect((await w.says('Please!')).status).toBe(200)
  const inbox = await w.control('GET', `customers/${customer()}/inbox`)
  expect(JSON.stringify(inbox.body)).toContain('Please!')
  const dropped = await w.control('GET', 'events?type=message.dropped')
  expect(dropped.body.data.at(-1)).toMatchObject({ customer_id: customer() })

  expect((await call('DELETE', { user: customer() })).body).toEqual({
    messaging_product: 'whatsapp',
    block_users: { removed_users: [{ input: customer(), wa_id: customer() }] },
  })
  await w.says('Thank you!')
  await bot.until(() => bot.messages().length > received)
  expect(bot.messages().at(-1).text.body).toBe('Thank you!')
  expect(bot.messages().some(({ text }) => text.body === 'Please!')).toBe(false)
  expect((await listed()).data).toEqual([])
})

test('what a blocked customer writes opens no window', async () => {
  await w.says('Hello')
  await block(customer())
  await w.advance('25h')
  await w.says('Please!')
  await call('DELETE', { user: customer() })
  await w.sends(text('Yes?'))
  await bot.until(() => bot.statuses().length > 0)
  expect(bot.statuses()[0]).toMatchObject({ status: 'failed', errors: [{ code: 131047 }] })
})

test('a template does not reach a blocked customer either', async () => {
  await w.says('Hello')
  await block(customer())
  await w.sends(hello)
  await bot.until(() => bot.statuses().length > 0)
  expect(bot.statuses()[0].errors[0].code).toBe(130403)
})

test('the users that cannot be blocked stand beside the error, and the others are blocked', async () => {
  await w.says('Hello')
  const answer = await block(customer(), '+16505550199', 'nobody', '+15550783881')
  expect(answer.status).toBe(400)
  const failure = (input: string, code: number) => ({
    input,
    errors: [{ code, message: expect.stringContaining(`(#${code})`) }],
  })
  expect(answer.body).toMatchObject({
    messaging_product: 'whatsapp',
    block_users: {
      added_users: [{ input: customer(), wa_id: customer() }],
      failed_users: [failure('+16505550199', 131047), failure('nobody', 131009), failure('+15550783881', 131021)],
    },
    error: {
      message: '(#139100) Failed to block/unblock users',
      type: 'OAuthException',
      code: 139100,
      error_data: { details: 'Failed to block some users, see the block_users response list for details' },
    },
  })
  expect((await listed()).data).toHaveLength(1)
})

test('a day after his last message a customer can no longer be blocked', async () => {
  await w.says('Hello')
  await w.advance('24h')
  const { body } = await block(customer())
  expect(body.block_users.failed_users[0].errors[0]).toMatchObject({ code: 131047 })
})

test('blocking twice is blocking once, by number or by user id', async () => {
  await w.says('Hello')
  const { user_id } = (await w.control('GET', `customers/${customer()}`)).body
  expect((await block(customer(), customer())).body.block_users.added_users).toHaveLength(2)
  expect((await call('POST', { user_id })).body.block_users.added_users).toEqual([{ input: user_id, user_id }])
  expect((await listed()).data).toHaveLength(1)
})

test('the list is read page by page in both directions', async () => {
  const people = ['16505550111', '16505550112', '16505550113']
  for (const wa_id of people) {
    await w.control('POST', 'customers', { wa_id })
    await w.says('Hello', wa_id)
  }
  await block(...people)
  const ids = (page: { data: { wa_id: string }[] }) => page.data.map(({ wa_id }) => wa_id)
  const first = await listed('?limit=2')
  expect(ids(first)).toEqual(people.slice(0, 2))
  const second = await listed(`?limit=2&after=${first.paging.cursors.after}`)
  expect(ids(second)).toEqual(people.slice(2))
  expect(second.paging.next).toBeUndefined()
  expect(ids(await listed(`?limit=2&before=${second.paging.cursors.before}`))).toEqual(people.slice(0, 2))
})

test('a call has at least one user and at most a thousand', async () => {
  const users = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ user: `+1650555${String(n).padStart(4, '0')}` }))
  expect((await call('POST')).body.error).toMatchObject({ code: 100 })
  expect((await call('POST', ...users(1001))).body.error).toMatchObject({
    code: 100,
    message: '(#100) Param block_users must have at most 1000 items.',
  })
  expect((await call('POST', ...users(1000))).body.error).toMatchObject({ code: 139100 })
})

test('somebody whose address is none stands beside the error when he is unblocked, too', async () => {
  const { body } = await call('DELETE', { user: 'nobody' })
  expect(body.block_users).toMatchObject({ removed_users: [], failed_users: [{ input: 'nobody' }] })
  expect(body.error.error_data.details).toMatch(/^Failed to unblock some users/)
})
