import { expect, test } from 'vitest'
import { sharedWorld } from '../shared-world.ts'
import { hello, text, world } from '../world.ts'

const { w, bot, events } = await sharedWorld()

const OTHER = '4915112345678'
const codeOf = async (message: object, to?: string) => (await w.sends(message, to)).body.error?.code
/** The code that the failed status of a message carries. */
async function failure(message: object, to?: string): Promise<number | undefined> {
  const { body } = await w.sends(message, to)
  await w.advance('1s')
  const fate = await bot.fateOf(body.messages[0].id)
  return fate.find(one => one.status === 'failed')?.errors[0].code
}

test('the list of rules says what each is, where it is written and what it is switched to', async () => {
  const { body } = await w.control('GET', 'rules')
  const names = body.data.map((rule: { name: string }) => rule.name)
  expect(names.indexOf('within-throughput')).toBeLessThan(names.indexOf('within-pair-rate'))
  expect(body.data.find((rule: { name: string }) => rule.name === 'window-open-or-template')).toEqual({
    name: 'window-open-or-template',
    stage: 'way',
    summary: 'More than 24 hours after the customer last wrote, only templates get through.',
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages',
    code: 131047,
    message: '(#131047) Re-engagement message',
    mode: 'on',
    usually: 'on',
  })
})

test('a rule is switched off, to always, and back', async () => {
  const rule = 'window-open-or-template'
  expect(await failure(text('Hi'))).toBe(131047)
  await w.control('POST', 'rules', { rule, mode: 'off' })
  expect(await failure(text('Hi'))).toBeUndefined()
  await w.control('POST', 'rules', { rule, mode: 'always' })
  expect(await failure(hello)).toBe(131047)
  await w.control('POST', 'rules', { rule, mode: 'usual' })
  expect(await failure(hello)).toBeUndefined()
  expect(await failure(text('Hi'))).toBe(131047)
})

test('a rule is switched for one number', async () => {
  const { phone_number_id } = w.landline
  await w.control('POST', 'rules', { rule: 'within-pair-rate', mode: 'always', phone_number_id })
  expect(await codeOf(hello)).toBe(131056)
  const modes = async (query: string) =>
    (await w.control('GET', `rules${query}`)).body.data.find((one: { name: string }) => one.name === 'within-pair-rate')
  expect((await modes('')).mode).toBe('on')
  expect((await modes(`?phone_number_id=${phone_number_id}`)).mode).toBe('always')
})

test('the pair rate switched off does not count either', async () => {
  await w.control('POST', 'rules', { rule: 'within-pair-rate', mode: 'off' })
  for (let i = 0; i < 46; i++) expect(await codeOf(hello)).toBeUndefined()
  await w.control('POST', 'rules', { rule: 'within-pair-rate', mode: 'on' })
  await w.advance('1s')
  for (let i = 0; i < 45; i++) expect(await codeOf(hello)).toBeUndefined()
  expect(await codeOf(hello)).toBe(131056)
})

test.each([
  [{ rule: 'gravity', mode: 'off' }, /There is no rule gravity\. There are: account-calls, /],
  [{ rule: 'within-pair-rate', mode: 'sometimes' }, /mode must be one of/],
  [{ rule: 'within-pair-rate', mode: 'off', phone_number_id: '1' }, /There is no number 1\./],
  [{ rule: 'app-calls', mode: 'off', phone_number_id: '1' }, /There is no number 1\./],
])('%j cannot be switched', async (params, message) => {
  const { status, body } = await w.control('POST', 'rules', params)
  expect(status).toBe(400)
  expect(body.error.message).toMatch(message)
})

test('a rule about the message alone objects to every message when it is told to', async () => {
  await w.control('POST', 'rules', { rule: 'row-texts', mode: 'always' })
  expect((await w.sends(hello)).body.error).toMatchObject({
    code: 131009,
    error_data: { details: 'Row title is too long. Max length is 24' },
  })
  await w.control('POST', 'rules', { rule: 'row-texts', mode: 'on' })
  expect(await codeOf(hello)).toBeUndefined()
})

