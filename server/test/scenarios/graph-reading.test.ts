import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { fileWorld } from '../shared-world.ts'

let waba: string
let number: string
const w = await fileWorld()
beforeAll(async () => {
  waba = w.landline.waba_id
  number = w.landline.phone_number_id
  await w.advance('1m')
  await w.graph('POST', `${waba}/message_templates`, {
    name: 'later',
    language: 'en_US',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: 'Your plants are ready.' }],
  })
})

describe('ids=', () => {
  test('reads several nodes at once, of different kinds, by their ids', async () => {
    const { body } = await w.graph('GET', `?ids=${waba},${number}&fields=id`)
    expect(body).toEqual({ [waba]: { id: waba }, [number]: { id: number } })
  })

  test('reads one edge of several nodes, and links lead to the edge of each', async () => {
    const { body } = await w.graph('GET', `message_templates?ids=${waba}&limit=1&fields=name`)
    expect(body[waba].data).toHaveLength(1)
    const { next } = body[waba].paging
    expect(new URL(next).pathname).toBe(`/v25.0/${waba}/message_templates`)
    expect(new URL(next).searchParams.has('ids')).toBe(false)
    expect((await fetch(next)).status).toBe(200)
  })

  test('one that does not exist refuses the whole call', async () => {
    const { status, body } = await w.graph('GET', `?ids=${waba},404404`)
    expect(status).toBe(400)
    expect(body.error).toMatchObject({ code: 100, error_subcode: 33 })
  })

  test.each([
    ['none', '', 2500, 'Cannot specify an empty identifier'],
    ['51', Array.from({ length: 51 }, (_, i) => i + 1).join(), 100, '(#100) Too many IDs. Maximum: 50. Provided: 51.'],
  ])('%s is refused', async (_, ids, code, message) => {
    const { body } = await w.graph('GET', `?ids=${ids}`)
    expect(body.error).toMatchObject({ code, message })
  })
})

describe('metadata=1', () => {
  test('tells the fields, the type and the edges of a node', async () => {
    const { body } = await w.graph('GET', `${waba}?fields=id&metadata=1`)
    expect(body.id).toBe(waba)
    expect(body.metadata.type).toBe('whatsappbusinessaccount')
    expect(body.metadata.fields.find((field: { name: string }) => field.name === 'currency')).toMatchObject({
      type: 'string',
    })
    expect(body.metadata.connections.phone_numbers).toBe(`${w.landline.url}/v25.0/${waba}/phone_numbers`)
  })
})

describe('summary=', () => {
  test('counts all items of an edge, not those of the page', async () => {
    const all = await w.graph('GET', `${waba}/message_templates?fields=id&limit=100`)
    const { body } = await w.graph('GET', `${waba}/message_templates?fields=id&limit=1&summary=total_count`)
    expect(body.data).toHaveLength(1)
    expect(body.summary).toEqual({ total_count: all.body.data.length })
    expect(all.body.summary).toBeUndefined()
  })

  test('is all there is with limit=0', async () => {
    const { body } = await w.graph('GET', `${waba}/message_templates?summary=total_count&limit=0`)
    expect(body).toEqual({ data: [], summary: { total_count: 2 } })
  })

  test('is a modifier of an edge inside a read, too', async () => {
    const { body } = await w.graph('GET', `${waba}?fields=phone_numbers.limit(1).summary(true).as(numbers){id}`)
    expect(body.numbers.summary.total_count).toBeGreaterThan(0)
  })
})

describe('order', () => {
  test('turns an edge by time round', async () => {
    const ids = async (order: string): Promise<string[]> =>
      (
        await w.graph('GET', `${waba}?fields=message_templates.order(${order}).limit(100){id}`)
      ).body.message_templates.data.map(({ id }: { id: string }) => id)
    const newest = (await ids('reverse_chronological'))[0]
    expect((await ids('chronological')).at(-1)).toBe(newest)
  })
})

describe('fields= of a write', () => {
  test('answers with fields of the node that it made', async () => {
    const { body } = await w.graph('POST', `${waba}/message_templates?fields=name,status`, {
      name: 'written_and_read',
      language: 'en_US',
      category: 'UTILITY',
      components: [{ type: 'BODY', text: 'Your plants are ready.' }],
    })
    expect(body).toEqual({ name: 'written_and_read', status: 'PENDING', id: expect.stringMatching(/^\d+$/) })
  })

  test('that cannot be read do not undo the write, and debug says so', async () => {
    const { status, body } = await w.graph('POST', `${waba}/message_templates?fields=nonsense&debug=all`, {
      name: 'written_all_the_same',
      language: 'en_US',
      category: 'UTILITY',
      components: [{ type: 'BODY', text: 'Your plants are ready.' }],
    })
    expect(status).toBe(200)
    expect(body.status).toBe('PENDING')
    expect(body.__debug__.messages[0]).toMatchObject({ type: 'warning', message: expect.stringContaining('nonsense') })
  })

  test('that do not parse are refused before anything is written', async () => {
    const { status } = await w.graph('POST', `${waba}/message_templates?fields=a{`, {
      name: 'never_written',
      language: 'en_US',
      category: 'UTILITY',
      components: [{ type: 'BODY', text: 'Your plants are ready.' }],
    })
    expect(status).toBe(400)
    expect((await w.graph('GET', `${waba}/message_templates?name=never_written`)).body.data).toEqual([])
  })
})

