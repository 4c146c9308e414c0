import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handle, piece, png, uploaded, uploads, webp } from '../media.ts'
import { world } from '../world.ts'

/* What lies in the folder of bytes is what somebody can still get at. */

const data = mkdtempSync(join(tmpdir(), 'landline-files-'))
let w: Awaited<ReturnType<typeof world>>
beforeAll(async () => {
  w = await world({ memory: false, data })
})
afterAll(async () => {
  await w.landline.close()
  rmSync(data, { recursive: true })
})

function files(): number {
  const folder = join(data, 'blobs')
  return existsSync(folder) ? readdirSync(folder).filter(name => name !== 'tmp').length : 0
}

/** How many files more there are afterwards. */
async function added(work: () => Promise<unknown>): Promise<number> {
  const before = files()
  await work()
  return files() - before
}

const begin = async (length: number): Promise<string> =>
  (await w.graph('POST', `${w.landline.app_id}/uploads`, { file_length: length, file_type: 'image/png' })).body.id

test('an upload that is taken stays, and goes when it is deleted or its time is over', async () => {
  let id = ''
  const take = async () => {
    id = await uploaded(w, 'image/png', png())
  }
  expect(await added(take)).toBe(1)
  const remove = async () => {
    await w.graph('DELETE', id)
    await w.advance('1s')
  }
  expect(await added(remove)).toBe(-1)
  await take()
  expect(await added(() => w.advance('30d'))).toBe(-1)
})

test('a file that is refused, or that nobody asked for, does not stay', async () => {
  const form = new FormData()
  form.set('messaging_product', 'whatsapp')
  form.set('file', new Blob([Uint8Array.from(png())], { type: 'image/png' }))
  const post = (path: string, token: string) =>
    fetch(`${w.landline.url}/v25.0/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    })
  const { access_token, phone_number_id, waba_id } = w.landline
  const wrong = async () => {
    expect((await uploads(w, 'text/csv', png())).status).toBe(400)
    expect((await post(`${phone_number_id}/media`, 'nonsense')).status).toBe(401)
    expect((await post('12345/media', access_token)).status).toBe(400)
    expect((await post(`${phone_number_id}/messages`, access_token)).status).toBe(400)
    expect((await post(`${waba_id}/subscribed_apps`, access_token)).status).toBe(200)
  }
  expect(await added(wrong)).toBe(0)
})

test('bytes with file_offset for something that takes none are refused as if nothing had come', async () => {
  const wrong = async () => {
    for (const path of [`${w.landline.phone_number_id}/messages`, '12345', 'upload:unknown?sig=x']) {
      const { status, body } = await piece(w, path, 0, png())
      expect([status, body.error.code]).toEqual([400, 100])
    }
  }
  expect(await added(wrong)).toBe(0)
})

test('pieces become one file, and wrong ones none', async () => {
  const session = await begin(png().length)
  const whole = async () => {
    await piece(w, session, 0, png().subarray(0, 20))
    await piece(w, session, 5, png())
    await piece(w, session, 20, png())
    expect((await piece(w, session, 20, png().subarray(20))).body).toHaveProperty('h')
    await w.advance('1s')
  }
  expect(await added(whole)).toBe(1)
  expect(await added(() => w.advance('30d'))).toBe(-1)
})

test('what an abandoned session has got goes with it', async () => {
  const session = await begin(1000)
  expect(await added(() => piece(w, session, 0, png()))).toBe(1)
  expect(await added(() => w.advance('24h'))).toBe(-1)
})

test('the picture of a profile is one file, however often it changes', async () => {
  const path = `${w.landline.phone_number_id}/whatsapp_business_profile`
  const shows = async (profile_picture_handle: string) => {
    await w.graph('POST', path, { messaging_product: 'whatsapp', profile_picture_handle })
    await w.advance('1s')
  }
  const first = await handle(w, 'image/png', png())
  const second = await handle(w, 'image/png', png(2, 2))
  expect(await added(() => shows(first))).toBe(1)
  expect(await added(() => shows(second))).toBe(0)
  expect(await added(() => shows('4::unknown'))).toBe(0)
  expect(await added(() => shows(''))).toBe(-1)
})

test('a file that a phone would not send does not stay', async () => {
  const say = () =>
    w.control('POST', `customers/${w.landline.customer}/say`, { video: { data: webp().toString('base64') } })
  expect(await added(say)).toBe(0)
})
