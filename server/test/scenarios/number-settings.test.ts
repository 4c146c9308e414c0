import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { png } from '../media.ts'
import { sharedWorld } from '../shared-world.ts'
import { world } from '../world.ts'

const { w, bot } = await sharedWorld()

const number = (method: string, edge: string, body?: object) =>
  w.graph(method, `${w.landline.phone_number_id}/${edge}`, body)
const set = (body: object) => number('POST', 'settings', body)
const get = async () => (await number('GET', 'settings')).body
const done = { success: true }

test('settings have their defaults until they are set', async () => {
  expect(await get()).toEqual({
    calling: { status: 'DISABLED', call_icon_visibility: 'DEFAULT', callback_permission_status: 'DISABLED' },
    user_identity_change: { enable_identity_key_check: false },
    payload_encryption: { status: 'disabled' },
    storage_configuration: { status: 'DEFAULT' },
  })
})

test.each([[{}], [{ calling: { status: 'DISABLED' }, user_identity_change: { enable_identity_key_check: true } }]])(
  'a call changes one feature: %o',
  async body => {
    expect((await set(body)).body.error).toMatchObject({
      code: 100,
      message: '(#100) One feature setting must be specified',
    })
  },
)

test('calling is switched on, and the apps of the account hear of it', async () => {
  expect((await set({ calling: { status: 'ENABLED', callback_permission_status: 'ENABLED' } })).body).toEqual(done)
  const calling = { status: 'ENABLED', call_icon_visibility: 'DEFAULT', callback_permission_status: 'ENABLED' }
  expect((await get()).calling).toEqual(calling)
  await bot.until(() => bot.notifications.length > 0)
  expect(bot.notifications[0]!.body.entry[0]).toMatchObject({
    id: w.landline.waba_id,
    time: expect.any(Number),
    changes: [
      {
        field: 'account_settings_update',
        value: {
          messaging_product: 'whatsapp',
          timestamp: expect.stringMatching(/^\d{10}$/),
          type: 'phone_number_settings',
          phone_number_settings: { phone_number_id: w.landline.phone_number_id, calling },
        },
      },
    ],
  })
})

test('calling needs somebody who listens, or SIP, and a limit of 2,000', async () => {
  const silent = await world()
  const on = (calling: object = {}) =>
    silent.graph('POST', `${silent.landline.phone_number_id}/settings`, { calling: { status: 'ENABLED', ...calling } })
  expect((await on()).body.error).toMatchObject({ code: 138018 })
  expect(
    (await on({ sip: { status: 'ENABLED', servers: [{ hostname: 'sip.luckyshrub.com', port: 5061 }] } })).body,
  ).toEqual(done)
  await silent.landline.close()

  const small = await world({
    seed: {
      business: { name: 'Lucky Shrub', messaging_limit: 'TIER_250' },
      app: { name: 'Jaspers Market' },
      accounts: [{ name: 'Lucky Shrub', phone_numbers: [{ phone: '+1 555-078-3881', verified_name: 'Lucky Shrub' }] }],
    },
  })
  const refused = await small.graph('POST', `${small.landline.phone_number_id}/settings`, {
    calling: { status: 'ENABLED' },
  })
  expect(refused.body.error).toMatchObject({ code: 138015, message: '(#138015) Calling cannot be enabled' })
  await small.landline.close()
})

