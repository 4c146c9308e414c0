import { beforeEach, describe, expect, test } from 'vitest'
import { HELLO, luckyShrub } from '../seeds.ts'
import { sharedWorld } from '../shared-world.ts'
import { text } from '../world.ts'
import { answering, CUSTOMER, contacts, from, head, received, SAID, TAPPED, TIME, USER_ID, WAMID } from './received.ts'

const { w, bot } = await sharedWorld({
  seed: luckyShrub({
    templates: [
      HELLO!,
      {
        name: 'may_we_call',
        components: [{ type: 'BODY', text: 'About your order.' }, { type: 'CALL_PERMISSION_REQUEST' }],
      },
      {
        name: 'sale',
        category: 'MARKETING',
        components: [
          { type: 'BODY', text: 'Our sale begins.' },
          {
            type: 'BUTTONS',
            buttons: [
              { type: 'QUICK_REPLY', text: 'Unsubscribe' },
              { type: 'URL', text: 'Look', url: 'https://www.luckyshrub.com/sale?week=48' },
            ],
          },
        ],
      },
    ],
  }),
})

beforeEach(async () => {
  await w.says('hi')
  await w.advance('0s')
  bot.notifications.length = 0
})

const does = async (edge: string, body: object = {}, customer = CUSTOMER) => {
  const answer = await w.control('POST', `customers/${customer}/${edge}`, body)
  expect(answer.body).not.toHaveProperty('error')
  return answer.body
}

/** Sends, and waits until it is in the phone; only what comes after that is heard. */
async function sent(message: object): Promise<string> {
  const answer = await w.sends(message)
  expect(answer.body).toHaveProperty('messages')
  const { id } = answer.body.messages[0]
  await bot.until(() => bot.statuses().some(status => status.id === id && status.status === 'delivered'))
  bot.notifications.length = 0
  return id
}

/** The values that an act leads to, once there are so many. */
async function hears(act: () => Promise<unknown>, count = 1) {
  await act()
  await bot.until(() => bot.values().length >= count)
  return count === 1 ? bot.values()[0] : bot.values()
}

describe('what a customer says', () => {
  test.each(SAID)('%s', async (_, said, value) => {
    expect(await hears(() => does('say', said))).toStrictEqual(value)
  })

  test('an answer to a message of the business', async () => {
    const id = await sent(text('We have rye.'))
    const value = await hears(() => does('say', { text: 'One, please', reply_to: id }))
    expect(value).toStrictEqual(received('text', { body: 'One, please' }, answering(id)))
  })

  test('a question about the product of a message names both', async () => {
    const id = await sent(text('We have a new pot.'))
    const referred_product = { catalog_id: '194836987003835', product_retailer_id: 'di9ozbzfi4' }
    const value = await hears(() => does('say', { text: 'In blue?', reply_to: id, referred_product }))
    const context = { ...answering(id).context, referred_product }
    expect(value).toStrictEqual(received('text', { body: 'In blue?' }, { context }))
  })

  test('a tap on an advertisement, with the text that stands there', async () => {
    const value = await hears(() => does('ad', { source_id: '120226305854810726', greeting: 'Hello!' }))
    expect(value).toStrictEqual(
      received(
        'text',
        { body: 'Hello! Can I get more info on this?' },
        {
          referral: {
            source_url: 'https://fb.me/120226305854810726',
            source_id: '120226305854810726',
            source_type: 'ad',
            body: 'Chat with Lucky Shrub',
            headline: 'Lucky Shrub',
            ctwa_clid: expect.stringMatching(/^[\w-]{64}$/),
            welcome_message: { text: 'Hello!' },
          },
        },
      ),
    )
  })

  test('a reaction, and that it is taken back', async () => {
    const id = await sent(text('It is ready.'))
    const value = await hears(() => does('react', { emoji: '👍' }))
    expect(value).toStrictEqual(received('reaction', { message_id: id, emoji: '👍' }))
    bot.notifications.length = 0
    expect(await hears(() => does('react', { emoji: '' }))).toStrictEqual(received('reaction', { message_id: id }))
  })

  test.each([
    ['29d', true],
    ['30d', false],
  ])('a reaction to a message of %s ago is told: %s', async (age, told) => {
    await sent(text('Long ago'))
    await w.advance(age)
    const answer = await does('react', { emoji: '👍' })
    expect('id' in answer).toBe(told)
    const { body } = await w.control('GET', `customers/${CUSTOMER}/inbox`)
    expect(body.data.at(-1).reactions).toEqual({ customer: '👍' })
    await w.advance('0s')
    expect(bot.messages().length).toBe(told ? 1 : 0)
  })

  test('a quick reply of a template', async () => {
    const id = await sent({ type: 'template', template: { name: 'sale', language: { code: 'en_US' } } })
    const value = await hears(() => does('tap', { button: 'Unsubscribe' }))
    expect(value).toStrictEqual(received('button', { payload: 'Unsubscribe', text: 'Unsubscribe' }, answering(id)))
  })

  test('whether calls are allowed, asked by a template', async () => {
    const id = await sent({ type: 'template', template: { name: 'may_we_call', language: { code: 'en_US' } } })
    const value = await hears(() => does('tap', { button: 'Do not allow' }))
    const call_permission_reply = { response: 'reject', response_source: 'user_action' }
    const reply = { type: 'call_permission_reply', call_permission_reply }
    expect(value).toStrictEqual(received('interactive', reply, answering(id)))
  })

  test.each(TAPPED)('%s', async (_, interactive, tap, value) => {
    const id = await sent({ type: 'interactive', interactive })
    expect(await hears(() => does('tap', tap))).toStrictEqual(value(id))
  })
})

