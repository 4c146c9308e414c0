import { expect, test } from 'vitest'
import { CODE_AGAIN_AFTER, CODE_LIFE, CODE_TRIES } from '../../src/domain/numbers/code.ts'
import { FREE_GUESSES, GUESS_LOCK, GUESS_PAUSE, MAX_GUESSES } from '../../src/domain/numbers/pin-guesses.ts'
import { sharedWorld } from '../shared-world.ts'
import { hello, text, world } from '../world.ts'

const { w, bot } = await sharedWorld()

const NUMBER = '16505550100'
/** Another account of the portfolio. */
const ELSEWHERE = '203290129340398'
type World = Awaited<ReturnType<typeof world>>
const add = (changes: object = {}) =>
  w.graph('POST', `${w.landline.waba_id}/phone_numbers`, {
    cc: '1',
    phone_number: '6505550100',
    verified_name: 'Jaspers Market',
    ...changes,
  })
const added = async (): Promise<string> => (await add()).body.id
const post = (id: string, edge: string, body: object) => w.graph('POST', `${id}/${edge}`, body)
const ask = (id: string, code_method = 'SMS') => post(id, 'request_code', { code_method, language: 'en_US' })
const lastCode = async () => (await w.control('GET', `sms?to=${NUMBER}`)).body.data[0]
const register = (id: string, pin = '123456') => post(id, 'register', { messaging_product: 'whatsapp', pin })
const read = async (id: string, fields: string) => (await w.graph('GET', `${id}?fields=${fields}`)).body
const verify = async (id: string) => {
  await ask(id)
  return post(id, 'verify_code', { code: (await lastCode()).code })
}

test('a number is set up through the API alone, and writes its first message', async () => {
  const { status, body } = await add()
  expect(status).toBe(200)
  const { id } = body
  expect(await read(id, 'status,code_verification_status,name_status,platform_type')).toEqual({
    status: 'PENDING',
    code_verification_status: 'NOT_VERIFIED',
    name_status: 'AVAILABLE_WITHOUT_REVIEW',
    platform_type: 'NOT_APPLICABLE',
    id,
  })
  expect((await register(id)).body.error).toMatchObject({ code: 133006 })

  expect((await ask(id)).body).toEqual({ success: true })
  const sms = await lastCode()
  expect(sms).toMatchObject({ to: NUMBER, method: 'SMS', language: 'en_US' })
  expect(sms.text).toBe(`WhatsApp code ${sms.code.slice(0, 3)}-${sms.code.slice(3)}`)
  expect((await post(id, 'verify_code', { code: sms.code })).body).toEqual({ success: true })
  expect((await register(id)).body).toEqual({ success: true })
  expect(await read(id, 'status,code_verification_status,is_pin_enabled')).toMatchObject({
    status: 'CONNECTED',
    code_verification_status: 'VERIFIED',
    is_pin_enabled: true,
  })

  const customer = w.landline.customer
  await w.control('POST', `customers/${customer}/say`, { text: 'Are you open?', phone_number_id: id })
  const sent = await post(id, 'messages', { messaging_product: 'whatsapp', to: customer, ...text('We are.') })
  expect(sent.status).toBe(200)
  await bot.until(() =>
    bot.statuses().some(({ id, status }) => id === sent.body.messages[0].id && status === 'delivered'),
  )
})

test('a number is added with or without its country code, and only if it can exist', async () => {
  expect((await add({ phone_number: '16315551000' })).status).toBe(200)
  expect((await add({ phone_number: '+1 (631) 555-1001', cc: undefined })).status).toBe(200)
  for (const phone_number of ['12', 'six three one']) {
    expect((await add({ phone_number })).body.error).toMatchObject({ code: 100, message: '(#100) Invalid parameter' })
  }
})

test.each([
  ['M', '(#100) Param verified_name must have at least 2 characters.'],
  ['x'.repeat(76), '(#100) Param verified_name must be at most 75 characters long.'],
])('a display name of the wrong length is refused: %#', async (verified_name, message) => {
  expect((await add({ verified_name })).body.error).toMatchObject({ code: 100, message })
})

