import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { worldAndBot } from '../shared-world.ts'
import { hello, isSigned } from '../world.ts'

const { w, bot } = await worldAndBot()

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const issue = async (wanted: object) => (await w.control('POST', 'tokens', wanted)).body
const me = (token: string) => w.graph('GET', 'me', undefined, bearer(token))
const oauth = (path: string, query: Record<string, string>) =>
  w.call('GET', `/v25.0/oauth/${path}?${new URLSearchParams(query)}`)
const credentials = () => ({ client_id: w.landline.app_id, client_secret: w.landline.app_secret })
const debug = async (token: string, caller = w.appToken) =>
  (await w.graph('GET', `debug_token?input_token=${token}`, undefined, caller)).body

describe('the end of a token', () => {
  test.each([
    ['app_removed', 458, /The user has not authorized application \d+\.$/],
    ['checkpointed', 459, /You cannot access the app till you log in to www\.facebook\.com/],
    ['password_changed', 460, /The session has been invalidated because the user changed their password/],
    ['invalidated', 460, /The session was invalidated previously using an API call\.$/],
    ['unconfirmed', 464, /Sessions for the user are not allowed because the user is not a confirmed user\.$/],
    ['logged_out', 467, /The session is invalid because the user logged out\.$/],
    ['no_role', 492, /The user must be an administrator, editor, or moderator of the page/],
  ])('%s is 190 with subcode %i, and debug_token says the same', async (because, subcode, message) => {
    const { access_token } = await issue({})
    expect((await me(access_token)).status).toBe(200)
    expect((await w.control('POST', 'tokens/end', { token: access_token, because })).body).toEqual({ success: true })
    const { status, body } = await me(access_token)
    expect(status).toBe(401)
    expect(body.error).toMatchObject({ code: 190, error_subcode: subcode, message: expect.stringMatching(message) })
    expect((await debug(access_token)).data).toMatchObject({
      is_valid: false,
      error: { code: 190, subcode, message: expect.stringMatching(message) },
    })
  })

  test('a temporary one lasts 24 hours', async () => {
    const { access_token, expires_in } = await issue({ kind: 'TEMPORARY' })
    expect(expires_in).toBe(86_400)
    await w.advance('23h59m59s')
    expect((await me(access_token)).status).toBe(200)
    await w.advance('1s')
    expect((await me(access_token)).body.error).toMatchObject({ code: 190, error_subcode: 463 })
  })

  test('whoever takes all permissions back ends every token of that app, and no other', async () => {
    const { access_token, user_id } = await issue({ kind: 'USER' })
    const { access_token: second } = await issue({ user_id })
    const { access_token: stranger } = await issue({ kind: 'USER' })
    const listed = await w.graph('GET', 'me/permissions', undefined, bearer(access_token))
    expect(listed.body.data).toContainEqual({ permission: 'whatsapp_business_messaging', status: 'granted' })
    const others = await w.graph('DELETE', `${user_id}/permissions`, undefined, bearer(stranger))
    expect(others.body.error).toMatchObject({ code: 100, message: '(#100) Missing permissions' })
    const { body } = await w.graph('DELETE', `${user_id}/permissions`, undefined, bearer(access_token))
    expect(body).toEqual({ success: true })
    expect((await me(access_token)).body.error.error_subcode).toBe(458)
    expect((await me(second)).body.error.error_subcode).toBe(458)
    expect((await me(stranger)).status).toBe(200)
    const left = await w.graph('GET', `${user_id}/permissions`, undefined, w.appToken)
    expect(left.body).toEqual({ data: [] })
  })

  test('one permission can be taken back, and the token keeps the others', async () => {
    const { access_token, user_id } = await issue({ kind: 'USER' })
    const { access_token: stranger } = await issue({ kind: 'USER' })
    const remove = (permission: string, token = access_token) =>
      w.graph('DELETE', `${user_id}/permissions/${permission}`, undefined, bearer(token))
    expect((await remove('ads_read', stranger)).body.error).toMatchObject({ code: 100 })
    expect((await remove('email')).body.error.error_data.details).toBe('There is no permission email.')
    for (let i = 0; i < 2; i++) expect((await remove('whatsapp_business_messaging')).body).toEqual({ success: true })
    const { data } = (await w.graph('GET', 'me/permissions', undefined, bearer(access_token))).body
    expect(data.map((one: { permission: string }) => one.permission)).toEqual([
      'business_management',
      'whatsapp_business_management',
    ])
    const message = { messaging_product: 'whatsapp', to: w.landline.customer, type: 'text', text: { body: 'Hi' } }
    const number = w.landline.phone_number_id
    expect((await w.graph('POST', `${number}/messages`, message, bearer(access_token))).status).toBe(403)
    expect((await w.graph('GET', number, undefined, bearer(access_token))).status).toBe(200)
    const log = (await w.control('GET', 'events?type=user.permission_removed')).body.data
    expect(log).toHaveLength(1)
  })

  test('an app revokes a token of its own with its secret', async () => {
    const { access_token } = await issue({})
    const asked = { ...credentials(), revoke_token: access_token, access_token: w.landline.access_token }
    expect((await oauth('revoke', { ...asked, client_secret: 'wrong' })).body.error.message).toBe(
      'Error validating client secret.',
    )
    expect((await oauth('revoke', { ...asked, revoke_token: 'nonsense' })).body.error.code).toBe(100)
    expect((await oauth('revoke', asked)).body).toEqual({ success: true })
    expect((await me(access_token)).body.error).toMatchObject({ code: 190, error_subcode: 460 })
  })
})