describe('second thoughts', () => {
  test('a text that is changed', async () => {
    const { id } = await does('say', { text: 'Tow loaves' })
    await bot.until(() => bot.messages().length === 1)
    bot.notifications.length = 0
    expect(await hears(() => does('edit', { text: 'Two loaves' }))).toStrictEqual(
      received('edit', { original_message_id: id, message: { type: 'text', text: { body: 'Two loaves' } } }),
    )
    const inbox = await w.control('GET', `customers/${CUSTOMER}/inbox`)
    expect(inbox.body.data.at(-1)).toMatchObject({
      wamid: id,
      content: { body: 'Two loaves' },
      edited_at: expect.any(Number),
    })
  })

  test('a message that is deleted', async () => {
    const { id } = await does('say', { text: 'Never mind' })
    await bot.until(() => bot.messages().length === 1)
    bot.notifications.length = 0
    expect(await hears(() => does('delete'))).toStrictEqual(received('revoke', { original_message_id: id }))
    const inbox = await w.control('GET', `customers/${CUSTOMER}/inbox`)
    expect(inbox.body.data.at(-1)).toMatchObject({ wamid: id, content: {}, revoked: true })
  })

  test.each([
    ['edit', '15m', 'Messages can be changed for 15 minutes. This one is older.'],
    ['delete', '2d', 'Messages can be deleted for everyone for two days. This one is older.'],
  ])('%s is over after %s', async (edge, by, message) => {
    await w.advance(by)
    const late = await w.control('POST', `customers/${CUSTOMER}/${edge}`, { text: 'x' })
    expect(late.body.error.message).toBe(`(#100) ${message}`)
  })
})