test('health tells whether calls reach the business over SIP, once calling is on', async () => {
  const v = await world()
  const id = v.landline.phone_number_id
  const entities = async () => {
    const { body } = await v.graph('GET', `${id}?fields=health_status`)
    expect(body.health_status.can_send_message).toBe('AVAILABLE')
    return body.health_status.entities
  }
  const set = (sip: object) => v.graph('POST', `${id}/settings`, { calling: { status: 'ENABLED', sip } })
  expect((await entities())[0]).not.toHaveProperty('can_receive_call_sip')

  const servers = [{ hostname: 'sip.luckyshrub.com', port: 5061 }]
  expect((await set({ status: 'ENABLED', servers })).body).toEqual(done)
  const [number, waba, , app] = await entities()
  expect(number).toEqual({
    entity_type: 'PHONE_NUMBER',
    id,
    can_send_message: 'AVAILABLE',
    can_receive_call_sip: 'AVAILABLE',
  })
  expect(app).toMatchObject({ entity_type: 'APP', can_receive_call_sip: 'AVAILABLE' })
  expect(waba).not.toHaveProperty('can_receive_call_sip')

  expect((await set({ status: 'DISABLED' })).body).toEqual(done)
  expect((await entities())[0]).toMatchObject({
    can_receive_call_sip: 'BLOCKED',
    errors: [{ error_code: 138024, error_description: 'SIP is not enabled' }],
  })
  await v.landline.close()
})

test('a number tells its certificate, and whether it is found by search', async () => {
  const fields = 'certificate,eligibility_for_api_business_global_search'
  const { body } = await w.graph('GET', `${w.landline.phone_number_id}?fields=${fields}`)
  expect(body).toEqual({
    certificate: expect.stringMatching(/^[A-Za-z0-9+/]+=*$/),
    eligibility_for_api_business_global_search: 'NON_ELIGIBLE_VERIFIED_LEVEL',
    id: w.landline.phone_number_id,
  })
  const added = { cc: '1', phone_number: '6505550100', verified_name: 'Jaspers Market' }
  const { id } = (await w.graph('POST', `${w.landline.waba_id}/phone_numbers`, added)).body
  expect((await w.graph('GET', `${id}?fields=certificate`)).body).toEqual({ id })
})

const hours = (changes: object = {}) => ({
  calling: {
    call_hours: {
      status: 'ENABLED',
      timezone_id: 'America/Manaus',
      weekly_operating_hours: [{ day_of_week: 'MONDAY', open_time: '0400', close_time: '1020' }],
      ...changes,
    },
  },
})
const monday = (...times: [string, string][]) => ({
  weekly_operating_hours: times.map(([open_time, close_time]) => ({ day_of_week: 'MONDAY', open_time, close_time })),
})
const holidays = (count: number) => ({
  holiday_schedule: Array.from({ length: count }, (_, day) => ({
    date: `2027-01-${String(day + 1).padStart(2, '0')}`,
    start_time: '0000',
    end_time: '2359',
  })),
})

test.each([[hours()], [hours(monday(['0400', '1020'], ['1020', '2359']))], [hours(holidays(20))]])(
  'a schedule is taken: %#',
  async body => {
    expect((await set(body)).body).toEqual(done)
    expect((await get()).calling.call_hours).toEqual(body.calling.call_hours)
  },
)

test.each([
  [hours({ timezone_id: 'Nowhere/City' })],
  [hours({ weekly_operating_hours: [] })],
  [hours(monday(['1020', '0400']))],
  [hours(monday(['0400', '1020'], ['1019', '2359']))],
  [hours(monday(['0100', '0200'], ['0300', '0400'], ['0500', '0600']))],
  [hours(monday(['0400', '2460']))],
  [hours(holidays(21))],
  [hours({ holiday_schedule: [{ date: '2026-01-01', start_time: '0000', end_time: '2359' }] })],
  [hours({ holiday_schedule: [{ date: '1 January', start_time: '0000', end_time: '2359' }] })],
  [{ calling: { status: 'SOMETIMES' } }],
  [{ calling: { voicemail: { status: 'ENABLED' } } }],
  [
    {
      calling: { voicemail: { status: 'ENABLED', triggers: ['TIMEOUT'], audio: { default: { timeout_seconds: 31 } } } },
    },
  ],
])('a schedule that cannot be is refused: %#', async body => {
  expect((await set(body)).body.error).toMatchObject({ code: 100 })
})

test('voicemail is set with what sets it off', async () => {
  const voicemail = { status: 'ENABLED', triggers: ['TIMEOUT'], audio: { default: { timeout_seconds: 30 } } }
  expect((await set({ calling: { voicemail } })).body).toEqual(done)
  expect((await get()).calling.voicemail).toEqual(voicemail)
})