test.each(['My', 'x'.repeat(75)])('a display name at its limits is taken: %#', async verified_name => {
  expect((await add({ verified_name })).status).toBe(200)
})

test('a number is there once', async () => {
  await add()
  expect((await add()).body.error).toMatchObject({
    code: 100,
    error_subcode: 2388012,
    error_user_msg: 'This phone number already exists in your list of phone numbers.',
  })
})

test('a number that a person uses cannot be registered', async () => {
  await w.control('POST', 'customers', { wa_id: NUMBER, name: 'Pablo Morales' })
  const id = await added()
  await verify(id)
  expect((await register(id)).body.error).toMatchObject({ code: 100, error_subcode: 2388001 })
})

test('a voice says the code three times', async () => {
  const id = await added()
  await ask(id, 'VOICE')
  const { text, code } = await lastCode()
  expect(text.split(`Verification code is ${code}.`)).toHaveLength(4)
})

test.each([
  [{ code_method: 'PIGEON', language: 'en_US' }, /Param code_method must be one of \{SMS, VOICE\} - got "PIGEON"/],
  [{ code_method: 'SMS', language: 'English' }, /language must be a valid locale identifier/],
  [{ code_method: 'SMS' }, /The parameter language is required/],
])('a request for a code that is none is refused: %o', async (body, message) => {
  const id = await added()
  expect((await post(id, 'request_code', body)).body.error).toMatchObject({
    code: 100,
    message: expect.stringMatching(message),
  })
})

test('another code can be asked for after a minute, and not once the number is verified', async () => {
  const id = await added()
  await ask(id)
  await w.advance(`${CODE_AGAIN_AFTER - 1}ms`)
  expect((await ask(id)).body.error).toMatchObject({
    code: 136024,
    error_subcode: 2388004,
    error_user_title: "Couldn't send code",
  })
  await w.advance('1ms')
  expect((await verify(id)).body).toEqual({ success: true })
  expect((await ask(id)).body.error).toMatchObject({ code: 136024, message: '(#136024) Request code error' })
})

test('a wrong code, none at all and an expired one are refused alike', async () => {
  const id = await added()
  const enter = (code: string) => post(id, 'verify_code', { code })
  const refused = { code: 136025, message: '(#136025) Verify code error' }
  expect((await enter('123456')).body.error).toMatchObject(refused)
  await ask(id)
  const { code } = await lastCode()
  expect((await enter(code === '000000' ? '000001' : '000000')).body.error).toMatchObject(refused)
  await w.advance(`${CODE_LIFE}ms`)
  expect((await enter(code)).body.error).toMatchObject({
    ...refused,
    error_data: { details: 'The verification code has expired. Request a new one.' },
  })
})

test('after five wrong codes the right one is worth nothing', async () => {
  const id = await added()
  await ask(id)
  const { code } = await lastCode()
  for (let wrong = 0; wrong < CODE_TRIES; wrong++) await post(id, 'verify_code', { code: `wrong${wrong}` })
  expect((await post(id, 'verify_code', { code })).body.error.error_data.details).toBe(
    'Too many wrong codes were entered. Request a new one.',
  )
  await w.advance(`${CODE_AGAIN_AFTER}ms`)
  expect((await verify(id)).body).toEqual({ success: true })
})

test('a number that is not registered within 14 days has to be verified again', async () => {
  const id = await added()
  await verify(id)
  await w.advance('14d')
  expect(await read(id, 'code_verification_status')).toMatchObject({ code_verification_status: 'EXPIRED' })
  expect((await register(id)).body.error).toMatchObject({ code: 133006 })
  expect((await verify(id)).body).toEqual({ success: true })
  expect((await register(id)).body).toEqual({ success: true })
  await w.advance('15d')
  expect(await read(id, 'code_verification_status')).toMatchObject({ code_verification_status: 'VERIFIED' })
})