describe('who the customer is', () => {
  const NEW = '12195555358'
  const moved = (content: object) => ({
    ...head,
    messages: [{ from: CUSTOMER, from_user_id: USER_ID, id: WAMID, timestamp: TIME, type: 'system', system: content }],
  })

  test('a new number: the business is told of number and user id, and the chat comes along', async () => {
    await sent(text('Your order is ready.'))
    const before = await w.control('GET', `customers/${CUSTOMER}`)
    const values = await hears(() => does('number', { wa_id: `+${NEW}` }), 3)
    const after = await w.control('GET', `customers/${NEW}`)
    const [old, current] = [before.body.user_id, after.body.user_id]
    const update = values.find((value: object) => 'user_id_update' in value)
    expect(values).toContainEqual(
      moved({
        body: `User Sheena Nelson changed from ${CUSTOMER} to ${NEW}`,
        wa_id: NEW,
        type: 'user_changed_number',
      }),
    )
    expect(values).toContainEqual(
      moved({
        body: `User Sheena Nelson changed from ${old} to ${current}`,
        user_id: current,
        wa_id: NEW,
        type: 'user_changed_user_id',
      }),
    )
    expect(update).toStrictEqual({
      ...head,
      contacts: [{ profile: { name: 'Sheena Nelson' }, wa_id: NEW }],
      user_id_update: [
        {
          wa_id: NEW,
          detail: 'User id for Sheena Nelson has been updated.',
          user_id: { previous: old, current },
          timestamp: TIME,
        },
      ],
    })
    expect((await w.control('GET', `customers/${CUSTOMER}`)).status).toBe(400)
    const inbox = await w.control('GET', `customers/${NEW}/inbox`)
    expect(inbox.body.data.map((one: { type: string }) => one.type)).toEqual(['text', 'text', 'system', 'system'])
    const toOld = await w.sends(text('Still there?'), CUSTOMER)
    await bot.until(() => bot.statuses().some(status => status.id === toOld.body.messages[0].id))
    expect(bot.statuses().at(-1)).toMatchObject({ status: 'failed', errors: [{ code: 131026 }] })
    expect((await w.sends(text('There you are!'), NEW)).status).toBe(200)
    await bot.until(() => bot.statuses().some(status => status.status === 'delivered'))
  })

  test('a number that somebody has is refused', async () => {
    const answer = await w.control('POST', `customers/${CUSTOMER}/number`, { wa_id: CUSTOMER })
    expect(answer.body.error.message).toBe(
      `(#100) ${CUSTOMER} is the number of Sheena Nelson. Give one that nobody has.`,
    )
  })

  test('a username hides a number that the business has not seen for 30 days', async () => {
    await w.control('POST', `customers/${CUSTOMER}`, { username: '@sheena.nelson' })
    const profile = { name: 'Sheena Nelson', username: 'sheena.nelson' }
    const seen = await hears(() => does('say', { text: 'hi' }))
    expect(seen.contacts).toStrictEqual([{ profile, wa_id: CUSTOMER, user_id: USER_ID }])
    await w.advance('30d')
    bot.notifications.length = 0
    const hidden = await hears(() => does('say', { text: 'hi' }))
    const { from: _, ...nameless } = from
    expect(hidden).toStrictEqual({
      ...head,
      contacts: [{ profile, user_id: USER_ID }],
      messages: [{ ...nameless, type: 'text', text: { body: 'hi' } }],
    })
    bot.notifications.length = 0
    const userId = hidden.contacts[0].user_id
    const answer = await w.call(
      'POST',
      `/v25.0/${w.landline.phone_number_id}/messages`,
      { messaging_product: 'whatsapp', recipient: userId, ...text('Hello!') },
      { authorization: `Bearer ${w.landline.access_token}` },
    )
    expect(answer.body.contacts).toEqual([{ input: userId, user_id: userId }])
    await bot.until(() => bot.statuses().length === 2)
    for (const value of bot.values()) {
      expect(value.contacts[0]).not.toHaveProperty('wa_id')
      expect(value.statuses[0]).toMatchObject({ recipient_user_id: userId })
      expect(value.statuses[0]).not.toHaveProperty('recipient_id')
    }
    expect(bot.values().map(value => value.contacts[0].profile)).toEqual([{ name: 'Sheena Nelson' }, profile])
  })

  test.each([
    ['ab', 'needs 3 to 35 characters'],
    ['a'.repeat(36), 'needs 3 to 35 characters'],
    ['Sheena', 'may hold only lower-case letters, digits, periods and underscores'],
    ['sheena nelson', 'may hold only lower-case letters, digits, periods and underscores'],
    ['123', 'needs a letter'],
    ['sheena..n', 'must not begin or end with a period, nor hold two in a row'],
    ['www.sheena', 'must not begin with www'],
    ['sheena.com', 'must not end like a web address'],
  ])('%s is no username', async (username, fault) => {
    const answer = await w.control('POST', `customers/${CUSTOMER}`, { username })
    expect(answer.body.error.message).toBe(`(#100) "${username}" is no username: it ${fault}.`)
  })

  test.each(['abc', 'a'.repeat(35)])('%s is one', async username => {
    expect((await w.control('POST', `customers/${CUSTOMER}`, { username })).body).toMatchObject({ username })
  })
})