describe('codes', () => {
  const code = async (wanted: object = {}) => (await w.control('POST', 'codes', wanted)).body.code as string
  const exchange = (text: string, more: Record<string, string> = {}) =>
    oauth('access_token', { ...credentials(), code: text, ...more })

  test('a code is good for one token, which reaches what the person signed up', async () => {
    const text = await code({ kind: 'BUSINESS', account_ids: [w.landline.waba_id] })
    const { body } = await exchange(text)
    expect(body).toEqual({ access_token: expect.stringMatching(/^EAA/), token_type: 'bearer' })
    expect((await debug(body.access_token)).data).toMatchObject({
      type: 'SYSTEM_USER',
      expires_at: 0,
      granular_scopes: [
        { scope: 'whatsapp_business_messaging', target_ids: [w.landline.waba_id] },
        { scope: 'whatsapp_business_management', target_ids: [w.landline.waba_id] },
      ],
    })
    const again = await exchange(text)
    expect(again.status).toBe(400)
    expect(again.body.error).toMatchObject({
      code: 100,
      error_subcode: 36009,
      message: 'This authorization code has been used.',
    })
  })

  test('of two that exchange it at once, one gets a token', async () => {
    const text = await code()
    const answers = await Promise.all([exchange(text), exchange(text), exchange(text)])
    expect(answers.map(one => one.status).sort()).toEqual([200, 400, 400])
    expect(answers.filter(one => one.status === 400).map(one => one.body.error.error_subcode)).toEqual([36009, 36009])
  })

  test('a person gets a token for two hours, and says how long in seconds', async () => {
    expect((await exchange(await code({ kind: 'USER' }))).body.expires_in).toBe(7200)
    expect(
      (await exchange(await code({ kind: 'BUSINESS', account_ids: ['1'], token_expires_in: 60 }))).body,
    ).toMatchObject({
      expires_in: 60,
    })
  })

  test('it lives thirty seconds', async () => {
    const kept = await code()
    const late = await code()
    await w.advance('29s')
    expect((await exchange(kept)).status).toBe(200)
    await w.advance('1s')
    expect((await exchange(late)).body.error).toMatchObject({
      code: 100,
      error_subcode: 36007,
      message: 'This authorization code has expired.',
    })
  })

  test('the redirect_uri has to be the one of the dialog', async () => {
    const redirect_uri = 'https://www.luckyshrub.com/done'
    const text = await code({ redirect_uri })
    expect((await exchange(text)).body.error).toMatchObject({ code: 100, error_subcode: 36008 })
    expect((await exchange(text, { redirect_uri: `${redirect_uri}/` })).body.error.error_subcode).toBe(36008)
    expect((await exchange(text, { redirect_uri })).status).toBe(200)
  })

  test('another app cannot use it', async () => {
    const other = await w.control('POST', 'apps', { name: 'Other', business_id: w.landline.business_id })
    const { body } = await oauth('access_token', {
      client_id: other.body.id,
      client_secret: other.body.app_secret,
      code: await code(),
    })
    expect(body.error.error_subcode).toBe(36008)
  })
})

