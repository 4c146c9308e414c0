import { beforeEach, describe, expect, test } from 'vitest'
import { luckyShrub, plain } from '../seeds.ts'
import { sharedWorld } from '../shared-world.ts'
import { text } from '../world.ts'

const body = (text: string) => [{ type: 'BODY', text }]
const utility = (words: string, more: object = {}) => ({ ...text(words), category: 'utility', ...more })

const { w, bot } = await sharedWorld({
  seed: luckyShrub({
    account: { direct_send: { utility: true } },
    templates: [
      plain('parcel', 'UTILITY', 'Your parcel is here.'),
      {
        name: 'sign_in',
        category: 'AUTHENTICATION',
        components: [
          { type: 'BODY', text: '*{{1}}* is your verification code.' },
          { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy code' }] },
        ],
      },
    ],
  }),
})

const account = () => `accounts/${w.landline.waba_id}`
const hidden = async () =>
  (await w.graph('GET', `${w.landline.waba_id}/message_templates?source=AUTO_GENERATED`)).body.data
const fateOf = async (message: object) => {
  const { body } = await w.sends(message)
  return bot.fateOf(body.messages[0].id)
}

test('reaches a customer outside the window, is billed by its category, and statuses name the hidden template', async () => {
  const [sent, delivered] = await fateOf(utility('Order 1234 is on its way.'))
  expect([sent.status, delivered.status]).toEqual(['sent', 'delivered'])
  expect(delivered.pricing).toMatchObject({ billable: true, category: 'utility', type: 'regular' })
  await w.advance('1s')
  const [template, ...others] = await hidden()
  expect(others).toEqual([])
  expect(template).toMatchObject({
    id: delivered.template_id,
    name: expect.stringMatching(/^auto_generated_/),
    status: 'APPROVED',
    category: 'UTILITY',
    components: body('Order {{1}} is on its way.'),
  })
  expect(sent.template_id).toBe(template.id)
})

test('what differs in its numbers only belongs to the same template', async () => {
  const [first] = await fateOf(utility('Order 1234 is on its way.'))
  const [second] = await fateOf(utility('Order A-77 is on its way.'))
  const [third] = await fateOf(utility('Order 1234 is here.'))
  expect(second.template_id).toBe(first.template_id)
  expect(third.template_id).not.toBe(first.template_id)
  await w.advance('1s')
  expect(await hidden()).toHaveLength(2)
})

test('service and no category are ordinary messages: outside the window they fail', async () => {
  for (const category of [undefined, 'service']) {
    const [failed] = await fateOf({ ...text('Hello'), ...(category ? { category } : {}) })
    expect(failed).toMatchObject({ status: 'failed', errors: [{ code: 131047 }] })
    expect(failed).not.toHaveProperty('template_id')
  }
})

test('hidden templates are not listed, sent, edited or deleted', async () => {
  const named = { direct_send_config: { template_name: 'order_delivery' } }
  await fateOf(utility('Order 1234 is on its way.', named))
  await w.advance('1s')
  const [template] = await hidden()
  expect(template.name).toBe('order_delivery')
  const all = await w.graph('GET', `${w.landline.waba_id}/message_templates?summary=message_template_count`)
  expect(all.body.data.map((one: { name: string }) => one.name).sort()).toEqual(['parcel', 'sign_in'])
  expect(all.body.summary.message_template_count).toBe(2)
  expect((await w.graph('GET', `${template.id}?fields=source`)).body.source).toBe('AUTO_GENERATED')
  const sent = await w.sends({ type: 'template', template: { name: 'order_delivery', language: { code: 'en' } } })
  expect(sent.body.error).toMatchObject({
    code: 132018,
    error_data: { details: "Direct send template can't be used for template message" },
  })
  const edited = await w.graph('POST', template.id, { components: body('Other words.') })
  expect(edited.body.error).toMatchObject({ code: 100, error_subcode: 2388318 })
  const gone = await w.graph('DELETE', `${w.landline.waba_id}/message_templates?name=order_delivery`)
  expect(gone.body.error).toMatchObject({ code: 100, error_subcode: 2388330 })
})

test('hidden templates are not archived, upserted or copied, and their words stay free', async () => {
  await fateOf(utility('Your order is on its way.', { direct_send_config: { template_name: 'order_delivery' } }))
  await w.advance('1s')
  const [{ id }] = await hidden()
  const post = (edge: string, body: object) => w.graph('POST', edge, body)
  expect((await post(`${w.landline.waba_id}/message_templates/archive`, { hsm_ids: [id] })).body).toEqual({
    archived_templates: [],
    failed_templates: { [id]: 'Template is of Direct Send and cannot be archived' },
  })
  const upserted = await post(`${w.landline.waba_id}/upsert_message_templates`, {
    name: 'order_delivery',
    languages: ['en'],
    category: 'AUTHENTICATION',
    components: [{ type: 'BODY' }, { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] }],
  })
  expect(upserted.body.error).toMatchObject({ code: 100, error_subcode: 2388318 })
  const other = (await w.control('POST', 'accounts', { name: 'Lucky Shrub Wholesale' })).body.id
  const copied = await post(`${other}/migrate_message_templates`, { source_waba_id: w.landline.waba_id })
  expect(copied.body.failed_templates).toEqual({})
  expect(copied.body.migrated_templates).toHaveLength(2)
  expect((await w.graph('GET', `${other}/message_templates?name=order_delivery`)).body.data).toEqual([])
  const written = await post(`${w.landline.waba_id}/message_templates`, {
    name: 'on_its_way',
    language: 'en',
    category: 'UTILITY',
    components: body('Your order is on its way.'),
  })
  await w.advance('2s')
  expect((await w.graph('GET', `${written.body.id}?fields=status`)).body.status).toBe('APPROVED')
})

