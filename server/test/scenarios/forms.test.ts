import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requestBytes } from '../fuzz/raw.ts'
import { png } from '../media.ts'
import { world } from '../world.ts'

/* Bodies as libraries of many languages write them. */

const data = mkdtempSync(join(tmpdir(), 'landline-forms-'))
let w: Awaited<ReturnType<typeof world>>
beforeAll(async () => {
  w = await world({ memory: false, data })
})
afterAll(async () => {
  await w.landline.close()
  rmSync(data, { recursive: true })
})

async function post(body: RequestInit['body'], type?: string, edge = 'messages') {
  const response = await fetch(`${w.landline.url}/v25.0/${w.landline.phone_number_id}/${edge}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${w.landline.access_token}`, ...(type ? { 'content-type': type } : {}) },
    body,
  })
  // biome-ignore lint/suspicious/noExplicitAny: tests read into answers freely
  return { status: response.status, body: (await response.json()) as any }
}

const NESTED = [
  ['messaging_product', 'whatsapp'],
  ['to', '16505551234'],
  ['type', 'interactive'],
  ['interactive[type]', 'button'],
  ['interactive[body][text]', 'Which day?'],
  ['interactive[action][buttons][0][type]', 'reply'],
  ['interactive[action][buttons][0][reply][id]', 'mon'],
  ['interactive[action][buttons][0][reply][title]', 'Monday'],
  ['interactive[action][buttons][1][type]', 'reply'],
  ['interactive[action][buttons][1][reply][id]', 'tue'],
  ['interactive[action][buttons][1][reply][title]', 'Tuesday'],
] as const

describe('names that are nested, as PHP writes them', () => {
  const form = new FormData()
  for (const [name, value] of NESTED) form.set(name, value)
  test.each<[string, RequestInit['body']]>([
    ['a form', new URLSearchParams(NESTED.map(pair => [...pair]))],
    ['a multipart form', form],
  ])('build objects and lists in %s', async (_, body) => {
    await w.says('Hello')
    expect((await post(body)).status).toBe(200)
    await w.advance('5s')
    const latest = (await w.control('GET', `customers/${w.landline.customer}/inbox?limit=1`)).body.data[0]
    expect(latest.content.action.buttons.map((button: { reply: { title: string } }) => button.reply.title)).toEqual([
      'Monday',
      'Tuesday',
    ])
  })

  test('in a query, too', async () => {
    const number = `${w.landline.phone_number_id}?fields[0]=verified_name&fields[1]=status`
    expect(Object.keys((await w.graph('GET', number)).body)).toEqual(['verified_name', 'status', 'id'])
    const filter = 'filtering[0][field]=account_mode&filtering[0][operator]=EQUAL&filtering[0][value]=LIVE'
    expect((await w.graph('GET', `${w.landline.waba_id}/phone_numbers?${filter}`)).body.data).toEqual([])
  })
})

const JSON_TEXT = JSON.stringify({ messaging_product: 'whatsapp', to: '16505551234', text: { body: 'hi' } })
const FORM_TEXT = new URLSearchParams({ messaging_product: 'whatsapp', to: '16505551234', text: '{"body":"hi"}' })

test.each([
  ['Application/JSON; Charset=UTF-8', JSON_TEXT],
  ['APPLICATION/X-WWW-FORM-URLENCODED', FORM_TEXT.toString()],
  ['application/json;', JSON_TEXT],
])('%s is read, whatever its letters', async (type, body) => {
  expect((await post(body, type)).status).toBe(200)
})

test.each(['text/plain', 'json', ';;;', ' ', 'application/', 'multipart/form-data'])(
  'under the type "%s" nothing is read, so the first parameter is missing',
  async type => {
    const { status, body } = await post(JSON_TEXT, type)
    expect(status).toBe(400)
    expect(body.error.message).toBe('(#100) The parameter messaging_product is required.')
  },
)

describe('a multipart form', () => {
  const withField = (text: string): FormData => {
    const form = new FormData()
    form.set('messaging_product', 'whatsapp')
    form.set('to', w.landline.customer)
    form.set('text', JSON.stringify({ body: 'hi' }))
    form.set('ignored', text)
    return form
  }

  test('is not cut short in silence when a field is too large', async () => {
    expect((await post(withField('x'.repeat(1024 * 1024)))).status).toBe(200)
    const { status, body } = await post(withField('x'.repeat(1024 * 1024 + 1)))
    expect(status).toBe(413)
    expect(body.error).toMatchObject({ code: 1, message: expect.stringContaining('1048576 bytes') })
  })

  test('has at most 200 fields', async () => {
    const many = (count: number) => {
      const form = withField('x')
      for (let at = 4; at < count; at++) form.set(`f${at}`, 'x')
      return form
    }
    expect((await post(many(200))).status).toBe(200)
    expect((await post(many(201))).status).toBe(413)
  })

  test('has at most 50 files, and of a refused form none stays', async () => {
    const before = files()
    const many = (count: number) => {
      const form = withField('x')
      for (let at = 0; at < count; at++) form.append(`file${at}`, new Blob(['x'], { type: 'text/plain' }), 'x.txt')
      return form
    }
    expect((await post(many(50))).status).toBe(200)
    expect((await post(many(51))).status).toBe(413)
    await expect.poll(() => files()).toBe(before)
    await expect.poll(() => files('blobs/tmp')).toBe(0)
  })

  const files = (folder = 'blobs') =>
    existsSync(join(data, folder)) ? readdirSync(join(data, folder)).filter(name => name !== 'tmp').length : 0

  test('of two files of one name, keeps the last', async () => {
    const before = files()
    const form = new FormData()
    form.set('messaging_product', 'whatsapp')
    for (let at = 0; at < 2; at++)
      form.append('file', new Blob([Uint8Array.from(png())], { type: 'image/png' }), `${at}.png`)
    expect((await post(form, undefined, 'media')).status).toBe(200)
    expect(files()).toBe(before + 1)
  })

  test('that breaks off leaves no bytes behind', async () => {
    const part = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\nabc'
    const headers: [string, string][] = [
      ['content-type', 'multipart/form-data; boundary=b'],
      ['content-length', '100000'],
    ]
    const head = requestBytes('POST', `/v25.0/${w.landline.phone_number_id}/media`, headers, new Uint8Array())
    const { hostname, port } = new URL(w.landline.url)
    const line = connect(Number(port), hostname)
    line.write(Buffer.concat([head, Buffer.from(part)]))
    await expect.poll(() => files('blobs/tmp')).toBe(1)
    line.destroy()
    await expect.poll(() => files('blobs/tmp')).toBe(0)
  })
})
