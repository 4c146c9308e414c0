import { beforeEach, expect, test } from 'vitest'
import { sharedWorld } from '../shared-world.ts'
import { TUESDAY } from '../world.ts'

/*
 * Every webhook that tells of a template or of quality, as what follows from a change, against the official shape.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
 */
const { w, bot } = await sharedWorld()
let id: string

const HOUR = 3600

beforeEach(async () => {
  id = await make('order_confirmation')
  await w.advance('1s')
  bot.notifications.length = 0
})

async function make(name: string, more: object = {}): Promise<string> {
  await w.control('POST', 'world/templates', { review_delay: '0s' })
  const { body } = await w.graph('POST', `${w.landline.waba_id}/message_templates`, {
    name,
    language: 'en_US',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: 'Your order is on its way to you.' }],
    ...more,
  })
  return body.id
}

/** What arrives as long as the world stands still: fields and values. */
async function arrived(): Promise<[string, object][]> {
  await w.advance('0s')
  return bot.changes().map(({ field, value }) => [field, value])
}

const template = () => ({
  message_template_id: Number(id),
  message_template_name: 'order_confirmation',
  message_template_language: 'en_US',
})
const status = (event: string, more: object = {}, reason: string | null = 'NONE') => [
  'message_template_status_update',
  { event, ...template(), reason, message_template_category: 'UTILITY', ...more },
]
const now = () => TUESDAY / 1000 + 1
const decide = (decision: string, more: object = {}) =>
  w.control('POST', `templates/${id}/review`, { decision, ...more })
const score = (to: string) => w.control('POST', `templates/${id}/quality`, { score: to })
const quality = (previous: string, next: string) => [
  'message_template_quality_update',
  { previous_quality_score: previous, new_quality_score: next, ...template() },
]

test('the envelope names the account and the second', async () => {
  await decide('reject', { reason: 'SCAM' })
  await arrived()
  expect(bot.notifications.at(-1)!.body).toEqual({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: w.landline.waba_id,
        time: now(),
        changes: [{ field: 'message_template_status_update', value: status('REJECTED', {}, 'SCAM')[1] }],
      },
    ],
  })
})

test('APPROVED: review passed', async () => {
  const other = await make('seedlings', { components: [{ type: 'BODY', text: 'Your seedlings are ready.' }] })
  expect(await arrived()).toEqual([
    [
      'message_template_status_update',
      {
        event: 'APPROVED',
        message_template_id: Number(other),
        message_template_name: 'seedlings',
        message_template_language: 'en_US',
        reason: 'NONE',
        message_template_category: 'UTILITY',
      },
    ],
  ])
})

test('REJECTED: the format is wrong, and it says what and what to do', async () => {
  const rejection_info = {
    reason:
      'Your template has parameters placed next to each other (like {{1}}{{2}}) ' +
      'without text or punctuation between them.',
    recommendation: 'Separate parameters with descriptive text and ensure each parameter is clearly contextualized.',
  }
  const text = 'Your order number {{1}}{{2}} is on its way to you from our shop now.'
  const other = await make('adjacent', { components: [{ type: 'BODY', text, example: { body_text: [['1', '2']] } }] })
  expect(await arrived()).toEqual([
    [
      'message_template_status_update',
      {
        event: 'REJECTED',
        message_template_id: Number(other),
        message_template_name: 'adjacent',
        message_template_language: 'en_US',
        reason: 'INVALID_FORMAT',
        message_template_category: 'UTILITY',
        rejection_info,
      },
    ],
  ])
})

test('IN_APPEAL, and APPROVED when it was right', async () => {
  await decide('reject', { reason: 'SCAM' })
  await decide('appeal')
  await decide('approve')
  expect(await arrived()).toEqual([status('REJECTED', {}, 'SCAM'), status('IN_APPEAL'), status('APPROVED')])
})

test('PAUSED and APPROVED again: the first pause lasts three hours', async () => {
  await score('RED')
  const description = 'The template is paused for 3 hours because its quality is low.'
  expect(await arrived()).toEqual([
    quality('UNKNOWN', 'RED'),
    status('PAUSED', { other_info: { title: 'FIRST_PAUSE', description } }),
  ])
  bot.notifications.length = 0
  await w.advance('2h59m59s')
  expect(await arrived()).toEqual([])
  await w.advance('1s')
  expect(await arrived()).toEqual([
    status('APPROVED', { other_info: { title: 'UNPAUSE', description: 'The template can be sent again.' } }),
    quality('RED', 'UNKNOWN'),
  ])
})

