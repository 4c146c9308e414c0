import { beforeEach, expect, test } from 'vitest'
import { luckyShrub } from '../seeds.ts'
import { sharedWorld } from '../shared-world.ts'
import { hello } from '../world.ts'

/*
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 */
const CUSTOMER = '16505551234'
const SECOND = '106540352242933'

const { w, bot } = await sharedWorld({
  seed: luckyShrub({
    account: {
      phone_numbers: [
        { id: '106540352242922', phone: '+1 555-078-3881', verified_name: 'Lucky Shrub', test_number: true },
        { id: SECOND, phone: '+1 555-078-3882', verified_name: 'Lucky Shrub Support' },
      ],
    },
  }),
})
let userId: string

beforeEach(async () => {
  userId = (await w.control('GET', `customers/${CUSTOMER}`)).body.user_id
})

/** Whether the business gets the phone number of somebody who writes now. */
async function phoneShown(phone_number_id = w.landline.phone_number_id): Promise<boolean> {
  bot.notifications.length = 0
  await w.control('POST', `customers/${CUSTOMER}/say`, { text: 'Hi', phone_number_id })
  await w.advance('0s')
  const [value] = bot.values()
  expect('wa_id' in value.contacts[0]).toBe('from' in value.messages[0])
  return 'wa_id' in value.contacts[0]
}
const hide = () => w.control('POST', `customers/${CUSTOMER}`, { username: 'sheena' })
const keep = (contact_book: boolean) => w.control('POST', 'rollout', { contact_book })
const forget = (bsuid: string, number = w.landline.phone_number_id) =>
  w.graph('DELETE', `${number}/contact_book?messaging_product=whatsapp&bsuid=${bsuid}`)
const answer = (deleted: boolean) => ({ messaging_product: 'whatsapp', success: true, deleted })

test('who was known once stays known to every number of the portfolio, while there is a book', async () => {
  await w.sends(hello, CUSTOMER)
  await w.advance('1s')
  await hide()
  await w.advance('31d')
  expect(await phoneShown()).toBe(false)
  await keep(true)
  expect(await phoneShown()).toBe(true)
  expect(await phoneShown(SECOND)).toBe(true)
  await keep(false)
  expect(await phoneShown()).toBe(false)
})

test('somebody who always hid the number is in no book', async () => {
  await keep(true)
  await hide()
  expect(await phoneShown()).toBe(false)
  expect((await forget(userId)).body).toEqual(answer(false))
})

test('a hidden number is not told by what a message answers either', async () => {
  await hide()
  const { id } = (await w.says('Hi')).body
  await w.advance('1s')
  bot.notifications.length = 0
  await w.control('POST', `customers/${CUSTOMER}/say`, { text: 'Hi?', reply_to: id })
  await w.advance('1s')
  expect(bot.messages()[0].context).toEqual({ id })
})

test('an entry is deleted once, and comes back when the number is seen again', async () => {
  await keep(true)
  await w.sends(hello, CUSTOMER)
  await w.advance('1s')
  await hide()
  await w.advance('31d')
  expect((await forget(userId, SECOND)).body).toEqual(answer(true))
  expect((await forget(userId)).body).toEqual(answer(false))
  expect(await phoneShown()).toBe(false)
  await w.advance('1s')
  await w.sends(hello, CUSTOMER)
  await w.advance('31d')
  expect(await phoneShown()).toBe(true)
})

test('there is nothing to delete where there is no book, or nobody', async () => {
  await w.sends(hello, CUSTOMER)
  await w.advance('1s')
  expect((await forget(userId)).body).toEqual(answer(false))
  await keep(true)
  expect((await forget('US.13491208655302741918')).body).toEqual(answer(false))
})

test.each(['', '16505551234', 'US.ENT.11815799212886844830'])('"%s" is no id that can be deleted', async bsuid => {
  const { status, body } = await forget(bsuid)
  expect(status).toBe(400)
  expect(body.error.code).toBe(100)
})
