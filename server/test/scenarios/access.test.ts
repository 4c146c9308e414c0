import { beforeAll, describe, expect, test } from 'vitest'
import { fileWorld } from '../shared-world.ts'
import { text } from '../world.ts'

let messages: string
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const issue = async (wanted: object): Promise<string> => (await w.control('POST', 'tokens', wanted)).body.access_token
const send = (token: string) =>
  w.graph('POST', messages, { messaging_product: 'whatsapp', to: w.landline.customer, ...text('hi') }, bearer(token))

const w = await fileWorld()
beforeAll(async () => {
  messages = `${w.landline.phone_number_id}/messages`
})

describe('tokens', () => {
  test('a call without one is refused with 104', async () => {
    const { status, body } = await w.graph('GET', w.landline.waba_id, undefined, {})
    expect(status).toBe(401)
    expect(body.error).toMatchObject({ code: 104, message: 'An access token is required to request this resource.' })
  })

  test('garbage is refused with 190', async () => {
    const { status, body } = await send('nonsense')
    expect(status).toBe(401)
    expect(body.error).toMatchObject({ code: 190, message: 'Invalid OAuth access token - Cannot parse access token' })
  })

  test('one may come in the query or in the body', async () => {
    const { access_token } = w.landline
    expect((await w.graph('GET', `me?access_token=${access_token}`, undefined, {})).status).toBe(200)
    const body = { messaging_product: 'whatsapp', to: w.landline.customer, ...text('hi'), access_token }
    expect((await w.graph('POST', messages, body, {})).status).toBe(200)
  })

  test('an expired one is refused with 190/463, and debug_token says so', async () => {
    const token = await issue({ expires_in: 60 })
    expect((await send(token)).status).toBe(200)
    await w.advance('61s')
    expect((await send(token)).body.error).toMatchObject({ code: 190, error_subcode: 463 })
    const debugged = await w.graph('GET', `debug_token?input_token=${token}`, undefined, w.appToken)
    expect(debugged.body.data).toMatchObject({ is_valid: false, type: 'SYSTEM_USER', error: { code: 190 } })
  })

  test('one without the permission to send cannot send', async () => {
    const { status, body } = await send(await issue({ scopes: ['whatsapp_business_management'] }))
    expect(status).toBe(403)
    expect(body.error).toMatchObject({
      code: 200,
      message:
        '(#200) You do not have the necessary permissions to send messages on behalf of this WhatsApp Business Account',
    })
  })

  test('one for another account sees nothing here', async () => {
    const { body } = await send(await issue({ account_ids: ['1234567890'] }))
    expect(body.error).toMatchObject({ code: 100, error_subcode: 33, type: 'GraphMethodException' })
  })

  test('the credentials of an app are exchanged for its own token', async () => {
    const { app_id, app_secret } = w.landline
    const query = `client_id=${app_id}&client_secret=${app_secret}&grant_type=client_credentials`
    const { body } = await w.call('GET', `/oauth/access_token?${query}`)
    expect(body).toEqual({ access_token: `${app_id}|${app_secret}`, token_type: 'bearer' })
  })

  test('a wrong appsecret_proof is refused', async () => {
    const { body } = await w.graph('GET', 'me?appsecret_proof=abc')
    expect(body.error.message).toBe('Invalid appsecret_proof provided in the API argument')
  })
})

describe('reading', () => {
  test('fields come in the order asked for, and the id always', async () => {
    const { body } = await w.graph('GET', `${w.landline.waba_id}?fields=currency,name`)
    expect(Object.keys(body)).toEqual(['currency', 'name', 'id'])
  })

  test('edges are read inside a node', async () => {
    const { body } = await w.graph(
      'GET',
      `${w.landline.business_id}?fields=name,owned_whatsapp_business_accounts.limit(1){name,phone_numbers{verified_name}}`,
    )
    const [account] = body.owned_whatsapp_business_accounts.data
    expect(account.phone_numbers.data[0]).toEqual({ verified_name: 'Lucky Shrub', id: w.landline.phone_number_id })
  })

  test('pages are walked by cursor and by link, forth and back', async () => {
    for (const name of ['one', 'two', 'three']) {
      await w.graph('POST', `${w.landline.waba_id}/message_templates`, {
        name,
        language: 'en_US',
        category: 'UTILITY',
        components: [{ type: 'BODY', text: `Here is your bread, number ${name}.` }],
      })
    }
    const edge = `${w.landline.waba_id}/message_templates`
    const first = await w.graph('GET', `${edge}?limit=2&fields=name`)
    expect(first.body.data).toHaveLength(2)
    expect(first.body.paging.previous).toBeUndefined()
    const second = (await (await fetch(first.body.paging.next)).json()) as typeof first.body
    expect(second.data).toHaveLength(2)
    expect(second.paging.next).toBeUndefined()
    const back = await w.graph('GET', `${edge}?limit=2&fields=name&before=${second.paging.cursors.before}`)
    expect(back.body.data).toEqual(first.body.data)
  })

  test('a cursor that was never given out is refused', async () => {
    const { body } = await w.graph('GET', `${w.landline.waba_id}/message_templates?after=nonsense`)
    expect(body.error.code).toBe(100)
  })
})

test('the log of requests shows no token and no secret, wherever it stood', async () => {
  const { access_token, app_id, app_secret, waba_id } = w.landline
  await w.graph('GET', `${waba_id}?fields=message_templates.limit(1){id}&access_token=${access_token}`, undefined, {})
  await w.graph('POST', `${waba_id}?method=get`, { access_token, fields: 'id' }, {})
  const exchange = `client_id=${app_id}&client_secret=${app_secret}&grant_type=fb_exchange_token`
  const { body } = await w.call('GET', `/oauth/access_token?${exchange}&fb_exchange_token=${access_token}`)
  await w.graph('GET', `debug_token?input_token=${body.access_token}`)
  const log = JSON.stringify((await w.control('GET', 'requests?limit=10')).body)
  expect(log).toContain(waba_id)
  for (const secret of [access_token, app_secret, body.access_token]) expect(log).not.toContain(secret)
})