describe('debug=', () => {
  test('tells that an old version was served as a newer one', async () => {
    const { body } = await w.call('GET', `/v13.0/${waba}?debug=all&fields=id&access_token=${w.landline.access_token}`)
    expect(body.__debug__.messages).toEqual([
      expect.objectContaining({ message: 'The call has been auto-upgraded to v17.0 as v13.0 has been deprecated.' }),
    ])
  })

  test('is empty when there is nothing to say, and absent when it is not asked for', async () => {
    expect((await w.graph('GET', `${waba}?fields=id&debug=warning`)).body.__debug__).toEqual({})
    expect((await w.graph('GET', `${waba}?fields=id`)).body).toEqual({ id: waba })
  })
})

describe('ETag', () => {
  test('is the SHA-1 of the answer, and whoever has it gets 304 without a body', async () => {
    const url = `${w.landline.url}/v25.0/${waba}?fields=id&access_token=${w.landline.access_token}`
    const first = await fetch(url)
    const etag = `"${createHash('sha1')
      .update(await first.text())
      .digest('hex')}"`
    expect(first.headers.get('etag')).toBe(etag)
    const second = await fetch(url, { headers: { 'if-none-match': etag } })
    expect(second.status).toBe(304)
    expect(await second.text()).toBe('')
    expect((await fetch(url, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  })
})

describe('pretty=1', () => {
  test('writes an answer for people', async () => {
    const response = await fetch(
      `${w.landline.url}/v25.0/${waba}?fields=id&pretty=1&access_token=${w.landline.access_token}`,
    )
    expect(await response.text()).toBe(`{\n   "id": "${waba}"\n}`)
  })
})

describe('versions', () => {
  test.each([
    ['v16.0', 'v17.0'],
    ['v3.3', 'v17.0'],
    ['v2.12', 'v17.0'],
    ['v1.0', 'v17.0'],
    ['v25.0', 'v25.0'],
  ])('%s is served as %s', async (asked, served) => {
    const { status, headers } = await w.call('GET', `/${asked}/me?access_token=${w.landline.access_token}`)
    expect(status).toBe(200)
    expect(headers.get('facebook-api-version')).toBe(served)
  })

  test.each(['v26.0', 'v3.4', 'v2.13', 'v4.1', 'v025.0', 'v0.0', 'v25', 'V25.0'])('%s is none', async asked => {
    const { status, body } = await w.call('GET', `/${asked}/me?access_token=${w.landline.access_token}`)
    expect(status).toBe(400)
    expect(body.error).toMatchObject({ code: 2500, message: 'Unknown path components: /me' })
  })
})

describe('fields=', () => {
  test('narrows objects and lists inside a field, as deep as they go', async () => {
    const { body } = await w.graph(
      'GET',
      `${w.landline.phone_number_id}?fields=health_status{can_send_message,entities{entity_type}}`,
    )
    expect(body.health_status).toEqual({
      can_send_message: 'AVAILABLE',
      entities: ['PHONE_NUMBER', 'WABA', 'BUSINESS', 'APP'].map(entity_type => ({ entity_type })),
    })
    const nested = 'message_templates.name(hello_world).limit(1){components{type}}'
    const { data } = (await w.graph('GET', `${waba}?fields=${nested}`)).body.message_templates
    expect(data[0].components).toEqual([{ type: 'HEADER' }, { type: 'BODY' }, { type: 'FOOTER' }])
  })

  test('may be a list as JSON text', async () => {
    const list = encodeURIComponent('["currency","phone_numbers.limit(1){id,status}"]')
    const { body } = await w.graph('GET', `${waba}?fields=${list}`)
    expect(Object.keys(body)).toEqual(['currency', 'phone_numbers', 'id'])
    expect(Object.keys(body.phone_numbers.data[0])).toEqual(['id', 'status'])
  })
})

describe('an edge inside a read', () => {
  const nested = `message_templates.limit(1).as(texts).summary(true){name,status}`
  const follow = async (link: string) => (await w.call('GET', link.slice(w.landline.url.length))).body

  test('pages on by links that lead to the edge, with the same fields', async () => {
    const first = (await w.graph('GET', `${waba}?fields=${nested}`)).body.texts
    const link = new URL(first.paging.next)
    expect(link.pathname).toBe(`/v25.0/${waba}/message_templates`)
    expect(link.searchParams.get('limit')).toBe('1')
    const second = await follow(first.paging.next)
    expect(second.data).toHaveLength(1)
    expect(Object.keys(second.data[0])).toEqual(['name', 'status', 'id'])
    expect(second.data[0].name).not.toBe(first.data[0].name)
    expect(second.summary).toEqual(first.summary)
    const back = await follow(second.paging.previous)
    expect(back.data).toEqual(first.data)
  })

  test('does so at any depth, and with whatever is below it', async () => {
    const deep = `owned_whatsapp_business_accounts{${nested.replace('{', '{components{type},')}}`
    const { body } = await w.graph('GET', `${w.landline.business_id}?fields=${deep}`)
    const { next } = body.owned_whatsapp_business_accounts.data[0].texts.paging
    expect(new URL(next).pathname).toBe(`/v25.0/${waba}/message_templates`)
    expect(Object.keys((await follow(next)).data[0])).toEqual(['components', 'name', 'status', 'id'])
  })
})

test('an edge that is not read says so, as a fault of the method', async () => {
  const { status, body } = await w.graph('GET', `${number}/messages`)
  expect(status).toBe(400)
  expect(body.error).toMatchObject({
    message: 'Unsupported request - method type: get',
    type: 'GraphMethodException',
    code: 100,
  })
})