test('the second pause lasts six hours, and the third time it is DISABLED, until it is REINSTATED', async () => {
  await score('RED')
  await w.advance('3h')
  bot.notifications.length = 0
  await score('RED')
  const description = 'The template is paused for 6 hours because its quality is low.'
  expect(await arrived()).toEqual([
    quality('UNKNOWN', 'RED'),
    status('PAUSED', { other_info: { title: 'SECOND_PAUSE', description } }),
  ])
  await w.advance('6h')
  bot.notifications.length = 0
  await score('RED')
  expect(await arrived()).toEqual([
    quality('UNKNOWN', 'RED'),
    status('DISABLED', {
      disable_info: { disable_date: now() + 9 * HOUR },
      other_info: {
        title: 'DISABLED',
        description: 'The template was disabled because its quality was low for the third time.',
      },
    }),
  ])
  bot.notifications.length = 0
  await decide('appeal')
  await decide('approve')
  expect(await arrived()).toEqual([status('IN_APPEAL'), status('REINSTATED')])
})

test('FLAGGED with medium quality, REINSTATED with high quality', async () => {
  await score('YELLOW')
  await score('GREEN')
  expect(await arrived()).toEqual([
    quality('UNKNOWN', 'YELLOW'),
    status('FLAGGED'),
    quality('YELLOW', 'GREEN'),
    status('REINSTATED'),
  ])
})

test('ARCHIVED and UNARCHIVED, one webhook for each template', async () => {
  const edge = `${w.landline.waba_id}/message_templates`
  await w.graph('POST', `${edge}/archive`, { hsm_ids: id })
  await w.graph('POST', `${edge}/unarchive`, { hsm_ids: [id] })
  expect(await arrived()).toEqual([status('ARCHIVED'), status('UNARCHIVED')])
})

test('DELETED, and PENDING_DELETION while a message is under way', async () => {
  const edge = `${w.landline.waba_id}/message_templates?name=order_confirmation`
  await w.control('POST', `customers/${w.landline.customer}/offline`, {})
  await w.sends({ type: 'template', template: { name: 'order_confirmation', language: { code: 'en_US' } } })
  await w.advance('1s')
  bot.notifications.length = 0
  await w.graph('DELETE', edge)
  expect(await arrived()).toEqual([status('PENDING_DELETION', {}, null)])
  bot.notifications.length = 0
  // At once, and not hour by hour.
  await w.control('POST', 'clock/freeze', { at: TUESDAY + 30 * 24 * HOUR * 1000 + 5000 })
  expect(await arrived()).toEqual([status('DELETED', {}, null)])
})

test('PAUSED and DISABLED by hand have the titles that they have otherwise', async () => {
  await decide('pause')
  await decide('disable')
  const description = 'The template is paused until the pause is lifted.'
  expect(await arrived()).toEqual([
    status('PAUSED', { other_info: { title: 'FIRST_PAUSE', description } }),
    status('DISABLED', {
      disable_info: { disable_date: now() },
      other_info: { title: 'DISABLED', description: 'The template was disabled.' },
    }),
  ])
})

test('LIMIT_EXCEEDED: the account has too many', async () => {
  await decide('exceed')
  expect(await arrived()).toEqual([status('LIMIT_EXCEEDED')])
})

test('LOCKED: the template cannot be edited any more, and is sent as before', async () => {
  expect((await decide('lock')).body).toEqual({ id, status: 'APPROVED' })
  expect((await decide('lock')).status).toBe(200)
  expect(await arrived()).toEqual([status('LOCKED')])
  const edit = { components: [{ type: 'BODY', text: 'Your order is on its way.' }] }
  expect((await w.graph('POST', id, edit)).body.error).toMatchObject({ code: 100, error_subcode: 2388039 })
  const order = { type: 'template', template: { name: 'order_confirmation', language: { code: 'en_US' } } }
  expect((await w.sends(order)).status).toBe(200)
})