describe('a person from an advertisement', () => {
  const conversations = () => bot.statuses().map(({ conversation, pricing }) => ({ conversation, pricing }))

  test('the first answer opens 72 hours in which nothing is billed', async () => {
    await hears(() => does('ad'))
    const chats = await w.control('GET', `customers/${CUSTOMER}/chats`)
    expect(chats.body.data[0]).not.toHaveProperty('free_entry_until')
    bot.notifications.length = 0
    await sent(text('Welcome!'))
    const [chat] = (await w.control('GET', `customers/${CUSTOMER}/chats`)).body.data
    const { now } = (await w.control('GET', 'clock')).body
    expect(chat.free_entry_until).toBe(now + 72 * 3_600_000)
    await w.sends({ type: 'template', template: { name: 'sale', language: { code: 'en_US' } } })
    await bot.until(() => bot.statuses().length === 2)
    const conversation = { id: expect.stringMatching(/^[0-9a-f]{32}$/), origin: { type: 'referral_conversion' } }
    const pricing = { billable: false, pricing_model: 'PMP', type: 'free_entry_point', category: 'marketing' }
    const expiration_timestamp = String(chat.free_entry_until / 1000)
    expect(conversations()).toStrictEqual([
      { conversation: { ...conversation, expiration_timestamp }, pricing },
      { conversation, pricing },
    ])
    expect(new Set(bot.statuses().map(status => status.conversation.id)).size).toBe(1)
  })

  test.each([
    ['23h', true],
    ['24h', false],
  ])('an answer after %s opens it: %s', async (by, opens) => {
    await hears(() => does('ad'))
    await w.advance(by)
    await w.sends({ type: 'template', template: { name: 'sale', language: { code: 'en_US' } } })
    await bot.until(() => bot.statuses().length === 2)
    const [chat] = (await w.control('GET', `customers/${CUSTOMER}/chats`)).body.data
    expect('free_entry_until' in chat).toBe(opens)
    expect(bot.statuses()[0].pricing.type).toBe(opens ? 'free_entry_point' : 'regular')
  })
})

