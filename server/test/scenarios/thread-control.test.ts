import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hello, type Receiver, receiver, text, world } from '../world.ts'

/* Two apps share a number: a bot that answers first, and people whom it hands difficult threads to. */
let w: Awaited<ReturnType<typeof world>>
interface Side {
  app_id: string
  token: string
  hears: Receiver
}
let bot: Side
let people: Side

const FIELDS = ['messages', 'standby', 'messaging_handovers']

beforeEach(async () => {
  const hears = await receiver('token')
  w = await world({ webhook: { url: hears.url, verifyToken: 'token' } })
  bot = { app_id: w.landline.app_id, token: w.landline.access_token, hears }
  const { app_id, hears: desk, token } = await anotherApp('Jaspers Desk')
  people = { app_id, token, hears: desk }
})
afterEach(async () => {
  await w.landline.close()
  await bot.hears.close()
  await people.hears.close()
})

async function anotherApp(name: string): Promise<Side> {
  const hears = await receiver('token')
  const app = (await w.control('POST', 'apps', { name, business_id: w.landline.business_id })).body
  const token = (await w.control('POST', 'tokens', { app_id: app.id })).body.access_token
  const authorization = `Bearer ${app.id}|${app.app_secret}`
  const subscription = { object: 'whatsapp_business_account', callback_url: hears.url, verify_token: 'token' }
  await w.graph('POST', `${app.id}/subscriptions`, { ...subscription, fields: FIELDS }, { authorization })
  await w.graph('POST', `${w.landline.waba_id}/subscribed_apps`, {}, { authorization: `Bearer ${token}` })
  return { app_id: app.id, token, hears }
}

const route = () =>
  w.control('POST', `numbers/${w.landline.phone_number_id}/routing`, {
    apps: [
      { app_id: bot.app_id, role: 'ai_agent' },
      { app_id: people.app_id, role: 'escalation' },
    ],
  })
const as = (side: Side, edge: string, body: object) =>
  w.graph(
    'POST',
    `${w.landline.phone_number_id}/${edge}`,
    { messaging_product: 'whatsapp', to: w.landline.customer, ...body },
    { authorization: `Bearer ${side.token}` },
  )
const sends = (side: Side, message: object) => as(side, 'messages', message)
const control = (side: Side, action: string, more: object = {}) => as(side, 'thread_control', { action, ...more })
const standby = (side: Side) => side.hears.values().flatMap(value => (value.standby ? [value.standby] : []))
const handovers = (side: Side) =>
  side.hears.values().filter(value => 'control_passed' in value || 'control_taken' in value)

test('without routing every app hears everything, and there are no threads to control', async () => {
  await w.says('Hello')
  await bot.hears.until(() => bot.hears.messages().length === 1)
  await people.hears.until(() => people.hears.messages().length === 1)
  const refused = await control(bot, 'pass')
  expect(refused.status).toBe(400)
  expect(refused.body.error.error_data.details).toBe('Conversation Routing is not configured for this phone number.')
  expect(standby(people)).toEqual([])
})