describe('secrets and proofs', () => {
  test('a long-lived token has the reach of the one it was exchanged for', async () => {
    const { access_token } = await issue({ kind: 'USER', scopes: ['whatsapp_business_messaging'], expires_in: 60 })
    const asked = { ...credentials(), grant_type: 'fb_exchange_token', fb_exchange_token: access_token }
    const { body } = await oauth('access_token', asked)
    expect(body).toMatchObject({ token_type: 'bearer', expires_in: 5_184_000 })
    expect((await debug(body.access_token)).data).toMatchObject({
      type: 'USER',
      scopes: ['whatsapp_business_messaging'],
    })
    await w.control('POST', 'tokens/end', { token: access_token, because: 'logged_out' })
    expect((await oauth('access_token', asked)).body.error).toMatchObject({ code: 190, error_subcode: 467 })
  })

  test('another app may not look at a token', async () => {
    const other = (await w.control('POST', 'apps', { name: 'Other', business_id: w.landline.business_id })).body
    const { error } = await debug(w.landline.access_token, bearer(`${other.id}|${other.app_secret}`))
    expect(error).toMatchObject({
      code: 100,
      message: '(#100) The App_id in the input_token did not match the Viewing App',
    })
  })

  test('a system user gets a token by its proof, for the permissions it asks for', async () => {
    const path = `${w.landline.business_id}/system_users`
    const { id } = (await w.graph('POST', path, { name: 'Bread bot', role: 'EMPLOYEE' })).body
    const proof = createHmac('sha256', w.landline.app_secret).update(w.landline.access_token).digest('hex')
    const asked = { business_app: w.landline.app_id, scope: 'whatsapp_business_messaging', appsecret_proof: proof }
    const { body } = await w.graph('POST', `${id}/access_tokens`, asked)
    expect((await debug(body.access_token)).data).toMatchObject({
      type: 'SYSTEM_USER',
      user_id: id,
      scopes: ['whatsapp_business_messaging'],
      expires_at: 0,
    })
    const { appsecret_proof, ...unproved } = asked
    expect((await w.graph('POST', `${id}/access_tokens`, unproved)).body.error.message).toBe(
      '(#100) The parameter appsecret_proof is required.',
    )
    const short = await w.graph('POST', `${id}/access_tokens`, { ...asked, set_token_expires_in_60_days: true })
    const { data } = await debug(short.body.access_token)
    expect(data.expires_at - data.issued_at).toBe(60 * 24 * 3600)
    const foreign = await w.graph('POST', `${id}/access_tokens`, { ...asked, business_app: '1' })
    expect(foreign.body.error.code).toBe(100)
  })

  test('an app that requires a proof is not called without', async () => {
    await w.control('POST', `apps/${w.landline.app_id}/settings`, { require_proof: true })
    const { status, body } = await w.graph('GET', 'me')
    expect(status).toBe(400)
    expect(body.error).toMatchObject({
      code: 100,
      type: 'GraphMethodException',
      message: 'API calls from the server require an appsecret_proof argument',
    })
    const proof = createHmac('sha256', w.landline.app_secret).update(w.landline.access_token).digest('hex')
    expect((await w.graph('GET', `me?appsecret_proof=${proof}`)).status).toBe(200)
    const other = (await w.control('POST', 'tokens', {})).body.access_token
    const batch = [
      { method: 'GET', relative_url: 'me' },
      { method: 'GET', relative_url: 'me', access_token: other },
    ]
    const answers = (await w.graph('POST', '', { batch, appsecret_proof: proof })).body
    expect(answers.map((one: { code: number }) => one.code)).toEqual([200, 400])
    await w.control('POST', `apps/${w.landline.app_id}/settings`, { require_proof: false })
  })

  test('a rotated secret signs, proves and is the app token; the old one is worth nothing', async () => {
    const { body } = await w.control('POST', `apps/${w.landline.app_id}/rotate_secret`)
    expect(body.app_secret).toMatch(/^[0-9a-f]{32}$/)
    expect((await w.graph('GET', 'app', undefined, w.appToken)).body.error.code).toBe(190)
    expect((await w.graph('GET', 'app', undefined, bearer(`${w.landline.app_id}|${body.app_secret}`))).status).toBe(200)
    bot.notifications.length = 0
    await w.sends(hello)
    await w.advance('1s')
    expect(bot.notifications.length).toBeGreaterThan(0)
    for (const one of bot.notifications) {
      expect(isSigned(one, body.app_secret)).toBe(true)
      expect(isSigned(one, w.landline.app_secret)).toBe(false)
    }
    await w.control('POST', 'world/reset', {})
    expect((await w.graph('GET', 'app', undefined, bearer(`${w.landline.app_id}|${body.app_secret}`))).status).toBe(200)
  })
})