test('the identity check is switched by either of its names', async () => {
  expect((await set({ user_identity_change: { enable_identity_key_check: true } })).body).toEqual(done)
  expect((await get()).user_identity_change).toEqual({ enable_identity_key_check: true })
  expect((await set({ user_identity_change: { enabled: false } })).body).toEqual(done)
  expect((await get()).user_identity_change).toEqual({ enable_identity_key_check: false })
})

test('storage is configured while the number is not registered, and local storage ends when it is deregistered', async () => {
  const local = { status: 'IN_COUNTRY_STORAGE_ENABLED', data_localization_region: 'BR' }
  const none = { status: 'NO_STORAGE_ENABLED', retention_minutes: 60 }
  expect((await set({ storage_configuration: local })).body.error).toMatchObject({ code: 100 })
  await number('POST', 'deregister', {})
  expect((await set({ storage_configuration: { status: local.status } })).body.error).toMatchObject({ code: 100 })
  expect((await set({ storage_configuration: { ...none, retention_minutes: 61 } })).body.error).toMatchObject({
    code: 100,
  })
  expect((await set({ storage_configuration: none })).body).toEqual(done)
  expect((await get()).storage_configuration).toEqual(none)
  expect((await set({ storage_configuration: local })).body).toEqual(done)
  expect((await get()).storage_configuration).toEqual(local)
  await number('POST', 'register', { messaging_product: 'whatsapp', pin: '123456' })
  await number('POST', 'deregister', {})
  expect((await get()).storage_configuration).toEqual({ status: 'DEFAULT' })
})

test.each([
  ['59', 100],
  ['60', undefined],
  ['43200', undefined],
  ['43201', 100],
  ['60.5', 100],
  ['soon', 100],
])('without storage a medium is kept for %s minutes: code %s', async (ttl_minutes, code) => {
  const v = await world()
  const id = v.landline.phone_number_id
  await v.graph('POST', `${id}/deregister`)
  const storage_configuration = { status: 'NO_STORAGE_ENABLED', retention_minutes: 60 }
  expect((await v.graph('POST', `${id}/settings`, { storage_configuration })).body).toEqual(done)
  const upload = async (more: Record<string, string>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ messaging_product: 'whatsapp', ...more })) form.append(name, value)
    form.append('file', new Blob([new Uint8Array(png())], { type: 'image/png' }), 'shop.png')
    const headers = { authorization: `Bearer ${v.landline.access_token}` }
    const answer = await fetch(`${v.landline.url}/v25.0/${id}/media`, { method: 'POST', headers, body: form })
    return (await answer.json()) as { id: string; error?: { code: number } }
  }
  const answer = await upload({ ttl_minutes })
  expect(answer.error?.code).toBe(code)
  if (code === undefined) {
    const there = async () => (await v.graph('GET', answer.id)).status
    await v.advance(`${Number(ttl_minutes) - 1}m`)
    expect(await there()).toBe(200)
    await v.advance('1m')
    expect(await there()).toBe(400)
  }
  const { id: plain } = await upload({})
  await v.advance('60m')
  expect((await v.graph('GET', plain)).status).toBe(400)
  await v.landline.close()
})

test('until v20.0 the registration decides where messages lie; later it does not', async () => {
  const { phone_number_id, access_token } = w.landline
  const bearer = { authorization: `Bearer ${access_token}` }
  const register = (version: string, more: object) =>
    w.call(
      'POST',
      `/${version}/${phone_number_id}/register`,
      { messaging_product: 'whatsapp', pin: '123456', ...more },
      bearer,
    )
  const region = { data_localization_region: 'BR' }
  expect((await register('v25.0', region)).body).toEqual(done)
  expect((await get()).storage_configuration).toEqual({ status: 'DEFAULT' })
  expect((await register('v20.0', region)).body).toEqual(done)
  expect((await get()).storage_configuration).toEqual({ status: 'IN_COUNTRY_STORAGE_ENABLED', ...region })
  expect((await register('v20.0', { meta_store_retention_minutes: 60 })).body).toEqual(done)
  expect((await get()).storage_configuration).toEqual({ status: 'NO_STORAGE_ENABLED', retention_minutes: 60 })
  expect((await register('v20.0', { ...region, meta_store_retention_minutes: 60 })).body.error).toMatchObject({
    code: 100,
  })
})

