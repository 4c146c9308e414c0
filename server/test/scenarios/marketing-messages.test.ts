import { beforeEach, describe, expect, test } from 'vitest'
import { luckyShrub, plain } from '../seeds.ts'
import { sharedWorld } from '../shared-world.ts'

const INDIAN = '919876543210'
const template = (name: string) => ({ type: 'template', template: { name, language: { code: 'en_US' } } })

const { w, bot, events } = await sharedWorld({
  seed: luckyShrub({
    templates: [
      plain('offer', 'MARKETING', 'Succulents for less.'),
      plain('parcel', 'UTILITY', 'Your parcel is here.'),
    ],
    customers: [{ phone: `+${INDIAN}`, name: 'Pablo' }],
  }),
})

const market = (message: object, version = 'v25.0', to = INDIAN) =>
  w.call(
    'POST',
    `/${version}/${w.landline.phone_number_id}/marketing_messages`,
    { messaging_product: 'whatsapp', recipient_type: 'individual', to, ...message },
    { authorization: `Bearer ${w.landline.access_token}` },
  )
const onboard = (status: string) => w.control('POST', `accounts/${w.landline.waba_id}/marketing-messages`, { status })
const idOf = async (name: string): Promise<string> =>
  (await w.graph('GET', `${w.landline.waba_id}/message_templates?name=${name}`)).body.data[0].id

test('an onboarded account is charged for marketing_lite, and its statuses and its ledger say so', async () => {
  await onboard('ONBOARDED')
  const sent = await market({ ...template('offer'), product_policy: 'STRICT', message_activity_sharing: true })
  expect(sent).toMatchObject({
    status: 200,
    body: {
      messaging_product: 'whatsapp',
      contacts: [{ input: INDIAN, wa_id: INDIAN }],
      messages: [{ message_status: 'accepted' }],
    },
  })
  await bot.until(() => bot.statuses().length === 2)
  expect(bot.statuses().map(one => one.pricing.category)).toEqual(['marketing_lite', 'marketing_lite'])
  const { body } = await w.control('GET', 'ledger')
  expect(JSON.stringify(body)).toContain('marketing_lite')
})

test('an account that is not onboarded falls back to the Cloud API, unless the policy is strict', async () => {
  expect((await market(template('offer'))).status).toBe(200)
  await bot.until(() => bot.statuses().length === 2)
  expect(bot.statuses()[1].pricing.category).toBe('marketing')
  const strict = await market({ ...template('offer'), product_policy: 'STRICT' })
  expect(strict.status).toBe(500)
  expect(strict.body.error).toMatchObject({ code: 134102, message: '(#134102) Template unavailable for use' })
})

test('the type may be written in capitals, as with other messages', async () => {
  expect((await market({ ...template('offer'), type: 'TEMPLATE' })).status).toBe(200)
})

describe('what is refused', () => {
  beforeEach(async () => {
    await onboard('ONBOARDED')
  })

  test('anything but a template', async () => {
    const { status, body } = await market({ type: 'text', text: { body: 'Succulents' } })
    expect(status).toBe(400)
    expect(body.error).toMatchObject({
      code: 100,
      message: '(#100) Invalid parameter',
      error_data: { details: 'Message must be a template message.' },
    })
  })

  test.each([
    ['v25.0', 134100, "You're only able to send marketing messages on this API."],
    ['v23.0', 134100, "You're only able to send marketing messages on this API."],
    ['v22.0', 131055, 'Only marketing template messages are supported'],
  ])('a template of another category, in %s by code %i', async (version, code, details) => {
    const { status, body } = await market(template('parcel'), version)
    expect(status).toBe(400)
    expect(body.error).toMatchObject({ code, error_data: { details } })
  })

  test.each([
    ['SYNCING', 'v25.0', 400, 134101],
    ['SYNCING', 'v22.0', 400, 131009],
    ['FAILED', 'v23.0', 500, 134102],
    ['FAILED', 'v22.0', 400, 131009],
  ])('a template that is %s, in %s', async (state, version, status, code) => {
    await w.control('POST', `templates/${await idOf('offer')}/marketing-sync`, { state })
    const answer = await market(template('offer'), version)
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
    await w.control('POST', `templates/${await idOf('offer')}/marketing-sync`, { state: 'SYNCED' })
    expect((await market(template('offer'), version)).status).toBe(200)
  })

  test.each([
    [{ product_policy: 'SOMETIMES' }],
    [{ bid_spec: { per_message_bid_multiplier: 0 } }],
    [{ recipient_type: 'group' }],
  ])('parameters like %j', async params => {
    const { status, body } = await market({ ...template('offer'), ...params })
    expect([status, body.error.code]).toEqual([400, 100])
  })

  test('a template with a highest price on /messages, which this endpoint takes', async () => {
    const created = await w.graph('POST', `${w.landline.waba_id}/message_templates`, {
      name: 'capped',
      language: 'en_US',
      category: 'MARKETING',
      components: [{ type: 'BODY', text: 'Cacti for less.' }],
      optimization_spec: { bid_strategy: 'LOWEST_COST_WITH_BID_CAP', bid_amount: 5000 },
    })
    await w.advance('2s')
    const read = await w.graph('GET', `${created.body.id}?fields=optimization_spec`)
    expect(read.body.optimization_spec).toEqual({ bid_strategy: 'LOWEST_COST_WITH_BID_CAP', bid_amount: 5000 })
    const cloud = await w.sends(template('capped'), INDIAN)
    expect([cloud.status, cloud.body.error.code]).toEqual([400, 131061])
    const bid = { bid_spec: { per_message_bid_multiplier: '1.5' } }
    expect((await market({ ...template('capped'), ...bid })).status).toBe(200)
  })

  test('the highest price changes without a review, a hundred times an hour, where there was one', async () => {
    const spec = (bid_amount: unknown) => ({
      optimization_spec: { bid_strategy: 'LOWEST_COST_WITH_BID_CAP', bid_amount },
    })
    const create = async (name: string, more: object) => {
      const components = [{ type: 'BODY', text: `Cacti for ${name}.` }]
      const content = { name, language: 'en_US', category: 'MARKETING', components }
      return (await w.graph('POST', `${w.landline.waba_id}/message_templates`, { ...content, ...more })).body.id
    }
    const priced = await create('priced', spec(5000))
    const plain = await create('plain', {})
    await w.advance('2s')
    const read = async () => (await w.graph('GET', `${priced}?fields=status,optimization_spec`)).body
    for (let n = 1; n <= 100; n++) expect((await w.graph('POST', priced, spec(5000 + n))).status).toBe(200)
    expect((await w.graph('POST', priced, spec(6000))).body.error).toMatchObject({ code: 80008 })
    expect(await read()).toMatchObject({ status: 'APPROVED', ...spec(5100) })
    await w.advance('1h')
    expect((await w.graph('POST', priced, spec(6000))).status).toBe(200)
    expect((await w.graph('POST', priced, spec('much'))).status).toBe(400)
    expect((await w.graph('POST', priced, { optimization_spec: 'much' })).status).toBe(400)
    expect(await read()).toMatchObject({ status: 'APPROVED', ...spec(6000) })
    expect((await w.graph('POST', plain, spec(5000))).body.error).toMatchObject({
      code: 100,
      error_user_msg: 'optimization_spec can only be changed for a template that was created with it.',
    })
  })

  test('marketing on /messages once the account has switched it off', async () => {
    await w.graph('POST', w.landline.waba_id, { disable_marketing_messages_on_cloud_api: true })
    const cloud = await w.sends(template('offer'), INDIAN)
    expect([cloud.status, cloud.body.error.code]).toEqual([400, 131063])
    expect((await market(template('offer'))).status).toBe(200)
  })
})

