import { beforeEach, expect, test } from 'vitest'
import { sharedWorld } from '../shared-world.ts'
import { TUESDAY } from '../world.ts'

/* What customers do with messages, and what it does to the template and to the number. */
const { w, bot } = await sharedWorld()
let id: string

/** Enough people for a verdict. */
const PEOPLE = Array.from({ length: 6 }, (_, i) => `1650555100${i}`)
const spring = { type: 'template', template: { name: 'spring', language: { code: 'en_US' } } }

beforeEach(async () => {
  await w.control('POST', 'world/templates', { review_delay: '0s' })
  const components = [{ type: 'BODY', text: 'Spring is here, and so are our succulents.' }]
  const more = { name: 'spring', language: 'en_US', category: 'MARKETING', components }
  id = (await w.graph('POST', `${w.landline.waba_id}/message_templates`, more)).body.id
  for (const wa_id of PEOPLE) await w.control('POST', 'customers', { wa_id, name: `Customer ${wa_id}` })
  await w.advance('1s')
})

const does = (customer: string, what: string, body: object = {}) =>
  w.control('POST', `customers/${customer}/${what}`, body)
const read = (fields: string) => w.graph('GET', `${id}?fields=${fields}`)
const everybodyGetsIt = async () => {
  for (const customer of PEOPLE) await w.sends(spring, customer)
  await w.advance('1s')
}
const titles = () => bot.values().flatMap(value => value.other_info?.title ?? [])

test('a template that is read gets a good score, which is told', async () => {
  await everybodyGetsIt()
  expect((await read('quality_score')).body.quality_score.score).toBe('UNKNOWN')
  for (const customer of PEOPLE) await does(customer, 'read')
  await w.advance('1s')
  expect((await read('quality_score')).body.quality_score).toEqual({ score: 'GREEN', date: TUESDAY / 1000 + 2 })
  const list = await w.graph('GET', `${w.landline.waba_id}/message_templates?quality_score=["GREEN"]`)
  expect(list.body.data).toHaveLength(1)
})

test('blocks make it low: it is paused, cannot be sent, and comes back by itself', async () => {
  await everybodyGetsIt()
  for (const customer of PEOPLE.slice(0, 3)) await does(customer, 'block', { reason: 'SPAM' })
  await w.advance('1s')
  expect((await read('status')).body.status).toBe('APPROVED')
  for (const customer of PEOPLE.slice(3)) await does(customer, 'report', { reason: 'NO_SIGN_UP' })
  await w.advance('1s')
  expect((await read('status,quality_score')).body).toMatchObject({ status: 'PAUSED', quality_score: { score: 'RED' } })
  const number = await w.graph('GET', `${w.landline.phone_number_id}?fields=quality_rating`)
  expect(number.body.quality_rating).toBe('RED')
  expect((await w.sends(spring, PEOPLE[5])).body.error).toMatchObject({ code: 132015 })
  await w.advance('3h')
  expect((await read('status')).body.status).toBe('APPROVED')
  expect((await w.sends(spring, PEOPLE[5])).status).toBe(200)
})

test('a disabled template answers 132016', async () => {
  await w.control('POST', `templates/${id}/review`, { decision: 'disable' })
  expect((await w.sends(spring, PEOPLE[0])).body.error).toMatchObject({
    code: 132016,
    message: '(#132016) Template is Disabled',
  })
  expect((await read('health_status')).body.health_status).toMatchObject({
    can_send_message: 'BLOCKED',
    entities: [
      { entity_type: 'MESSAGE_TEMPLATE', id, can_send_message: 'BLOCKED', errors: [{ error_code: 141002 }] },
      { entity_type: 'WABA' },
      { entity_type: 'BUSINESS' },
      { entity_type: 'APP' },
    ],
  })
})

test('a number gets better when what spoke against it has passed', async () => {
  await everybodyGetsIt()
  for (const customer of PEOPLE) await does(customer, 'ignore')
  await w.advance('1s')
  const rating = async () => (await w.graph('GET', w.landline.phone_number_id)).body.quality_rating
  expect(await rating()).toBe('RED')
  await w.advance('6d')
  expect(await rating()).toBe('RED')
  await w.advance('2d')
  expect(await rating()).toBe('GREEN')
})

const pace = (after: number, hold: string) => w.control('POST', `templates/${id}/pacing`, { after, hold })
const sendTo = async (customer: string) => (await w.sends(spring, customer)).body.messages[0]

test('a paced template holds what comes after its first messages, until the time is up', async () => {
  await pace(2, '30m')
  const answers = []
  for (const customer of PEOPLE) answers.push((await sendTo(customer)).message_status)
  expect(answers).toEqual(['accepted', 'accepted', ...Array(4).fill('held_for_quality_assessment')])
  await w.advance('29m')
  const sent = () => bot.statuses().filter(({ status }) => status === 'sent').length
  const before = sent()
  await w.advance('1m')
  expect(sent() - before).toBe(4)
  expect((await sendTo(PEOPLE[0]!)).message_status).toBe('accepted')
})