test('wrong PINs cost time: first a pause, then an hour', async () => {
  const id = await added()
  await verify(id)
  await register(id)
  const guess = async () => (await register(id, '000000')).body.error.code
  for (let wrong = 0; wrong < FREE_GUESSES; wrong++) expect(await guess()).toBe(133005)
  expect(await guess()).toBe(133009)
  for (let wrong = FREE_GUESSES; wrong < MAX_GUESSES; wrong++) {
    await w.advance(`${GUESS_PAUSE}ms`)
    expect(await guess()).toBe(133005)
  }
  await w.advance(`${GUESS_LOCK - 1}ms`)
  expect((await register(id)).body.error).toMatchObject({
    code: 133008,
    message: '(#133008) Too Many two step verification PIN Guesses',
    error_data: { details: expect.stringContaining('Wait 1 seconds') },
  })
  await w.advance('1ms')
  expect((await register(id)).body).toEqual({ success: true })
})

test('a PIN that is set anew by the API is told to nobody; one that is changed by hand is', async () => {
  const id = w.landline.phone_number_id
  expect((await w.graph('POST', id, { pin: '150954' })).body).toEqual({ success: true })
  expect((await register(id, '150954')).body).toEqual({ success: true })
  await w.control('POST', `numbers/${id}/pin`, { action: 'change', pin: '260954' })
  await w.control('POST', `numbers/${id}/pin`, { action: 'request_reset' })
  const reset = await w.control('POST', `numbers/${id}/pin`, { action: 'confirm_reset' })
  expect(reset.body).toEqual({ id, is_pin_enabled: false })
  await bot.until(() => bot.notifications.length >= 3)
  const told = bot.values().filter(({ event }) => event)
  expect(told).toEqual([
    { display_phone_number: '15550783881', event: 'PIN_CHANGED' },
    { display_phone_number: '15550783881', event: 'PIN_RESET_REQUEST', requester: w.landline.business_id },
    { display_phone_number: '15550783881', event: 'PIN_REQUEST_SUCCESS' },
  ])
  expect((await register(id, '999999')).body).toEqual({ success: true })
})

test('a removed number is gone, and its digits rest for five minutes', async () => {
  const id = await added()
  await verify(id)
  await register(id)
  expect((await w.control('DELETE', `numbers/${id}`)).body.error.message).toMatch(/Give its PIN/)
  expect((await w.control('DELETE', `numbers/${id}`, { pin: '123456' })).body).toEqual({ id, status: 'DELETED' })
  expect((await w.graph('GET', id)).body.error).toMatchObject({ code: 100, error_subcode: 33 })
  const again = await added()
  await w.advance('61s')
  await verify(again)
  expect((await register(again)).body.error).toMatchObject({ code: 133015 })
  await w.advance('4m')
  expect((await register(again)).body).toEqual({ success: true })
})

test('a banned number neither sends nor registers until it is reinstated', async () => {
  const id = w.landline.phone_number_id
  const measure = (name: string) => w.control('POST', `numbers/${id}/status`, { measure: name })
  expect((await measure('ban')).body).toEqual({ id, status: 'BANNED' })
  expect((await w.sends(hello)).body.error).toMatchObject({ code: 131031 })
  expect((await register(id)).body.error).toMatchObject({ code: 131031 })
  expect((await post(id, 'deregister', {})).body.error).toMatchObject({ code: 131031 })
  expect((await measure('restrict')).body.error.message).toContain('Possible: reinstate.')
  await measure('reinstate')
  await measure('limit')
  const outcome = async () => {
    const { id } = (await w.sends(hello)).body.messages[0]
    const told = () => bot.statuses().find(status => status.id === id)
    await bot.until(() => told() !== undefined)
    return told()
  }
  expect(await outcome()).toMatchObject({ status: 'failed', errors: [{ code: 131048 }] })
  await measure('ease')
  expect(await outcome()).toMatchObject({ status: 'sent' })
})