test('a rule about the message alone lets everything through when it is off', async () => {
  const long = { type: 'text', text: { body: 'x'.repeat(4097) } }
  await w.says('Tell me everything')
  expect(await codeOf(long)).toBe(100)
  await w.control('POST', 'rules', { rule: 'text-length', mode: 'off' })
  expect(await codeOf(long)).toBeUndefined()
  await w.advance('1s')
  const { body } = await w.control('GET', `customers/${w.landline.customer}/inbox`)
  expect(body.data.some((one: { content: { body?: string } }) => one.content.body?.length === 4097)).toBe(true)
  await w.control('POST', 'rules', { rule: 'text-length', mode: 'on' })
})

test('a limit on calls is not switched for one number', async () => {
  const { phone_number_id } = w.landline
  const { body } = await w.control('POST', 'rules', { rule: 'app-calls', mode: 'off', phone_number_id })
  expect(body.error.message).toMatch(/Leave phone_number_id out/)
})

test('the next two sends fail with the error that was asked for, in the words of the platform', async () => {
  const added = await w.control('POST', 'faults', { code: 131057, times: 2 })
  expect(added.body).toEqual({
    id: expect.stringMatching(/^\d+$/),
    code: 131057,
    message: '(#131057) Account in maintenance mode',
    when: 'now',
    operation: 'sendMessage',
    times: 2,
    left: 2,
  })
  const answer = await w.sends(hello)
  expect(answer.status).toBe(500)
  expect(answer.body.error).toMatchObject({ code: 131057, message: '(#131057) Account in maintenance mode' })
  expect((await w.control('GET', 'faults')).body.data[0].left).toBe(1)
  expect(await codeOf(hello)).toBe(131057)
  expect(await codeOf(hello)).toBeUndefined()
  expect((await w.control('GET', 'faults')).body.data[0].left).toBe(0)
  await w.control('POST', 'faults', { code: 131042, when: 'later' })
  expect((await w.control('GET', 'faults')).body.data.map((one: { code: number }) => one.code)).toEqual([131042])
})

test('an accepted message fails later, for one customer, once', async () => {
  await w.control('POST', 'customers', { wa_id: OTHER, name: 'Jo' })
  await w.control('POST', 'faults', { code: 131042, when: 'later', customer_id: `+${OTHER}`, times: 1 })
  expect(await failure(hello)).toBeUndefined()
  expect(await failure(hello, OTHER)).toBe(131042)
  expect(await failure(hello, OTHER)).toBeUndefined()
  expect(await events('fault.raised')).toMatchObject([{ code: 131042, customer_id: OTHER }])
})

test.each([
  [undefined, /^Message failed to send because there were too many messages/],
  ['Slow down.', /^Slow down\.$/],
])('a failed status tells details of its own, unless others are given: %s', async (details, told) => {
  await w.control('POST', 'faults', { code: 130429, when: 'later', ...(details ? { details } : {}) })
  expect(await failure(hello)).toBe(130429)
  const [{ errors }] = await events('message.failed')
  expect(errors[0].error_data.details).toMatch(told)
})

test('calls that come at once share what is left', async () => {
  await w.control('POST', 'faults', { code: 131000, times: 5 })
  const answers = await Promise.all(Array.from({ length: 20 }, () => w.sends(hello)))
  expect(answers.filter(({ status }) => status === 500)).toHaveLength(5)
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(15)
})

test('an error holds until it is removed, for its customer and its number only', async () => {
  const customer_id = w.landline.customer
  const { id } = (await w.control('POST', 'faults', { code: 368, customer_id })).body
  expect(await codeOf(hello)).toBe(368)
  expect(await codeOf(hello, '+1 (650) 555-1234')).toBe(368)
  const { user_id } = (await w.control('GET', `customers/${customer_id}`)).body
  const byUserId = { messaging_product: 'whatsapp', recipient: user_id, ...hello }
  expect((await w.graph('POST', `${w.landline.phone_number_id}/messages`, byUserId)).body.error.code).toBe(368)
  expect(await codeOf(hello, OTHER)).toBeUndefined()
  expect((await w.control('DELETE', `faults/${id}`)).body).toEqual({ success: true })
  expect(await codeOf(hello)).toBeUndefined()
  await w.control('POST', 'faults', { code: 368, node_id: '1' })
  expect(await codeOf(hello)).toBeUndefined()
  await w.control('POST', 'faults', { code: 131031, node_id: w.landline.phone_number_id })
  expect(await codeOf(hello)).toBe(131031)
  await w.control('DELETE', 'faults')
  expect(await codeOf(hello)).toBeUndefined()
})