describe('what becomes of a message', () => {
  const recipient = { recipient_id: CUSTOMER, recipient_user_id: USER_ID }
  const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' }
  const status = (name: string, more: object = {}) => ({
    ...head,
    contacts,
    statuses: [{ id: WAMID, status: name, timestamp: TIME, ...recipient, ...more }],
  })

  test('sent, delivered, read', async () => {
    const [sent, delivered] = await hears(() => w.sends(text('Hello!')), 2)
    expect(sent).toStrictEqual(status('sent', { pricing }))
    expect(delivered).toStrictEqual(status('delivered', { pricing }))
    bot.notifications.length = 0
    expect(await hears(() => does('read'))).toStrictEqual(status('read'))
  })

  test.each([17, 18, 19, 20, 21, 22, 23, 24, 25])('with or without a conversation, in v%i.0', async version => {
    await w.control('POST', 'webhook_versions', { field: 'messages', version: `v${version}.0` })
    const [sent, delivered] = await hears(() => w.sends(text('Hello!')), 2)
    const conversation = { id: expect.stringMatching(/^[0-9a-f]{32}$/), origin: { type: 'service' } }
    const expiring = { ...conversation, expiration_timestamp: TIME }
    expect(sent).toStrictEqual(status('sent', version < 24 ? { conversation: expiring, pricing } : { pricing }))
    expect(delivered).toStrictEqual(status('delivered', version < 24 ? { conversation, pricing } : { pricing }))
    await w.control('POST', 'webhook_versions', { field: 'messages', version: 'v25.0' })
  })

  test.each([
    ['messages', 'v16.0', 'version is "v16.0". Give one from v17.0 to v25.0.'],
    ['messages', 'v26.0', 'version is "v26.0". Give one from v17.0 to v25.0.'],
    ['rain', 'v25.0', 'The app is not subscribed to rain. Subscribe it first, with POST /<app>/subscriptions.'],
  ])('%s cannot come in %s', async (field, version, message) => {
    const answer = await w.control('POST', 'webhook_versions', { field, version })
    expect(answer.body.error.message).toBe(`(#100) ${message}`)
  })

  test('failed, with all that is known of the reason', async () => {
    await w.advance('24h')
    bot.notifications.length = 0
    expect(await hears(() => w.sends(text('Hello?')))).toStrictEqual({
      ...head,
      statuses: [
        {
          id: WAMID,
          status: 'failed',
          timestamp: TIME,
          recipient_id: CUSTOMER,
          errors: [
            {
              code: 131047,
              title: 'Re-engagement message',
              message: 'Re-engagement message',
              error_data: {
                details:
                  'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
              },
              href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
            },
          ],
        },
      ],
    })
  })

  test('failed, for a message to a user id: that of a customer, and that of nobody', async () => {
    const userId = (await w.control('GET', `customers/${CUSTOMER}`)).body.user_id
    const sends = (recipient: string) =>
      w.graph('POST', `${w.landline.phone_number_id}/messages`, {
        messaging_product: 'whatsapp',
        recipient,
        ...text('Hello?'),
      })
    await w.advance('24h')
    bot.notifications.length = 0
    const [known, unknown] = await hears(async () => {
      await sends(userId)
      await sends('US.1')
    }, 2)
    expect(known.statuses).toMatchObject([{ recipient_id: CUSTOMER, recipient_user_id: userId, status: 'failed' }])
    expect(unknown.statuses).toMatchObject([{ recipient_user_id: 'US.1', errors: [{ code: 131026 }] }])
    expect(unknown.statuses[0]).not.toHaveProperty('recipient_id')
  })

  test('a voice message that is played, once, and read before', async () => {
    const form = new FormData()
    form.set('messaging_product', 'whatsapp')
    form.set('file', new Blob([OGG], { type: 'audio/ogg' }), 'voice.ogg')
    const media = await fetch(`${w.landline.url}/v25.0/${w.landline.phone_number_id}/media`, {
      method: 'POST',
      headers: { authorization: `Bearer ${w.landline.access_token}` },
      body: form,
    })
    const { id } = (await media.json()) as { id: string }
    await sent({ type: 'audio', audio: { id, voice: true } })
    const [read, played] = await hears(() => does('play'), 2)
    expect(read).toStrictEqual(status('read'))
    expect(played).toStrictEqual(status('played'))
    const again = await w.control('POST', `customers/${CUSTOMER}/play`, {})
    expect(again.body.error.message).toBe(
      '(#100) There is no voice message on the phone of Sheena Nelson that was not played.',
    )
  })
})

describe('a link of a marketing message', () => {
  test('is told where clicks are, and the page learns of it too', async () => {
    await w.control('POST', 'rollout', { link_clicks: true })
    await sent({ type: 'template', template: { name: 'sale', language: { code: 'en_US' } } })
    let opened = ''
    const value = await hears(async () => {
      opened = (await does('tap', { button: 'Look' })).opened_url
    })
    const click_id = new URL(opened).searchParams.get('fbclid')
    expect(opened).toBe(`https://www.luckyshrub.com/sale?week=48&fbclid=${click_id}`)
    expect(value).toStrictEqual({
      ...head,
      contacts,
      user_actions: [
        {
          action_type: 'marketing_messages_link_click',
          timestamp: TIME,
          marketing_messages_link_click_data: {
            click_component: 'cta',
            click_id,
            tracking_token: expect.stringMatching(/^[\w-]{32}$/),
          },
        },
      ],
    })
  })

  test('otherwise leads where it leads', async () => {
    await sent({ type: 'template', template: { name: 'sale', language: { code: 'en_US' } } })
    expect(await does('tap', { button: 'Look' })).toEqual({ opened_url: 'https://www.luckyshrub.com/sale?week=48' })
  })
})