const keyOf = (bits: number) =>
  generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({ type: 'spki', format: 'pem' }).toString()

test('a public key of 2048 bits is signed, until the number is registered anew', async () => {
  const business_public_key = keyOf(2048)
  const form = new FormData()
  form.set('business_public_key', business_public_key)
  const upload = await fetch(`${w.landline.url}/v25.0/${w.landline.phone_number_id}/whatsapp_business_encryption`, {
    method: 'POST',
    headers: { authorization: `Bearer ${w.landline.access_token}` },
    body: form,
  })
  expect(await upload.json()).toEqual(done)
  const key = async () => (await number('GET', 'whatsapp_business_encryption')).body.data
  expect(await key()).toEqual([{ business_public_key, business_public_key_signature_status: 'VALID' }])
  await number('POST', 'register', { messaging_product: 'whatsapp', pin: '123456' })
  expect(await key()).toEqual([{ business_public_key, business_public_key_signature_status: 'MISMATCH' }])
  await number('POST', 'whatsapp_business_encryption', { business_public_key })
  expect((await key())[0].business_public_key_signature_status).toBe('VALID')
})

test.each([
  ['no key', 'rye bread'],
  ['a shorter key', keyOf(1024)],
  ['an elliptic key', generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString()],
])('%s is not taken', async (_, business_public_key) => {
  expect((await number('POST', 'whatsapp_business_encryption', { business_public_key })).body.error).toMatchObject({
    code: 100,
    message: '(#100) Business public key is invalid',
    error_user_title: 'Invalid Public Key',
  })
})

test('catalog and cart are switched one by one, by query or body', async () => {
  const settings = async () => (await number('GET', 'whatsapp_commerce_settings')).body.data
  expect(await settings()).toEqual([])
  expect((await number('POST', 'whatsapp_commerce_settings?is_catalog_visible=true')).body).toEqual(done)
  expect(await settings()).toEqual([{ id: expect.any(String), is_cart_enabled: true, is_catalog_visible: true }])
  await number('POST', 'whatsapp_commerce_settings', { is_cart_enabled: false })
  expect(await settings()).toEqual([{ id: expect.any(String), is_cart_enabled: false, is_catalog_visible: true }])
})

const compliance = (changes: object = {}) => ({
  messaging_product: 'whatsapp',
  entity_name: 'Lucky Shrub',
  entity_type: 'PARTNERSHIP',
  is_registered: true,
  grievance_officer_details: {
    name: 'Chandravati P.',
    email: 'chandravati@luckyshrub.com',
    mobile_number: '+913854559033',
  },
  customer_care_details: { email: 'support@luckyshrub.com' },
  ...changes,
})

test('compliance info is kept and read by fields', async () => {
  expect((await number('POST', 'business_compliance_info', compliance())).body).toEqual(done)
  const { messaging_product, ...info } = compliance()
  expect((await number('GET', 'business_compliance_info')).body).toEqual({ data: [{ ...info, messaging_product }] })
  expect((await number('GET', 'business_compliance_info?fields=entity_name')).body.data).toEqual([
    { entity_name: 'Lucky Shrub', messaging_product },
  ])
  expect((await number('GET', 'business_compliance_info?fields=rye')).body.error.message).toBe(
    '(#100) Tried accessing nonexisting field (rye) on node type (WhatsAppBusinessComplianceInfo)',
  )
})