test('a hidden template goes after a day without a message, and comes back with the next', async () => {
  const [first] = await fateOf(utility('Order 1234 is on its way.'))
  await w.advance('20h')
  await fateOf(utility('Order 77 is on its way.'))
  await w.advance('23h')
  expect(await hidden()).toHaveLength(1)
  await w.advance('2h')
  expect(await hidden()).toEqual([])
  const [again] = await fateOf(utility('Order 78 is on its way.'))
  await w.advance('1s')
  expect((await hidden()).map((one: { id: string }) => one.id)).toEqual([again.template_id])
  expect(again.template_id).toBe(first.template_id)
})

test('the name of a template that somebody made is taken: the message fails with 132021', async () => {
  const [failed] = await fateOf(utility('Hello', { direct_send_config: { template_name: 'parcel' } }))
  const words = 'A template with the same name already exists. Choose a different template name'
  expect(failed).not.toHaveProperty('template_id')
  expect(failed.errors).toEqual([{ code: 132021, title: words, message: words, error_data: { details: words } }])
})

test('a paused hidden template stops its messages with 132015', async () => {
  const [{ template_id }] = await fateOf(utility('Order 1234 is on its way.'))
  await w.advance('1s')
  await w.control('POST', `templates/${template_id}/quality`, { score: 'RED' })
  const [failed] = await fateOf(utility('Order 77 is on its way.'))
  expect(failed).toMatchObject({ status: 'failed', template_id, errors: [{ code: 132015 }] })
})