test('other operations fail as well, with the texts for people, and details of the own', async () => {
  const path = `${w.landline.waba_id}/message_templates`
  await w.control('POST', 'faults', { code: 100, subcode: 2388293, operation: 'createTemplate', times: 1 })
  expect((await w.graph('POST', path, {})).body.error).toMatchObject({
    code: 100,
    error_subcode: 2388293,
    message: 'Invalid parameter',
    error_user_title: 'Parameters words ratio exceeds limit',
  })
  await w.control('POST', 'faults', { code: 190, subcode: 463, operation: 'readNode', times: 1 })
  expect((await w.graph('GET', w.landline.waba_id)).status).toBe(401)
  expect((await w.graph('GET', w.landline.waba_id)).status).toBe(200)
  await w.control('POST', 'faults', { code: 131009, details: 'Row title is too long. Max length is 24', times: 1 })
  expect((await w.sends(hello)).body.error.error_data.details).toBe('Row title is too long. Max length is 24')
})

test.each([
  [{ code: 7 }, /There is no documented error 7\./],
  [{ code: 190, subcode: 1 }, /Error 190 has no subcode 1\. It has: 458, 459, 460/],
  [{ code: 133001 }, /133001 is never raised, because it belongs to the On-Premises API/],
  [{ code: 131042, when: 'later', operation: 'createTemplate' }, /Only sending can fail later/],
  [{ code: 131042, times: 0 }, /times/],
])('%j cannot be asked for', async (params, message) => {
  const { status, body } = await w.control('POST', 'faults', params)
  expect(status).toBe(400)
  expect(body.error.message).toMatch(message)
})

test('a reset takes back what was switched and asked for', async () => {
  await w.control('POST', 'rules', { rule: 'within-pair-rate', mode: 'always' })
  await w.control('POST', 'faults', { code: 368 })
  await w.control('POST', 'world/reset', {})
  expect(await codeOf(hello)).toBeUndefined()
})

test('a test number has five recipients, and writes to nobody else once its list is enforced', async () => {
  const path = `numbers/${w.landline.phone_number_id}/recipients`
  const five = Array.from({ length: 5 }, (_, i) => `+1 650-555-200${i}`)
  expect((await w.control('POST', path, { add: five, enforce: true })).body).toEqual({
    phone_number_id: w.landline.phone_number_id,
    recipients: five.map(one => one.replace(/\D/g, '')),
    enforced: true,
  })
  const sixth = await w.control('POST', path, { add: [w.landline.customer] })
  expect(sixth.status).toBe(400)
  expect(sixth.body.error.message).toMatch(/at most 5 recipients/)
  const refused = await w.sends(hello)
  expect(refused.body.error).toMatchObject({ code: 131030 })
  await w.control('POST', path, { add: [w.landline.customer], remove: [five[0]] })
  expect(await codeOf(hello)).toBeUndefined()
  expect((await w.control('GET', path)).body.recipients).toHaveLength(5)
})

test('a seed cannot give a test number more than five recipients', async () => {
  const recipients = Array.from({ length: 6 }, (_, i) => `+1 650-555-200${i}`)
  const phone = { phone: '+1 555-078-3882', verified_name: 'Lucky Shrub', test_number: true, recipients }
  const accounts = [{ name: 'Lucky Shrub', phone_numbers: [phone] }]
  const seed = { business: { name: 'Lucky Shrub' }, app: { name: 'Jaspers Market' }, accounts }
  await expect(world({ seed })).rejects.toThrow(/accounts\.0\.phone_numbers\.0\.recipients/)
})