describe('with routing', () => {
  beforeEach(async () => {
    expect((await route()).status).toBe(200)
    await w.says('Hello')
  })

  test('the first app owns a new thread; the other gets messages, echoes and statuses in standby', async () => {
    await bot.hears.until(() => bot.hears.messages().length === 1)
    const message = { type: 'text', text: { body: 'What can I do?' } }
    const sent = await sends(bot, message)
    expect(sent.status).toBe(200)
    const { id } = sent.body.messages[0]
    await bot.hears.until(() => bot.hears.statuses().length === 2)
    await people.hears.until(() => standby(people).length === 4)
    const seen = standby(people)
    expect(seen.map(one => Object.keys(one).at(-1))).toEqual(['messages', 'message_echoes', 'statuses', 'statuses'])
    expect(seen[0].contacts).toMatchObject([{ wa_id: w.landline.customer }])
    expect(seen[0].messages).toMatchObject([{ type: 'text', text: { body: 'Hello' } }])
    expect(seen[1].message_echoes).toEqual([
      {
        id,
        timestamp: expect.stringMatching(/^\d+$/),
        message: { messaging_product: 'whatsapp', to: w.landline.customer, ...message },
      },
    ])
    expect(people.hears.messages()).toEqual([])
    expect(people.hears.statuses()).toEqual([])
    expect(standby(bot)).toEqual([])
  })

  test('an echo shows no token that came in the body', async () => {
    await sends(bot, { ...text('Hi'), access_token: bot.token })
    await people.hears.until(() => standby(people).some(one => one.message_echoes))
    expect(JSON.stringify(people.hears.values())).not.toContain(bot.token)
  })

  test('passing a thread tells the new owner, who gets messages from then on', async () => {
    const metadata = 'x'.repeat(2000)
    expect((await control(bot, 'pass', { metadata })).body).toEqual({ success: true })
    await people.hears.until(() => handovers(people).length === 1)
    expect(handovers(people)).toEqual([
      {
        messaging_product: 'whatsapp',
        sender: { phone_number: w.landline.customer },
        recipient: { phone_number_id: w.landline.phone_number_id, display_phone_number: '15550783881' },
        type: 'control_passed',
        timestamp: expect.stringMatching(/^\d+$/),
        control_passed: {
          previous_owner_app_id: bot.app_id,
          previous_owner_role: 'ai_agent',
          new_owner_role: 'escalation',
          metadata,
        },
      },
    ])
    expect(handovers(bot)).toEqual([])
    await w.says('Is anybody there?')
    await people.hears.until(() => people.hears.messages().length === 1)
    await bot.hears.until(() => standby(bot).length === 1)
    const refused = await sends(bot, text('Me again'))
    expect(refused.status).toBe(403)
    expect(refused.body.error).toMatchObject({ code: 10, error_data: { details: 'This app does not own the thread.' } })
    expect((await sends(people, text('A person'))).status).toBe(200)
  })

  test('a template goes whoever owns the thread, changes nothing, and its sender hears of it', async () => {
    await control(bot, 'pass')
    expect((await sends(bot, hello)).status).toBe(200)
    await bot.hears.until(() => bot.hears.statuses().length === 2)
    await people.hears.until(() => standby(people).filter(one => one.statuses).length === 2)
    expect((await sends(bot, text('Me again'))).status).toBe(403)
  })

  test('the escalation partner takes a thread, with words or by writing; the previous owner is told', async () => {
    expect((await control(people, 'take', { metadata: 'Mine' })).body).toEqual({ success: true })
    await bot.hears.until(() => handovers(bot).length === 1)
    expect(handovers(bot)[0]).toMatchObject({
      type: 'control_taken',
      control_taken: { previous_owner_app_id: bot.app_id, new_owner_role: 'escalation', metadata: 'Mine' },
    })
    await control(people, 'pass', { control_pass: { target_role: 'ai_agent' } })
    expect((await sends(bot, text('Back'))).status).toBe(200)
    expect((await sends(people, text('No, me'))).status).toBe(200)
    await bot.hears.until(() => handovers(bot).length === 3)
    expect(handovers(bot)[2].control_taken.metadata).toBe('Control taken via service message')
    expect((await sends(bot, text('Still me?'))).status).toBe(403)
  })

  test('nobody else takes', async () => {
    const { status, body } = await control(bot, 'take')
    expect(status).toBe(400)
    expect(body.error.code).toBe(2494191)
  })

  test('a released thread is idle without a word; the next message begins it anew', async () => {
    await control(bot, 'pass')
    await people.hears.until(() => handovers(people).length === 1)
    expect((await control(people, 'release')).body).toEqual({ success: true })
    expect((await control(people, 'release')).status).toBe(403)
    await w.says('Hello again')
    await bot.hears.until(() => bot.hears.messages().length === 2)
    expect(handovers(bot)).toEqual([])
    expect(handovers(people)).toHaveLength(1)
  })

  test.each([
    ['23h', 'people'],
    ['25h', 'bot'],
  ])('%s after the last message of the customer, the next one is for the %s', async (by, owner) => {
    await control(bot, 'pass')
    await w.advance(by)
    await w.says('Later')
    const side = owner === 'bot' ? bot : people
    await side.hears.until(() => side.hears.messages().some(one => one.text.body === 'Later'))
  })

  test.each([
    ['both addresses', { action: 'pass', recipient: 'US.1' }],
    ['no action', {}],
    ['an unknown action', { action: 'keep' }],
    ['metadata of 2,001 characters', { action: 'pass', metadata: 'x'.repeat(2001) }],
    ['a target without a pass', { action: 'release', control_pass: { target_role: 'escalation' } }],
    ['an unknown role', { action: 'pass', control_pass: { target_role: 'owner' } }],
    ['a role that nobody has', { action: 'pass', control_pass: { target_role: 'marketing' } }],
    ['itself', { action: 'pass', control_pass: { target_role: 'ai_agent' } }],
  ])('%s is refused', async (_, body) => {
    const answer = await as(bot, 'thread_control', body)
    expect([answer.status, answer.body.error.code]).toEqual([400, 100])
  })

  test('who does not own a thread neither passes nor releases it', async () => {
    for (const action of ['pass', 'release']) {
      const { status, body } = await control(people, action)
      expect([status, body.error.code]).toEqual([403, 10])
    }
  })

  test('an empty list ends it', async () => {
    await w.control('POST', `numbers/${w.landline.phone_number_id}/routing`, { apps: [] })
    await w.says('For all')
    await people.hears.until(() => people.hears.messages().some(one => one.text.body === 'For all'))
  })
})

test('whoever comes by an advertisement begins with the app for advertisements', async () => {
  const ads = await anotherApp('Jaspers Ads')
  await w.control('POST', `numbers/${w.landline.phone_number_id}/routing`, {
    apps: [
      { app_id: bot.app_id, role: 'customer_service' },
      { app_id: ads.app_id, role: 'ctwa' },
    ],
  })
  await w.control('POST', `customers/${w.landline.customer}/ad`, { text: 'I saw your ad' })
  await ads.hears.until(() => ads.hears.messages().length === 1)
  expect(bot.hears.messages()).toEqual([])
  await ads.hears.close()
})

test.each([
  ['one role twice', 'Each role is for one app.', [{ role: 'ai_agent' }, { role: 'ai_agent', other: true }]],
  ['one app twice', 'Each app has one role.', [{ role: 'ai_agent' }, { role: 'escalation' }]],
  ['an app that is not there', 'There is no app 1.', [{ role: 'ai_agent', app_id: '1' }]],
])('a routing with %s is refused', async (_, words, apps) => {
  const given = apps.map(({ other, ...one }: { role: string; app_id?: string; other?: boolean }) => ({
    app_id: other ? people.app_id : bot.app_id,
    ...one,
  }))
  const { status, body } = await w.control('POST', `numbers/${w.landline.phone_number_id}/routing`, { apps: given })
  expect(status).toBe(400)
  expect(JSON.stringify(body)).toContain(words)
})