describe('limits', () => {
  beforeEach(async () => {
    await w.control('POST', `${account()}/direct-send`, { authentication: true })
  })

  test.each([
    ['utility', 29, 400],
    ['utility', 30, 200],
    ['utility', 31, 200],
    ['utility', 43_199, 200],
    ['utility', 43_200, 200],
    ['utility', 43_201, 400],
    ['authentication', 29, 400],
    ['authentication', 30, 200],
    ['authentication', 900, 200],
    ['authentication', 901, 400],
    ['service', 60, 400],
  ])('a %s message may live %i seconds: %i', async (category, ttl_seconds, status) => {
    const answer = await w.sends({ ...text('Your code is 1234.'), category, ttl_seconds })
    expect(answer.status).toBe(status)
    if (status === 400) expect(answer.body.error.code).toBe(100)
  })

  test.each([
    ['a name', 'order_delivery', 'utility', 200],
    ['512 characters', 'x'.repeat(512), 'utility', 200],
    ['513 characters', 'x'.repeat(513), 'utility', 400],
    ['upper case', 'Order', 'utility', 400],
    ['nothing', '', 'utility', 400],
    ['a name for authentication', 'order_delivery', 'authentication', 400],
  ])('%s for the hidden template', async (_, template_name, category, status) => {
    const answer = await w.sends({ ...text('Hello'), category, direct_send_config: { template_name } })
    expect(answer.status).toBe(status)
    if (status === 400) expect(answer.body.error.message).toBe('(#100) template_name')
  })

  test.each([
    [1023, 200],
    [1024, 200],
    [1025, 400],
  ])('a text of %i characters: %i', async (length, status) => {
    expect((await w.sends(utility('x'.repeat(length)))).status).toBe(status)
  })

  const link = (n: number) => ({
    type: 'cta_url',
    cta_url: { display_text: `Track ${n}`, url: 'https://luckyshrub.com/1' },
  })
  const reply = (n: number) => ({ type: 'reply', reply: { id: `${n}`, title: `Choice ${n}` } })
  const replies = (n: number) => Array.from({ length: n }, (_, index) => reply(index))
  test.each([
    ['ten replies', replies(10), 200],
    ['eleven replies', replies(11), 400],
    ['two links before replies', [link(1), link(2), ...replies(8)], 200],
    ['three links', [link(1), link(2), link(3)], 400],
    ['a link after a reply', [reply(1), link(1)], 400],
    ['a link that is none', [{ type: 'cta_url', cta_url: { display_text: 'Track', url: 'here' } }], 400],
    ['a title of 21 characters', [{ type: 'reply', reply: { id: '1', title: 'x'.repeat(21) } }], 400],
  ])('%s', async (_, buttons, status) => {
    const interactive = { type: 'button', body: { text: 'Your order is here.' }, action: { buttons } }
    const answer = await w.sends({ type: 'interactive', interactive, category: 'utility' })
    expect(answer.status).toBe(status)
    if (status === 400) expect([100, 131009]).toContain(answer.body.error.code)
  })

  test('links and replies can be tapped on the phone', async () => {
    const interactive = { type: 'button', body: { text: 'Here.' }, action: { buttons: [link(1), reply(1)] } }
    const sent = await w.sends({ type: 'interactive', interactive, category: 'utility' })
    await w.advance('1s')
    const tap = { message_id: sent.body.messages[0].id, button: 'Choice 1' }
    expect((await w.control('POST', `customers/${w.landline.customer}/tap`, tap)).status).toBe(200)
    await bot.until(() => bot.messages().length === 1)
    expect(bot.messages()[0].interactive).toEqual({
      type: 'button_reply',
      button_reply: { id: '1', title: 'Choice 1' },
    })
  })

  test.each([
    ['an image', { type: 'image', image: { link: 'https://www.luckyshrub.com/a.jpg' } }],
    [
      'a list',
      {
        type: 'interactive',
        interactive: { type: 'location_request_message', body: { text: 'Where?' }, action: { name: 'send_location' } },
      },
    ],
  ])('%s is no message of Direct Send', async (_, message) => {
    const { status, body } = await w.sends({ ...message, category: 'utility' })
    expect([status, body.error.code]).toEqual([400, 100])
    expect(body.error.error_data.details).toContain('not supported for direct send messages')
  })

  test('a picture above the body is for those who were admitted to it', async () => {
    const header = { type: 'image', image: { link: 'https://www.luckyshrub.com/a.jpg' } }
    const interactive = { type: 'button', header, body: { text: 'Here.' }, action: { buttons: replies(1) } }
    const message = { type: 'interactive', interactive, category: 'utility' }
    expect((await w.sends(message)).body.error.code).toBe(100)
    await w.control('POST', `${account()}/direct-send`, { media_headers: true })
    expect((await w.sends(message)).status).toBe(200)
  })

  test('authentication goes to phone numbers only, as Direct Send and as a template', async () => {
    const customers = (await w.control('GET', 'customers')).body.data
    const recipient = customers[0].user_id
    const template = {
      name: 'sign_in',
      language: { code: 'en_US' },
      components: [
        { type: 'body', parameters: [{ type: 'text', text: '123456' }] },
        { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: '123456' }] },
      ],
    }
    for (const message of [
      { ...text('Your code is 1234.'), category: 'authentication' },
      { type: 'template', template },
    ]) {
      const { status, body } = await w.graph('POST', `${w.landline.phone_number_id}/messages`, {
        messaging_product: 'whatsapp',
        recipient,
        ...message,
      })
      expect(status).toBe(400)
      expect(body.error).toMatchObject({
        code: 131062,
        error_data: { details: 'Business-scoped User ID (BSUID) recipients are not supported for this message.' },
      })
    }
  })
})