test('ten registrations and deregistrations in 72 hours, then none for as long', async () => {
  const id = w.landline.phone_number_id
  const tries = async (edge: string) =>
    (await post(id, edge, edge === 'register' ? { messaging_product: 'whatsapp', pin: '123456' } : {})).body.error?.code
  for (let i = 0; i < 9; i++) expect(await tries('register')).toBeUndefined()
  await w.advance('71h')
  expect(await tries('deregister')).toBeUndefined()
  await w.advance('1h')
  for (let i = 0; i < 9; i++) expect(await tries('register')).toBeUndefined()
  expect(await tries('register')).toBe(133016)
  await w.advance('71h59m')
  expect(await tries('register')).toBe(133016)
  expect(await tries('deregister')).toBe(133016)
  await w.advance('1m')
  for (let i = 0; i < 10; i++) expect(await tries('register')).toBeUndefined()
  expect(await tries('deregister')).toBe(133016)
})

test('a provided number is reviewed at once, and cannot send before', async () => {
  const { body } = await add({ phone_number: '5551234567' })
  await ask(body.id)
  const { code } = (await w.control('GET', 'sms?to=15551234567')).body.data[0]
  await post(body.id, 'verify_code', { code })
  await register(body.id)
  const send = () =>
    post(body.id, 'messages', { messaging_product: 'whatsapp', to: w.landline.customer, ...text('Hi') })
  expect((await send()).body.error).toMatchObject({ code: 131037 })
  const { health_status } = await read(body.id, 'health_status')
  expect(health_status.can_send_message).toBe('BLOCKED')
  expect(health_status.entities[0]).toMatchObject({
    entity_type: 'PHONE_NUMBER',
    can_send_message: 'BLOCKED',
    errors: [{ error_code: 141000 }],
  })
  await w.advance('2s')
  expect((await read(body.id, 'health_status')).health_status.can_send_message).toBe('AVAILABLE')
  expect(await read(body.id, 'name_status')).toMatchObject({ name_status: 'APPROVED' })
  expect((await send()).status).toBe(200)
})

test('a portfolio has two numbers at first, and twenty once it is verified', async () => {
  const seed = (verification_status: 'verified' | 'not_verified') => ({
    business: { name: 'Lucky Shrub', verification_status, messaging_limit: 'TIER_250' as const },
    app: { name: 'Jaspers Market' },
    accounts: [{ name: 'Lucky Shrub', phone_numbers: [{ phone: '+1 555-078-3881', verified_name: 'Lucky Shrub' }] }],
  })
  const small = await world({ seed: seed('not_verified') })
  const fill = (n: number) =>
    small.graph('POST', `${small.landline.waba_id}/phone_numbers`, {
      cc: '1',
      phone_number: `650555010${n}`,
      verified_name: 'Lucky Shrub',
    })
  expect((await fill(1)).status).toBe(200)
  expect((await fill(2)).body.error).toMatchObject({
    code: 100,
    error_data: { details: 'The business portfolio has reached its limit of 2 phone numbers.' },
  })
  await small.landline.close()
})

