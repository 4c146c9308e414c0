import { expect, test } from 'vitest'
import { luckyShrub, plain } from '../seeds.ts'
import { sharedWorld } from '../shared-world.ts'

const INDIAN = '919876543210'
const GERMAN = '4915112345678'
const offer = { type: 'template', template: { name: 'offer', language: { code: 'en_US' } } }
const parcel = { type: 'template', template: { name: 'parcel', language: { code: 'en_US' } } }

const { w, bot, events } = await sharedWorld({
  seed: luckyShrub({
    templates: [
      plain('offer', 'MARKETING', 'Succulents for less.'),
      plain('parcel', 'UTILITY', 'Your parcel is here.'),
    ],
    customers: [
      { phone: '+1 650-555-1234', name: 'Sheena Nelson' },
      { phone: `+${INDIAN}`, name: 'Pablo' },
      { phone: `+${GERMAN}`, name: 'Jo' },
    ],
  }),
})

/** Sends, and tells what became of it: `delivered`, or the code of the error. */
async function outcome(message: object, to: string): Promise<string | number> {
  const { body } = await w.sends(message, to)
  await w.advance('1s')
  const fate = await bot.fateOf(body.messages[0].id)
  return fate.find(one => one.status === 'failed')?.errors[0].code ?? 'delivered'
}

test('a customer who stopped marketing gets none until it is resumed, and everything else', async () => {
  const preferences = `customers/${INDIAN}/preferences`
  const stopped = await w.control('POST', preferences, { marketing_messages: 'stop' })
  expect(stopped.body).toEqual({
    wa_id: INDIAN,
    phone_number_id: w.landline.phone_number_id,
    marketing_messages: 'stop',
  })
  expect(await outcome(offer, INDIAN)).toBe(131050)
  expect(await outcome(parcel, INDIAN)).toBe('delivered')
  expect(await outcome(offer, GERMAN)).toBe('delivered')
  await w.says('Hello', INDIAN)
  expect(await outcome(offer, INDIAN)).toBe(131050)
  await w.control('POST', preferences, { marketing_messages: 'resume' })
  expect(await outcome(offer, INDIAN)).toBe('delivered')

  expect(await events('preference.changed')).toMatchObject(
    ['stop', 'resume'].map(value => ({ customer_id: INDIAN, category: 'marketing_messages', value })),
  )
})

test('a preference that is held already is no news', async () => {
  await w.control('POST', `customers/${INDIAN}/preferences`, { marketing_messages: 'resume' })
  expect(await events('preference.changed')).toEqual([])
})

test('a member of the experiment gets marketing in an open window only', async () => {
  const joined = await w.control('POST', `customers/${INDIAN}/experiment`, { member: true })
  expect(joined.body).toEqual({ wa_id: INDIAN, member: true })
  expect(await outcome(offer, INDIAN)).toBe(130472)
  expect(await outcome(parcel, INDIAN)).toBe('delivered')
  await w.says('Hello', INDIAN)
  expect(await outcome(offer, INDIAN)).toBe('delivered')
  await w.advance('24h')
  await w.control('POST', `customers/${INDIAN}/experiment`, { member: false })
  expect(await outcome(offer, INDIAN)).toBe('delivered')
})

test('with the limit per person on: two, and one more after twelve hours; not in an open window, not in Germany', async () => {
  await w.control('POST', 'rules', { rule: 'within-marketing-limit', mode: 'on' })
  expect(await outcome(offer, INDIAN)).toBe('delivered')
  expect(await outcome(offer, INDIAN)).toBe('delivered')
  expect(await outcome(offer, INDIAN)).toBe(131049)
  expect(await outcome(parcel, INDIAN)).toBe('delivered')
  for (let i = 0; i < 3; i++) expect(await outcome(offer, GERMAN)).toBe('delivered')
  await w.advance('12h')
  expect(await outcome(offer, INDIAN)).toBe('delivered')
  expect(await outcome(offer, INDIAN)).toBe(131049)
  await w.says('Any news?', INDIAN)
  for (let i = 0; i < 3; i++) expect(await outcome(offer, INDIAN)).toBe('delivered')
})

test('with the rule on, marketing does not reach the United States', async () => {
  expect(await outcome(offer, w.landline.customer)).toBe('delivered')
  await w.control('POST', 'rules', { rule: 'marketing-reaches-country', mode: 'on' })
  expect(await outcome(offer, w.landline.customer)).toBe(131049)
  expect(await outcome(parcel, w.landline.customer)).toBe('delivered')
  expect(await outcome(offer, INDIAN)).toBe('delivered')
})