test('a good verdict lets go what is held at once', async () => {
  await pace(5, '30m')
  await everybodyGetsIt()
  const inbox = async () => (await w.control('GET', `customers/${PEOPLE[5]}/inbox`)).body.data.length
  expect(await inbox()).toBe(0)
  for (const customer of PEOPLE.slice(0, 5)) await does(customer, 'read')
  await w.advance('1s')
  expect((await read('quality_score')).body.quality_score.score).toBe('GREEN')
  expect(await inbox()).toBe(1)
})

test('a bad verdict drops what is held with 132015, and the pause has to be lifted', async () => {
  await pace(5, '30m')
  await everybodyGetsIt()
  const held = (await sendTo(PEOPLE[5]!)).id
  for (const customer of PEOPLE.slice(0, 5)) await does(customer, 'report')
  await w.advance('1s')
  const failed = bot.statuses().filter(({ status, id: wamid }) => status === 'failed' && wamid === held)
  expect(failed).toMatchObject([
    {
      errors: [
        {
          code: 132015,
          title: 'Template is temporarily unavailable to use because it was paused due to low quality.',
        },
      ],
    },
  ])
  expect(titles()).toContain('RATE_LIMITING_PAUSE')
  await w.advance('4m')
  const unpause = () => w.graph('POST', `${id}/unpause`)
  expect((await unpause()).body).toEqual({ success: false, reason: expect.stringContaining('5 minutes') })
  await w.advance('1m')
  expect((await unpause()).body).toEqual({ success: true })
  expect((await read('status')).body.status).toBe('APPROVED')
  expect((await unpause()).body).toEqual({ success: false, reason: expect.stringContaining('not paused') })
})

test('a world may pace every new marketing template, and no others', async () => {
  await w.control('POST', 'world/templates', { pacing: { after: 1, hold: '10m' } })
  const make = (name: string, category: string) =>
    w.graph('POST', `${w.landline.waba_id}/message_templates`, {
      name,
      language: 'en_US',
      category,
      components: [{ type: 'BODY', text: `This is what we have to say about ${name}.` }],
    })
  await make('autumn', 'MARKETING')
  await make('receipts', 'UTILITY')
  await w.advance('1s')
  const status = async (name: string, to: string) => {
    const message = { type: 'template', template: { name, language: { code: 'en_US' } } }
    return (await w.sends(message, to)).body.messages[0].message_status
  }
  expect(await status('autumn', PEOPLE[0]!)).toBe('accepted')
  expect(await status('autumn', PEOPLE[1]!)).toBe('held_for_quality_assessment')
  expect(await status('receipts', PEOPLE[0]!)).toBe('accepted')
  expect(await status('receipts', PEOPLE[1]!)).toBe('accepted')
})

test('where templates are paced, one that was paused is paced again, and so are new utility templates', async () => {
  await w.control('POST', 'world/templates', { pacing: { after: 1, hold: '10m' } })
  const make = (name: string) =>
    w.graph('POST', `${w.landline.waba_id}/message_templates`, {
      name,
      language: 'en_US',
      category: 'UTILITY',
      components: [{ type: 'BODY', text: `This is what we have to say about ${name}.` }],
    })
  const status = async (name: string) => {
    const message = { type: 'template', template: { name, language: { code: 'en_US' } } }
    const answers = []
    for (const to of PEOPLE.slice(0, 2)) answers.push((await w.sends(message, to)).body.messages[0].message_status)
    return answers
  }
  const receipts = (await make('receipts')).body.id
  await w.advance('1s')
  expect(await status('receipts')).toEqual(['accepted', 'accepted'])
  for (const template of [id, receipts]) await w.control('POST', `templates/${template}/quality`, { score: 'RED' })
  await w.advance('3h')
  await make('invoices')
  await w.advance('1s')
  for (const name of ['spring', 'receipts', 'invoices']) {
    expect(await status(name)).toEqual(['accepted', 'held_for_quality_assessment'])
  }
  await w.advance('7d')
  await make('delivery_notes')
  await w.advance('1s')
  expect(await status('delivery_notes')).toEqual(['accepted', 'accepted'])
})

test('only what is there can be reported', async () => {
  expect((await does(PEOPLE[0]!, 'report')).body.error.message).toContain('no message')
  expect((await does(PEOPLE[0]!, 'report', { message_id: 'wamid.x' })).body.error.message).toContain('message_id')
  expect((await does(PEOPLE[0]!, 'block', { reason: 'BORED' })).status).toBe(400)
})