test.each([
  [{ entity_type: 'OTHER' }, 'Entity_type_custom is mandatory for OTHER entity type'],
  [{ entity_type_custom: 'Guild' }, 'Entity type custom can only be used with OTHER entity type'],
  [{ entity_type: 'PUBLIC_COMPANY' }, 'is_registered required only when entity_type is set to Other or Partnership'],
  [
    { customer_care_details: { email: 'support@luckyshrub.com', mobile_number: '3854559033' } },
    'Invalid phone number format. Must include country code',
  ],
  [{ entity_name: 'L' }, 'Param entity_name must have at least 2 characters.'],
  [{ entity_name: 'x'.repeat(129) }, 'Param entity_name must be at most 128 characters long.'],
])('compliance info that breaks a rule is refused: %o', async (changes, sentence) => {
  const { body } = await number('POST', 'business_compliance_info', compliance(changes))
  expect(body.error).toMatchObject({ code: 100, message: `(#100) ${sentence}` })
})

const command = (command_name: string, command_description = 'Find an order') => ({ command_name, command_description })
const many = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n))

test('ice breakers and commands are read as a field of the number, and by the id of the bot', async () => {
  const automation = { enable_welcome_message: true, prompts: ['Book a table'], commands: [command('orders')] }
  expect((await number('POST', 'conversational_automation', automation)).body).toEqual(done)
  const { body } = await w.graph('GET', `${w.landline.phone_number_id}?fields=conversational_automation`)
  const { id } = body.conversational_automation
  expect(body.conversational_automation).toEqual({ ...automation, id })
  expect((await w.graph('GET', id)).body).toEqual({ id, ...automation })
  await number('POST', 'conversational_automation', { prompts: [] })
  expect((await w.graph('GET', id)).body).toEqual({ id, ...automation, prompts: [] })
})

test.each([
  [{ prompts: many(4, n => `Prompt ${n}`) }],
  [{ prompts: ['x'.repeat(80)] }],
  [{ commands: many(30, n => command(`c${n}`)) }],
  [{ commands: [command('x'.repeat(32), 'x'.repeat(256))] }],
])('automation at its limits is taken: %#', async body => {
  expect((await number('POST', 'conversational_automation', body)).body).toEqual(done)
})

test.each([
  [{ prompts: many(5, n => `Prompt ${n}`) }, 'Too many prompts provided. Maximum allowed is 4'],
  [{ prompts: ['x'.repeat(81)] }, 'Prompt text exceeds maximum length of 80 characters'],
  [{ prompts: ['Hello 🙂'] }, 'Prompts and commands must not contain emojis'],
  [{ commands: many(31, n => command(`c${n}`)) }, 'Too many commands provided. Maximum allowed is 30'],
  [{ commands: [command('x'.repeat(33))] }, 'Command name exceeds maximum length of 32 characters'],
  [{ commands: [command('orders', 'x'.repeat(257))] }, 'Command description exceeds maximum length of 256 characters'],
  [{ commands: [command('a'), command('a')] }, 'Command names must be unique. Duplicate command name found: a'],
  [
    { commands: [command('my orders')] },
    'Invalid command name format. Command names must contain only alphanumeric characters and underscores',
  ],
])('automation beyond a limit is refused: %#', async (body, sentence) => {
  expect((await number('POST', 'conversational_automation', body)).body.error).toMatchObject({
    code: 100,
    message: `(#100) ${sentence}`,
  })
})

test('the profile is read and written by its own id as well', async () => {
  const [{ id }] = (await number('GET', 'whatsapp_business_profile?fields=id')).body.data
  expect((await w.graph('GET', id)).body).toEqual({ id })
  const about = 'Succulents, and friends of succulents.'
  expect((await w.graph('POST', id, { messaging_product: 'whatsapp', about })).body).toEqual(done)
  expect((await number('GET', 'whatsapp_business_profile?fields=about')).body.data[0].about).toBe(about)
  expect((await w.graph('GET', `${id}?fields=about,account_name`)).body).toEqual({
    about,
    account_name: 'Lucky Shrub',
    id,
  })
})