test('a number moves to another account of the portfolio', async () => {
  const two = await world({
    seed: {
      business: { name: 'Lucky Shrub' },
      app: { name: 'Jaspers Market' },
      accounts: [
        { name: 'Old', phone_numbers: [{ phone: '+1 650-555-0100', verified_name: 'Lucky Shrub' }] },
        { id: ELSEWHERE, name: 'New' },
      ],
    },
  })
  const old = two.landline.phone_number_id
  const move = (migrate_phone_number: boolean) =>
    two.graph('POST', `${ELSEWHERE}/phone_numbers`, {
      cc: '1',
      phone_number: '6505550100',
      migrate_phone_number,
    })
  await two.graph('POST', `${old}/username`, { username: 'luckyshrub' })
  await two.control('POST', 'world/quality', { phone_number_id: old, quality: 'YELLOW' })
  expect((await move(false)).body.error).toMatchObject({ error_subcode: 2388001 })
  await two.control('POST', `numbers/${old}/status`, { measure: 'ban' })
  expect((await move(true)).body.error).toMatchObject({
    error_subcode: 2388103,
    error_user_title: 'Cannot migrate phone number',
    error_user_msg: 'The phone number is BANNED.',
  })
  await two.control('POST', `numbers/${old}/status`, { measure: 'reinstate' })
  const { id } = (await move(true)).body
  expect((await move(true)).body.error).toMatchObject({ error_subcode: 2388012 })
  await two.graph('POST', `${id}/request_code`, { code_method: 'SMS', language: 'en_US' })
  const { code } = (await two.control('GET', `sms?to=${NUMBER}`)).body.data[0]
  await two.graph('POST', `${id}/verify_code`, { code })
  expect((await two.graph('GET', `${old}?fields=status`)).body.status).toBe('CONNECTED')
  const pin = { messaging_product: 'whatsapp', pin: '123456' }
  await two.graph('POST', old, { pin: '654321' })
  expect((await two.graph('POST', `${id}/register`, pin)).body.error).toMatchObject({
    code: 100,
    error_subcode: 2388001,
    error_user_title: 'Cannot Create Certificate',
    error_user_msg:
      'Two-step verification is still on for this phone number. To use this number here, turn it off where it is now.',
  })
  await two.control('POST', `numbers/${old}/pin`, { action: 'confirm_reset' })
  expect((await two.graph('POST', `${id}/register`, pin)).body).toEqual({ success: true })
  expect((await two.graph('GET', old)).body.error).toMatchObject({ code: 100, error_subcode: 33 })
  expect(
    (await two.graph('GET', `${id}?fields=status,verified_name,name_status,quality_rating,username`)).body,
  ).toEqual({
    status: 'CONNECTED',
    verified_name: 'Lucky Shrub',
    name_status: 'APPROVED',
    quality_rating: 'YELLOW',
    username: 'luckyshrub',
    id,
  })
  expect((await two.graph('DELETE', `${id}/username`)).body).toEqual({ success: true })
  expect((await two.graph('POST', `${id}/username`, { username: 'luckyshrub' })).body).toEqual({ status: 'approved' })
  await two.landline.close()
})

test('the best templates come along with a number', async () => {
  const words = (name: string) => ({
    name,
    category: 'UTILITY' as const,
    components: [{ type: 'BODY', text: `These are the words of ${name}.` }],
  })
  const two = await world({
    seed: {
      business: { name: 'Lucky Shrub' },
      app: { name: 'Jaspers Market' },
      accounts: [
        {
          name: 'Old',
          phone_numbers: [{ phone: '+1 650-555-0100', verified_name: 'Lucky Shrub' }],
          templates: ['best', 'best_there', 'plain', 'low'].map(words),
        },
        { id: ELSEWHERE, name: 'New', templates: [words('best_there')] },
      ],
    },
  })
  const list = async (waba: string) =>
    (await two.graph('GET', `${waba}/message_templates?fields=name,status,quality_score`)).body.data as {
      id: string
      name: string
      status: string
      quality_score: { score: string }
    }[]
  const scores: Record<string, string> = { best: 'GREEN', best_there: 'GREEN', plain: 'UNKNOWN', low: 'YELLOW' }
  for (const { id, name } of await list(two.landline.waba_id))
    await two.control('POST', `templates/${id}/quality`, { score: scores[name] })
  const asked = { cc: '1', phone_number: '6505550100', migrate_phone_number: true }
  const { id } = (await two.graph('POST', `${ELSEWHERE}/phone_numbers`, asked)).body
  await two.graph('POST', `${id}/request_code`, { code_method: 'SMS', language: 'en_US' })
  const { code } = (await two.control('GET', `sms?to=${NUMBER}`)).body.data[0]
  await two.graph('POST', `${id}/verify_code`, { code })
  expect((await list(ELSEWHERE)).map(({ name }) => name)).toEqual(['best_there'])
  await two.graph('POST', `${id}/register`, { messaging_product: 'whatsapp', pin: '123456' })
  const there = await list(ELSEWHERE)
  expect(there.map(({ name }) => name).sort()).toEqual(['best', 'best_there'])
  expect(there.find(({ name }) => name === 'best')).toMatchObject({
    status: 'APPROVED',
    quality_score: { score: 'UNKNOWN' },
  })
  expect(await list(two.landline.waba_id)).toHaveLength(4)
  await two.landline.close()
})

