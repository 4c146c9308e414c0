import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rawCall, requestBytes } from '../fuzz/raw.ts'
import { uploaded } from '../media.ts'
import { world } from '../world.ts'

/* Requests in every form that HTTP knows. */

let w: Awaited<ReturnType<typeof world>>
let number: string
let bearer: [string, string]
beforeAll(async () => {
  w = await world()
  number = `/v25.0/${w.landline.phone_number_id}`
  bearer = ['authorization', `Bearer ${w.landline.access_token}`]
})
afterAll(() => w.landline.close())

const raw = async (method: string, target: string, headers: [string, string][] = [bearer]) => {
  const answer = await rawCall(w.landline.url, requestBytes(method, target, headers, new Uint8Array()))
  return { ...answer, head: answer.head.toLowerCase() }
}

describe('a target with scheme and host', () => {
  test('is the path behind them', async () => {
    const { status, body } = await raw('GET', `http://127.0.0.1:4400${number}?fields=id`)
    expect(status).toBe(200)
    expect(JSON.parse(body)).toEqual({ id: w.landline.phone_number_id })
    expect((await raw('GET', `HTTP://graph.facebook.com?ids=${w.landline.waba_id}&fields=id`)).status).toBe(200)
  })

  test.each(['http://127.0.0.1/control/clock', '/%63ontrol/clock', '/control/clock'])(
    '%s is not open to pages of other sites',
    async target => {
      const { status, head } = await raw('GET', target, [])
      expect(status).toBe(200)
      expect(head).not.toContain('access-control-allow-origin')
      const preflight = await raw('OPTIONS', target, [['origin', 'https://evil.example']])
      expect(preflight.status).toBe(403)
      expect(preflight.head).not.toContain('access-control-allow-origin')
    },
  )
})

describe('HEAD', () => {
  test('tells what GET would, without the body', async () => {
    const url = `${w.landline.url}${number}?fields=id&access_token=${w.landline.access_token}`
    const [got, head] = [await fetch(url), await fetch(url, { method: 'HEAD' })]
    expect(head.status).toBe(200)
    for (const name of ['etag', 'content-length', 'content-type', 'facebook-api-version'])
      expect(head.headers.get(name)).toBe(got.headers.get(name))
    expect(await head.text()).toBe('')
    const unknown = await fetch(`${w.landline.url}/v25.0/404404?access_token=${w.landline.access_token}`, {
      method: 'HEAD',
    })
    expect(unknown.status).toBe(400)
  })

  test('tells the type and size of a file', async () => {
    const id = await uploaded(w, 'text/plain', Buffer.from('hello'))
    const { url } = (await w.graph('GET', id)).body
    const { status, head, body } = await raw('HEAD', url.slice(w.landline.url.length))
    expect(status).toBe(200)
    expect(head).toContain('content-type: text/plain')
    expect(head).toContain('content-length: 5')
    expect(body).toBe('')
  })
})

test('HEAD of the live feed, which has no end, is refused', async () => {
  expect((await raw('HEAD', '/control/live', [])).status).toBe(404)
})

test('ids= at the root is a call, and the root alone is the start page', async () => {
  const { status, body } = await raw('GET', `/?ids=${w.landline.phone_number_id}&fields=id`)
  expect(status).toBe(200)
  expect(JSON.parse(body)).toEqual({ [w.landline.phone_number_id]: { id: w.landline.phone_number_id } })
  expect((await raw('GET', '/')).head).toContain('content-type: text/')
})

describe('bytes that are no request', () => {
  test.each([
    ['GARBAGE\r\n\r\n', 400, 'Invalid request.'],
    [`GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`, 431, 'larger than 32768 bytes'],
  ])('are answered in the envelope, too (%#)', async (bytes, status, message) => {
    const answer = await rawCall(w.landline.url, Buffer.from(bytes))
    expect(answer.status).toBe(status)
    expect(answer.head.toLowerCase()).toContain('www-authenticate: oauth "facebook platform" "invalid_request"')
    expect(JSON.parse(answer.body).error).toEqual({
      message: expect.stringContaining(message),
      type: 'OAuthException',
      code: 1,
      fbtrace_id: expect.stringMatching(/^A[\w-]{22}$/),
    })
  })
})

describe('a long answer', () => {
  const long = '?metadata=1'
  const unzipped = (body: string) => JSON.parse(gunzipSync(Buffer.from(body, 'latin1')).toString())

  test.each(['gzip', 'deflate, GZIP;q=0.8, br', '*'])('is compressed for who takes %s', async accepted => {
    const bytes = requestBytes('GET', number + long, [bearer, ['accept-encoding', accepted]], new Uint8Array())
    const { head, body } = await rawCall(w.landline.url, bytes, 'latin1')
    expect(head.toLowerCase()).toContain('content-encoding: gzip')
    expect(head.toLowerCase()).toContain('vary: accept-encoding')
    expect(unzipped(body).metadata.type).toBe('whatsappbusinessphonenumber')
  })

  test.each(['identity', 'br', 'gzip;q=0', ''])('is not for who says "%s"', async accepted => {
    const { head, body } = await raw('GET', number + long, [bearer, ['accept-encoding', accepted]])
    expect(head).not.toContain('content-encoding')
    expect(JSON.parse(body).metadata.fields.length).toBeGreaterThan(10)
  })

  test('keeps the tag of its text', async () => {
    const url = `${w.landline.url}${number}${long}&access_token=${w.landline.access_token}`
    const response = await fetch(url)
    const tag = createHash('sha1').update(await response.text())
    expect(response.headers.get('etag')).toBe(`"${tag.digest('hex')}"`)
  })

  test('a short one is not', async () => {
    expect((await raw('GET', `${number}?fields=id`, [bearer, ['accept-encoding', 'gzip']])).head).not.toContain(
      'content-encoding',
    )
  })
})

describe('links in answers', () => {
  const next = async (headers: Record<string, string>): Promise<string> => {
    const asked = { authorization: `Bearer ${w.landline.access_token}`, ...headers }
    await w.graph('POST', `${w.landline.waba_id}/message_templates`, {
      name: 'second',
      language: 'en_US',
      category: 'UTILITY',
      components: [{ type: 'BODY', text: 'Your order is ready.' }],
    })
    const { body } = await w.graph('GET', `${w.landline.waba_id}/message_templates?limit=1`, undefined, asked)
    return new URL(body.paging.next).origin
  }

  test('lead to where the server was called', async () => {
    expect(await next({})).toBe(w.landline.url)
  })

  test('lead to the proxy in front of it, which speaks TLS', async () => {
    const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'graph.lucky-shrub.example' }
    expect(await next(forwarded)).toBe('https://graph.lucky-shrub.example')
    expect(await next({ 'x-forwarded-proto': 'https, http' })).toBe(w.landline.url.replace('http:', 'https:'))
    expect(await next({ 'x-forwarded-proto': 'gopher', 'x-forwarded-host': '"><script>' })).toBe(w.landline.url)
  })
})

test('a page may send any header that its preflight asks for', async () => {
  const headers: [string, string][] = [
    ['origin', 'https://lucky-shrub.example'],
    ['access-control-request-method', 'POST'],
    ['access-control-request-headers', 'authorization,if-none-match,x-sdk'],
  ]
  const { status, head } = await raw('OPTIONS', number, headers)
  expect(status).toBe(204)
  expect(head).toContain('access-control-allow-origin: *')
  expect(head).toContain('access-control-allow-headers: authorization,if-none-match,x-sdk')
})
