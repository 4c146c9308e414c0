import { beforeAll, describe, expect, test } from 'vitest'
import { fileWorld } from '../shared-world.ts'
import { text } from '../world.ts'

let send: string
const form = (to: string, body: string): string =>
  new URLSearchParams({ messaging_product: 'whatsapp', to, text: JSON.stringify({ body }), type: 'text' }).toString()
const batch = async (items: object[], more: object = {}) => (await w.graph('POST', '', { batch: items, ...more })).body

const w = await fileWorld()
beforeAll(async () => {
  send = `${w.landline.phone_number_id}/messages`
})

describe('a batch', () => {
  test('answers each call in its place, with status, headers and a body of JSON text', async () => {
    const [read, sent, wrong] = await batch([
      { method: 'GET', relative_url: `${w.landline.waba_id}?fields=name` },
      { method: 'POST', relative_url: `v23.0/${send}`, body: form(w.landline.customer, 'one of a batch') },
      { method: 'GET', relative_url: '404404' },
    ])
    expect(read.code).toBe(200)
    expect(JSON.parse(read.body)).toEqual({ name: 'Lucky Shrub', id: w.landline.waba_id })
    expect(read.headers).toContainEqual({ name: 'facebook-api-version', value: 'v25.0' })
    expect(sent.headers).toContainEqual({ name: 'facebook-api-version', value: 'v23.0' })
    expect(JSON.parse(sent.body).messages[0].id).toMatch(/^wamid\./)
    expect(wrong.code).toBe(400)
    expect(JSON.parse(wrong.body).error).toMatchObject({ code: 100, error_subcode: 33 })
  })

  test('may be JSON text in a form, with the token beside it, and without headers', async () => {
    const body = new URLSearchParams({
      access_token: w.landline.access_token,
      include_headers: 'false',
      batch: JSON.stringify([{ method: 'GET', relative_url: '/me?fields=id' }]),
    })
    const response = await fetch(`${w.landline.url}/v25.0/`, { method: 'POST', body })
    const [me] = (await response.json()) as { code: number }[]
    expect(Object.keys(me!)).toEqual(['code', 'body'])
    expect(me!.code).toBe(200)
  })

  test.each([false, 'false', 0, '0'])('has no headers when include_headers is %j', async include_headers => {
    const [me] = await batch([{ method: 'GET', relative_url: 'me' }], { include_headers })
    expect(Object.keys(me)).toEqual(['code', 'body'])
  })

  test('takes null for a member that has no value', async () => {
    const unset = { body: null, name: null, depends_on: null, attached_files: null, headers: null, access_token: null }
    const [me] = await batch([{ method: 'GET', relative_url: 'me', omit_response_on_success: null, ...unset }])
    expect(me.code).toBe(200)
  })

  test('tells its own version, which those of its calls that name none have, too', async () => {
    const url = `/v20.0/?access_token=${w.landline.access_token}`
    const { headers, body } = await w.call('POST', url, { batch: [{ method: 'GET', relative_url: 'me' }] })
    expect(headers.get('facebook-api-version')).toBe('v20.0')
    expect(body[0].headers).toContainEqual({ name: 'facebook-api-version', value: 'v20.0' })
  })

  test('lets a call use what an earlier one answered, whose own answer is then left out', async () => {
    const [numbers, several] = await batch([
      { method: 'GET', name: 'numbers', relative_url: `${w.landline.waba_id}/phone_numbers` },
      { method: 'GET', relative_url: '?ids={result=numbers:$.data.*.id}&fields=display_phone_number' },
    ])
    expect(numbers).toBeNull()
    expect(JSON.parse(several.body)[w.landline.phone_number_id].display_phone_number).toBe('+1 555-078-3881')
    const kept = await batch([
      { method: 'GET', name: 'me', relative_url: 'me', omit_response_on_success: false },
      { method: 'GET', relative_url: '{result=me:$.id}' },
    ])
    expect(kept.map((one: { code: number }) => one.code)).toEqual([200, 200])
  })

  test('a reference that leads to nothing is an empty identifier', async () => {
    const [, second] = await batch([
      { method: 'GET', name: 'me', relative_url: 'me' },
      { method: 'GET', relative_url: '?ids={result=me:$.friends.*.id}' },
    ])
    expect(second.code).toBe(400)
    expect(JSON.parse(second.body).error).toMatchObject({ code: 2500, message: 'Cannot specify an empty identifier' })
  })

  test('a call that depends on one that failed is not made', async () => {
    const sent = async () => (await w.control('GET', 'events?type=message.accepted')).body.data.length
    const before = await sent()
    const [first, second] = await batch([
      { method: 'POST', name: 'first', relative_url: send, body: 'messaging_product=whatsapp' },
      { method: 'POST', depends_on: 'first', relative_url: send, body: form(w.landline.customer, 'never') },
    ])
    expect(first.code).toBe(400)
    expect(second).toBeNull()
    expect(await sent()).toBe(before)
  })

  test('a call may have JSON as its body, and a token of its own', async () => {
    const token = (await w.control('POST', 'tokens', { scopes: ['whatsapp_business_management'] })).body.access_token
    const json = JSON.stringify({ messaging_product: 'whatsapp', to: w.landline.customer, ...text('in JSON') })
    const item = { method: 'POST', relative_url: send, body: json, headers: ['Content-Type: application/json'] }
    const [sent, refused] = await batch([item, { ...item, access_token: token }])
    expect(sent.code).toBe(200)
    expect(refused.code).toBe(403)
  })

  test('files are parts of the outer body', async () => {
    const body = new FormData()
    const items = [
      {
        method: 'POST',
        relative_url: `${w.landline.phone_number_id}/media`,
        body: 'messaging_product=whatsapp&type=text/plain',
        attached_files: 'note',
      },
    ]
    body.set('batch', JSON.stringify(items))
    body.set('access_token', w.landline.access_token)
    body.set('note', new Blob(['Water twice a week.'], { type: 'text/plain' }), 'note.txt')
    const [uploaded] = (await (await fetch(w.landline.url, { method: 'POST', body })).json()) as { body: string }[]
    expect(JSON.parse(uploaded!.body).id).toMatch(/^\d+$/)
  })

  test.each([
    ['no list', 'hello', 'batch parameter must be a JSON array'],
    ['an item without a URL', [{ method: 'GET' }], 'batch parameter must be a JSON array'],
    [
      '51 calls',
      Array.from({ length: 51 }, () => ({ method: 'GET', relative_url: 'me' })),
      'Too many requests in batch message. Maximum batch size is 50',
    ],
    [
      'a call that depends on a later one',
      [{ method: 'GET', relative_url: 'me', depends_on: 'f' }],
      'Request 0 cannot depend on an unresolved request with name f. Requests can only depend on preceding requests',
    ],
  ])('%s is refused as a whole', async (_, items, message) => {
    const { status, body } = await w.graph('POST', '', { batch: items })
    expect(status).toBe(400)
    expect(body.error).toMatchObject({ type: 'GraphBatchException', message })
  })

  test('50 calls are taken, in order', async () => {
    const answers = await batch(Array.from({ length: 50 }, () => ({ method: 'GET', relative_url: 'me?fields=id' })))
    expect(answers).toHaveLength(50)
  })

  test('without a token it is refused', async () => {
    const { body } = await w.graph('POST', '', { batch: [{ method: 'GET', relative_url: 'me' }] }, {})
    expect(body.error.code).toBe(104)
  })

  test('reaches neither the control operations nor another batch', async () => {
    const inner = JSON.stringify([{ method: 'GET', relative_url: 'me' }])
    const [control, nested] = await batch([
      { method: 'GET', relative_url: 'control/clock' },
      { method: 'POST', relative_url: '', body: new URLSearchParams({ batch: inner }).toString() },
    ])
    expect(control.code).toBe(400)
    expect(nested.code).toBe(400)
  })
})