test.each([
  ['ONBOARDED', '11h', 'delivered'],
  ['ONBOARDED', '13h', 'expired'],
  ['ELIGIBLE', '13h', 'delivered'],
])('a lifetime of 12 hours holds for accounts that are %s: after %s a message is %s', async (status, by, fate) => {
  await onboard(status)
  await w.graph('POST', `${w.landline.waba_id}/message_templates`, {
    name: 'short',
    language: 'en_US',
    category: 'MARKETING',
    message_send_ttl_seconds: 43_200,
    components: [{ type: 'BODY', text: 'Today only: succulents.' }],
  })
  await w.advance('2s')
  await w.control('POST', `customers/${INDIAN}/offline`)
  await market(template('short'))
  await w.advance(by)
  await w.control('POST', `customers/${INDIAN}/online`)
  expect(await events('message.delivered')).toHaveLength(fate === 'delivered' ? 1 : 0)
  expect(await events('message.expired')).toHaveLength(fate === 'expired' ? 1 : 0)
})

test('a partner asks once, the account signs, and account_update tells', async () => {
  const { business_id, waba_id } = w.landline
  const status = async () =>
    (await w.graph('GET', `${business_id}?fields=marketing_messages_onboarding_status`)).body
      .marketing_messages_onboarding_status
  const ask = () => w.graph('POST', `${business_id}/onboard_partners_to_mm_lite`, {})
  expect(await status()).toEqual({ status: 'NOT_STARTED' })
  const first = await ask()
  expect(first.body).toEqual({ request_id: expect.stringMatching(/^\d+$/) })
  expect((await ask()).body).toEqual(first.body)
  expect(await status()).toEqual({ status: 'REQUEST_SENT', time: '2026-11-24' })
  await onboard('ONBOARDED')
  expect(await status()).toEqual({ status: 'TERM_OF_SERVICE_SIGNED', time: '2026-11-24' })
  const field = await w.graph('GET', `${waba_id}?fields=marketing_messages_onboarding_status`)
  expect(field.body.marketing_messages_onboarding_status).toBe('ONBOARDED')
  await bot.until(() => bot.values().length === 1)
  expect(bot.values()).toEqual([
    { event: 'MM_LITE_TERMS_SIGNED', waba_info: { waba_id, owner_business_id: business_id } },
  ])
})

test('a portfolio finds its accounts by how they stand', async () => {
  const found = async (value: string) => {
    const filter = [{ field: 'marketing_messages_onboarding_status', operator: 'IN', value: [value] }]
    const query = `filtering=${encodeURIComponent(JSON.stringify(filter))}`
    return (await w.graph('GET', `${w.landline.business_id}/owned_whatsapp_business_accounts?${query}`)).body.data
      .length
  }
  expect([await found('ELIGIBLE'), await found('ONBOARDED')]).toEqual([1, 0])
  await onboard('ONBOARDED')
  expect([await found('ELIGIBLE'), await found('ONBOARDED')]).toEqual([0, 1])
})

test('nobody is asked whose accounts are not eligible', async () => {
  await onboard('INELIGIBLE_COUNTRY_NOT_SUPPORTED')
  const { status, body } = await w.graph('POST', `${w.landline.business_id}/onboard_partners_to_mm_lite`, {})
  expect(status).toBe(400)
  expect(body.error).toMatchObject({ code: 100, type: 'GraphMethodException' })
})