describe('offers and announcements', () => {
  const stopped = async () => {
    await hears(() => does('preferences', { marketing_messages: 'stop' }))
    bot.notifications.length = 0
  }
  const preferred = (value: string, detail: string, more: object = {}) => ({
    ...head,
    contacts,
    user_preferences: [
      {
        wa_id: CUSTOMER,
        user_id: USER_ID,
        detail,
        category: 'marketing_messages',
        value,
        ...more,
        timestamp: expect.any(Number),
      },
    ],
  })

  test.each(['stop', 'resume'])('%s', async value => {
    if (value === 'resume') await stopped()
    const told = await hears(() => does('preferences', { marketing_messages: value }))
    expect(told).toStrictEqual(preferred(value, `User requested to ${value} marketing messages`))
    expect(bot.changes()[0]!.field).toBe('user_preferences')
  })

  test('signing up by a link, after having stopped them', async () => {
    await stopped()
    const signup = { signup_id: 'spring' }
    const told = await hears(() => does('preferences', { marketing_messages: 'signup', ...signup }))
    expect(told).toStrictEqual(preferred('signup', 'User signed up via signup link', signup))
    await sent({ type: 'template', template: { name: 'sale', language: { code: 'en_US' } } })
  })

  test('who stopped them gets no marketing template, and any other message', async () => {
    await stopped()
    await hears(() => w.sends({ type: 'template', template: { name: 'sale', language: { code: 'en_US' } } }))
    expect(bot.statuses()).toMatchObject([{ status: 'failed', errors: [{ code: 131050 }] }])
    await sent(text('Your order is ready.'))
  })
})

describe('before a change has arrived', () => {
  const rollout = (changes: object) => w.control('POST', 'rollout', changes)

  test('without user ids there is the number alone', async () => {
    await rollout({ user_ids: false })
    const value = await hears(() => does('say', { text: 'hi' }))
    expect(value).toStrictEqual({
      ...head,
      contacts: [{ profile: { name: 'Sheena Nelson' }, wa_id: CUSTOMER }],
      messages: [{ from: CUSTOMER, id: WAMID, timestamp: TIME, type: 'text', text: { body: 'hi' } }],
    })
  })

  test('an enrolled portfolio gets parent ids too', async () => {
    await rollout({ parent_user_ids: true })
    const value = await hears(() => does('say', { text: 'hi' }))
    const parent = expect.stringMatching(/^US\.ENT\.\d+$/)
    expect(value.contacts).toStrictEqual([{ ...contacts[0], parent_user_id: parent }])
    expect(value.messages[0]).toMatchObject({ from_parent_user_id: parent })
  })

  test.each([
    ['media_urls', { image: { data: PIXEL } }, 'image.url'],
    ['contact_origins', { contacts: [{ name: { formatted_name: 'B' } }] }, 'contacts[0].vcard'],
    ['unsupported_types', { unsupported: 'pin' }, 'unsupported'],
  ])('%s', async (name, said, member) => {
    expect((await hears(() => does('say', said))).messages[0]).toHaveProperty(member)
    bot.notifications.length = 0
    await rollout({ [name]: false })
    expect((await hears(() => does('say', said))).messages[0]).not.toHaveProperty(member)
  })

  test('statuses have no contacts', async () => {
    await rollout({ status_contacts: false })
    const values = await hears(() => w.sends(text('Hello!')), 2)
    for (const value of values) expect(value).not.toHaveProperty('contacts')
  })

  test('what there is to change is told', async () => {
    expect((await rollout({})).body.error.message).toMatch(/^\(#100\) Say what changes: user_ids, /)
    expect((await w.control('GET', 'rollout')).body).toMatchObject({ user_ids: true, parent_user_ids: false })
  })
})

const OGG = Buffer.concat([
  Buffer.from('OggS\0\x02', 'latin1'),
  Buffer.alloc(20),
  Buffer.from([1, 19]),
  Buffer.from('OpusHead', 'latin1'),
  Buffer.from([1, 1, 56, 1, 128, 187, 0, 0, 0, 0, 0]),
])
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
