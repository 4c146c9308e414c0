import { expect, test } from 'vitest'
import { twoNodes } from '../two-nodes.ts'
import { hello, text } from '../world.ts'

const { one, two, bot } = await twoNodes()

test('two nodes over one PostgreSQL are one platform: each status comes once, whoever does the work', async () => {
  await two.says('Is anybody there?')
  await bot.until(() => bot.messages().length === 1)
  const sends = await Promise.all(
    Array.from({ length: 20 }, (_, i) => (i % 2 ? one : two).sends(i % 3 ? text(`Answer ${i}`) : hello)),
  )
  expect(sends.map(answer => answer.status)).toEqual(Array(20).fill(200))
  const ids = sends.map(answer => answer.body.messages[0].id as string)
  await bot.until(() => bot.statuses().filter(status => status.status === 'delivered').length === 20)
  for (const id of ids) {
    const seen = bot.statuses().filter(status => status.id === id)
    expect(seen.map(status => status.status)).toEqual(['sent', 'delivered'])
  }
})

test('what one node changes, the other sees at once', async () => {
  const profile = `${one.landline.phone_number_id}/whatsapp_business_profile`
  await one.graph('GET', `${profile}?fields=about`)
  await two.graph('GET', `${profile}?fields=about`)
  await one.graph('POST', profile, { messaging_product: 'whatsapp', about: 'Open on Sundays' })
  await expect
    .poll(async () => (await two.graph('GET', `${profile}?fields=about`)).body.data[0].about)
    .toBe('Open on Sundays')
})

test('a number is set up at one node and used at the other, and a block holds at both', async () => {
  const number = { cc: '1', phone_number: '6505550100', verified_name: 'Jaspers Market' }
  const { id } = (await one.graph('POST', `${one.landline.waba_id}/phone_numbers`, number)).body
  await one.graph('POST', `${id}/request_code`, { code_method: 'SMS', language: 'en_US' })
  const [{ code }] = (await two.control('GET', 'sms?to=16505550100')).body.data
  await expect
    .poll(async () => (await two.graph('POST', `${id}/verify_code`, { code })).body)
    .toEqual({ success: true })
  const pin = { messaging_product: 'whatsapp', pin: '123456' }
  await expect.poll(async () => (await one.graph('POST', `${id}/register`, pin)).body).toEqual({ success: true })
  const customer = one.landline.customer
  await two.control('POST', `customers/${customer}/say`, { text: 'Hello', phone_number_id: id })
  const users = { messaging_product: 'whatsapp', block_users: [{ user: customer }] }
  expect((await one.graph('POST', `${id}/block_users`, users)).status).toBe(200)
  const failed = () => bot.statuses().filter(({ errors }) => errors?.[0].code === 130403)
  await expect
    .poll(async () => {
      await two.graph('POST', `${id}/messages`, { messaging_product: 'whatsapp', to: customer, ...text('No.') })
      return failed().length
    })
    .toBeGreaterThan(0)
  expect((await two.graph('GET', `${id}/block_users`)).body.data).toHaveLength(1)
  expect((await two.graph('GET', `${id}/message_history?limit=1`)).body.data).toHaveLength(1)
})