test('an edit tells of the new parts', async () => {
  await w.graph('POST', id, {
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Your order is confirmed' },
      {
        type: 'BODY',
        text: 'Thank you for your order, {{1}}! We ship it soon and tell you.',
        example: { body_text: [['Pablo']] },
      },
      { type: 'FOOTER', text: 'Lucky Shrub: the Succulent Specialists!' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'PHONE_NUMBER', text: 'Phone support', phone_number: '+15550783881' },
          { type: 'URL', text: 'Email support', url: 'https://www.luckyshrub.com/support' },
        ],
      },
    ],
  })
  expect(await arrived()).toEqual([
    [
      'message_template_components_update',
      {
        ...template(),
        message_template_title: 'Your order is confirmed',
        message_template_element: 'Thank you for your order, {{1}}! We ship it soon and tell you.',
        message_template_footer: 'Lucky Shrub: the Succulent Specialists!',
        message_template_buttons: [
          {
            message_template_button_type: 'PHONE_NUMBER',
            message_template_button_text: 'Phone support',
            message_template_button_phone_number: '+15550783881',
          },
          {
            message_template_button_type: 'URL',
            message_template_button_text: 'Email support',
            message_template_button_url: 'https://www.luckyshrub.com/support',
          },
        ],
      },
    ],
    status('APPROVED'),
  ])
})

test('a change of category is announced a day ahead, and then made', async () => {
  await w.control('POST', `templates/${id}/category`, { category: 'MARKETING' })
  const announced = { new_category: 'UTILITY', correct_category: 'MARKETING' }
  expect(await arrived()).toEqual([
    ['template_category_update', { ...template(), ...announced, category_update_timestamp: now() + 24 * HOUR }],
  ])
  expect((await w.graph('GET', `${id}?fields=category,correct_category`)).body).toMatchObject({
    category: 'UTILITY',
    correct_category: 'MARKETING',
  })
  bot.notifications.length = 0
  await w.advance('24h')
  expect(await arrived()).toEqual([
    ['template_category_update', { ...template(), previous_category: 'UTILITY', new_category: 'MARKETING' }],
  ])
  expect((await w.graph('GET', id)).body).toMatchObject({
    category: 'MARKETING',
    previous_category: 'UTILITY',
    status: 'APPROVED',
  })
})

test('after a warning of misuse, a utility template becomes marketing without notice', async () => {
  const restrict = `accounts/${w.landline.waba_id}/restrict`
  await w.control('POST', restrict, { violation: 'UTILITY_TEMPLATE_ABUSE' })
  const { body } = await w.control('POST', `templates/${id}/category`, { category: 'MARKETING' })
  expect(body).toEqual({ id, category: 'MARKETING', status: 'APPROVED' })
  const told = (await arrived()).filter(([field]) => field === 'template_category_update')
  expect(told).toEqual([
    ['template_category_update', { ...template(), previous_category: 'UTILITY', new_category: 'MARKETING' }],
  ])
})

test('a template that is really authentication is rejected on the first of next month', async () => {
  await w.control('POST', `templates/${id}/category`, { category: 'AUTHENTICATION' })
  const first = Date.UTC(2026, 11, 1)
  expect(await arrived()).toMatchObject([
    ['template_category_update', { correct_category: 'AUTHENTICATION', category_update_timestamp: first / 1000 }],
  ])
  bot.notifications.length = 0
  await w.control('POST', 'clock/advance', { to: first - 1 })
  expect(await arrived()).toEqual([])
  await w.control('POST', 'clock/advance', { to: first })
  expect(await arrived()).toEqual([status('REJECTED', {}, 'INCORRECT_CATEGORY')])
})

test('a wrong category is detected', async () => {
  await w.control('POST', `templates/${id}/category`, { category: 'MARKETING', how: 'detect' })
  expect(await arrived()).toEqual([
    ['template_correct_category_detection', { ...template(), category: 'UTILITY', correct_category: 'MARKETING' }],
  ])
})

test('a number is FLAGGED when its quality is low, and UNFLAGGED when it is better again', async () => {
  for (const to of ['YELLOW', 'RED', 'YELLOW', 'GREEN']) await w.control('POST', 'world/quality', { quality: to })
  const number = (event: string) => [
    'phone_number_quality_update',
    {
      display_phone_number: '15550783881',
      event,
      current_limit: 'TIER_UNLIMITED',
      max_daily_conversations_per_business: 'TIER_UNLIMITED',
    },
  ]
  expect(await arrived()).toEqual([number('FLAGGED'), number('UNFLAGGED')])
  expect((await w.graph('GET', w.landline.phone_number_id)).body.quality_rating).toBe('GREEN')
})