test.each([
  [
    'the destination has no webhooks',
    async (w: World) => w.graph('DELETE', `${ELSEWHERE}/subscribed_apps`),
    {},
    'Webhooks are not set up for the destination WhatsApp Business Account.',
  ],
  [
    'another name is in review',
    async (w: World) => {
      const { body } = await w.graph('GET', `${w.landline.waba_id}/phone_numbers?display_phone_number=${NUMBER}`)
      await w.graph('POST', body.data[0].id, { new_display_name: 'Lucky Shrub Store' })
    },
    {},
    'The registered display name must be present and approved.',
  ],
  [
    'the destination is not approved',
    async (w: World) => w.control('POST', `accounts/${ELSEWHERE}/review`, { decision: 'pend' }),
    {},
    'The destination WhatsApp Business Account is not approved.',
  ],
  [
    'the platform provides the number',
    async () => undefined,
    { phone_number: '5550783881' },
    'Test numbers and numbers that the platform provides cannot move.',
  ],
])('a number does not move when %s', async (_, before, changes, error_user_msg) => {
  const two = await world({
    seed: {
      business: { name: 'Lucky Shrub' },
      app: { name: 'Jaspers Market' },
      accounts: [
        {
          name: 'Old',
          phone_numbers: [
            { phone: '+1 650-555-0100', verified_name: 'Lucky Shrub' },
            { phone: '+1 555-078-3881', verified_name: 'Lucky Shrub' },
          ],
        },
        { id: ELSEWHERE, name: 'New' },
      ],
    },
  })
  await before(two)
  const asked = { cc: '1', phone_number: '6505550100', migrate_phone_number: true, ...changes }
  const { status, body } = await two.graph('POST', `${ELSEWHERE}/phone_numbers`, asked)
  expect(status).toBe(400)
  expect(body.error).toMatchObject({ code: 100, error_subcode: 2388103, error_user_msg })
  await two.landline.close()
})

test('a number that is new here needs a name', async () => {
  expect((await add({ verified_name: undefined })).body.error).toMatchObject({
    code: 100,
    message: '(#100) The parameter verified_name is required.',
  })
})

test('the numbers of an account are sorted and filtered', async () => {
  await w.advance('1m')
  const id = await added()
  const list = async (query: string) => {
    const { body } = await w.graph('GET', `${w.landline.waba_id}/phone_numbers?fields=id&${query}`)
    return body.data?.map((one: { id: string }) => one.id) ?? body.error
  }
  const filter = (field: string, value: unknown, operator = 'EQUAL') =>
    `filtering=${encodeURIComponent(JSON.stringify([{ field, operator, value }]))}`
  const first = w.landline.phone_number_id
  expect(await list('')).toEqual([id, first])
  expect(await list("sort=['last_onboarded_time_ascending']")).toEqual([first, id])
  expect(await list('sort=last_onboarded_time.asc')).toEqual([first, id])
  expect(await list(filter('account_mode', 'LIVE'))).toEqual([id])
  expect(await list(filter('account_mode', 'SANDBOX'))).toEqual([first])
  expect(await list(filter('is_official_business_account', true))).toEqual([])
  expect(await list('display_phone_number=%2B1 555-078-3881')).toEqual([first])
  expect(await list(filter('colour', 'green'))).toMatchObject({ code: 100 })
  expect(await list(filter('account_mode', 'LIVE', 'IN'))).toMatchObject({ code: 100 })
})

test('a restricted account adds no numbers', async () => {
  const types = ['RESTRICTED_ADD_PHONE_NUMBER_ACTION']
  await w.control('POST', `accounts/${w.landline.waba_id}/restrict`, { types })
  expect((await add()).body.error).toMatchObject({ code: 368 })
})
