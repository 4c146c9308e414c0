import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { Readable } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MEGABYTE } from '../../src/domain/messaging/media-types.ts'
import { carried } from '../media.ts'
import { type Site, site } from '../site.ts'
import { world } from '../world.ts'

/* Client and server are one process here, so that what both hold of a file at once counts. */

const SIZE = 100 * MEGABYTE
/** What may be held of a file at once, by client and server, with what is collected a little later. */
const MOST = 48 * MEGABYTE
const CHUNK = Buffer.alloc(MEGABYTE, 'x')
/** Looking takes a while, so it is done this often only. */
const EVERY = 25 * MEGABYTE

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

let w: Awaited<ReturnType<typeof world>>
let shop: Site
beforeAll(async () => {
  w = await world()
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
})

let peak = 0
/** Looks at what is still held once everything that is not has been collected. */
const look = () => {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  peak = Math.max(peak, heapUsed + external)
}

/** A document of 100 MB that is never there as a whole. */
function* file(): Generator<Buffer> {
  const head = Buffer.from('%PDF-1.4\n')
  yield head
  for (let left = SIZE - head.length; left > 0; left -= CHUNK.length) {
    if (left < SIZE && left % EVERY < CHUNK.length) look()
    yield CHUNK.subarray(0, left)
  }
}

const hash = () => {
  const sum = createHash('sha256')
  for (const chunk of file()) sum.update(chunk)
  return sum.digest('hex')
}

/** Bytes of memory beyond what was held before, at most. */
async function held(work: () => Promise<unknown>): Promise<number> {
  peak = 0
  look()
  const before = peak
  await work()
  return peak - before
}

test('a document of 100 MB is uploaded and downloaded without lying in memory', async () => {
  let id = ''
  const work = async () => {
    id = await upload()
  }
  expect(await held(work)).toBeLessThan(MOST)
  const { body } = await w.graph('GET', id)
  expect(body).toMatchObject({ file_size: SIZE, sha256: hash() })
  const sum = createHash('sha256')
  const download = async () => {
    const response = await fetch(body.url, { headers: { authorization: `Bearer ${w.landline.access_token}` } })
    let seen = 0
    for await (const chunk of response.body!) {
      if (seen % EVERY > (seen + chunk.length) % EVERY) look()
      seen += chunk.length
      sum.update(chunk)
    }
  }
  expect(await held(download)).toBeLessThan(MOST)
  expect(sum.digest('hex')).toBe(body.sha256)
}, 60_000)

test('so it is with one that a link leads to', async () => {
  await w.says('Hello')
  const document = { link: `${shop.url}/catalog.pdf`, filename: 'catalog.pdf' }
  expect(
    await held(async () => expect(await carried(w, { type: 'document', document })).toBe('delivered')),
  ).toBeLessThan(MOST)
}, 60_000)

test('and with one that comes in pieces', async () => {
  const params = { file_length: SIZE, file_type: 'application/pdf' }
  const session = (await w.graph('POST', `${w.landline.app_id}/uploads`, params)).body.id
  let answer: { h?: string } = {}
  const work = async () => {
    answer = (await post(session, { file_offset: '0' }, Readable.from(file()))) as { h: string }
  }
  expect(await held(work)).toBeLessThan(MOST)
  expect(answer.h).toMatch(/^4:/)
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