test('a message that found no phone in its time is lost without a word', async () => {
  await w.control('POST', `customers/${w.landline.customer}/offline`)
  await w.sends(utility('Order 1234 is on its way.', { ttl_seconds: 60 }))
  await w.advance('61s')
  await w.control('POST', `customers/${w.landline.customer}/online`)
  await w.advance('1s')
  expect(bot.statuses().map(one => one.status)).toEqual(['sent'])
})

test('wrong categories: a warning, then slowed down, then blocked, each told by account_update', async () => {
  const judge = (violation: string) => w.control('POST', `${account()}/direct-send-violation`, { violation, days: 2 })
  const code = async () => (await w.sends(utility('Order 1234 is on its way.'))).body.error?.code
  await judge('WARN')
  expect(await code()).toBeUndefined()
  await judge('RATE_LIMIT')
  expect(await code()).toBe(131064)
  await judge('RATE_LIMIT_RECOVERY')
  expect(await code()).toBeUndefined()
  await judge('STRIKE_1')
  const blocked = await w.sends(utility('Order 1234 is on its way.'))
  expect(blocked.body.error).toMatchObject({ code: 139200, message: '(#139200) Direct Send Utility access is blocked' })
  await judge('UNBAN')
  expect(await code()).toBeUndefined()
  await judge('OFFBOARD')
  expect(await code()).toBe(139200)
  await w.advance('49h')
  expect(await code()).toBeUndefined()
  const updates = () => bot.values().filter(one => one.event === 'ACCOUNT_RESTRICTION')
  await bot.until(() => updates().length === 6)
  expect(updates().slice(0, 4)).toMatchObject([
    { violation_info: { violation_type: 'DIRECT_SEND_UTILITY_CATEGORY_ABUSE_WARN' } },
    { violation_info: { violation_type: 'DIRECT_SEND_UTILITY_CATEGORY_ABUSE_RATE_LIMIT' } },
    { violation_info: { violation_type: 'DIRECT_SEND_UTILITY_CATEGORY_ABUSE_RATE_LIMIT_RECOVERY' } },
    {
      violation_info: { violation_type: 'DIRECT_SEND_UTILITY_CATEGORY_ABUSE_STRIKE_1' },
      restriction_info: [{ restriction_type: 'RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES' }],
    },
  ])
})

test('that a hidden template is of another category is told by template_correct_category_detection', async () => {
  const [{ template_id }] = await fateOf(utility('Order 1234 is on its way.'))
  await w.advance('1s')
  await w.control('POST', `templates/${template_id}/category`, { category: 'MARKETING', how: 'detect' })
  await bot.until(() => bot.values().some(one => one.correct_category === 'MARKETING'))
})

test('a sample is judged and sent to nobody', async () => {
  const judge = (words: string) => w.graph('POST', `${w.landline.waba_id}/message_samples`, text(words))
  expect((await judge('Order 1234 is on its way.')).body).toEqual({ success: true, category: 'UTILITY' })
  expect((await judge('A special offer: 20 % off.')).body).toEqual({ success: true, category: 'MARKETING' })
  expect((await judge('')).body.error.code).toBe(100)
  expect(bot.statuses()).toEqual([])
})

test('an account that was not admitted is told to use a template', async () => {
  await w.control('POST', `${account()}/direct-send`, { utility: false })
  const { status, body } = await w.sends(utility('Order 1234 is on its way.'))
  expect(status).toBe(400)
  expect(body.error).toMatchObject({
    code: 100,
    error_data: {
      details:
        "Parameter Invalid: The 'category' value requires Direct Send, which isn't enabled for this account. Use an approved message template instead.",
    },
  })
  const marketing = await w.sends({ ...text('Hello'), category: 'marketing' })
  expect(marketing.body.error.message).toBe(
    '(#100) Param category must be one of {AUTHENTICATION, SERVICE, UTILITY} - got "marketing".',
  )
})
