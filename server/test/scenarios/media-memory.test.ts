import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MEGABYTE } from '../../src/domain/messaging/media-types.ts'
import { carried } from '../media.ts'
import { type Site, site } from '../site.ts'
import { world } from '../world.ts'

/*
 * What has been sent of a file and is not on disk yet is somewhere in between: in the sockets, and in memory. If that is
 * little at all times, the file never lies in memory.
 */

const SIZE = 100 * MEGABYTE
/** Bytes that may be on their way at once. */
const MOST = 16 * MEGABYTE
const CHUNK = Buffer.alloc(MEGABYTE / 4, 'x')

const data = mkdtempSync(join(tmpdir(), 'landline-memory-'))
let w: Awaited<ReturnType<typeof world>>
let shop: Site
beforeAll(async () => {
  w = await world({ memory: false, data })
  shop = await site({
    '/catalog.pdf': {
      type: 'application/pdf',
      headers: { 'content-length': String(SIZE) },
      body: answer => void Readable.from(file()).pipe(answer),
    },
  })
})
afterAll(async () => {
  await w.landline.close()
  await shop.close()
  rmSync(data, { recursive: true })
})

/** The most that was on its way at once. */
let most = 0

/** Bytes of files that are being written. */
function onDisk(): number {
  const folder = join(data, 'blobs/tmp')
  if (!existsSync(folder)) return 0
  const sizes = readdirSync(folder).map(name => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** A document of 100 MB that is never there as a whole. */
function* file(): Generator<Buffer> {
  const head = Buffer.from('%PDF-1.4\n')
  most = 0
  yield head
  for (let sent = head.length; sent < SIZE; sent += CHUNK.length) {
    most = Math.max(most, sent - onDisk())
    yield CHUNK.subarray(0, SIZE - sent)
  }
}

function hashOfFile(): string {
  const sum = createHash('sha256')
  for (const chunk of file()) sum.update(chunk)
  return sum.digest('hex')
}

test('a document of 100 MB goes to disk as it is uploaded, and comes back whole', async () => {
  const id = await upload()
  expect(most).toBeLessThan(MOST)
  const { body } = await w.graph('GET', id)
  expect(body).toMatchObject({ file_size: SIZE, sha256: hashOfFile() })
  const response = await fetch(body.url, { headers: { authorization: `Bearer ${w.landline.access_token}` } })
  const sum = createHash('sha256')
  for await (const chunk of response.body!) sum.update(chunk)
  expect(sum.digest('hex')).toBe(body.sha256)
}, 60_000)

test('so does one that a link leads to', async () => {
  await w.says('Hello')
  const document = { link: `${shop.url}/catalog.pdf`, filename: 'catalog.pdf' }
  expect(await carried(w, { type: 'document', document })).toBe('delivered')
  expect(most).toBeLessThan(MOST)
}, 60_000)

test('so does one for a handle', async () => {
  const params = { file_length: SIZE, file_type: 'application/pdf' }
  const session = (await w.graph('POST', `${w.landline.app_id}/uploads`, params)).body.id
  expect(await post(session, { file_offset: '0' }, Readable.from(file()))).toEqual({ h: expect.any(String) })
  expect(most).toBeLessThan(MOST)
}, 60_000)

async function upload(): Promise<string> {
  const edge = 'edge-of-a-part'
  function* form() {
    yield `--${edge}\r\nContent-Disposition: form-data; name="messaging_product"\r\n\r\nwhatsapp\r\n`
    yield `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="catalog.pdf"\r\n`
    yield 'Content-Type: application/pdf\r\n\r\n'
    yield* file()
    yield `\r\n--${edge}--\r\n`
  }
  const headers = { 'content-type': `multipart/form-data; boundary=${edge}` }
  const answer = await post(`${w.landline.phone_number_id}/media`, headers, Readable.from(form()))
  return (answer as { id: string }).id
}

function post(path: string, headers: Record<string, string>, body: Readable): Promise<unknown> {
  const authorization = `Bearer ${w.landline.access_token}`
  return new Promise((resolve, reject) => {
    const call = request(`${w.landline.url}/v25.0/${path}`, { method: 'POST', headers: { ...headers, authorization } })
    call.on('error', reject)
    call.on('response', async answer => {
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk as Buffer)
      resolve(JSON.parse(Buffer.concat(chunks).toString()))
    })
    body.pipe(call)
  })
}
