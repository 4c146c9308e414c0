import { afterAll, beforeAll, expect, test } from 'vitest'
import { rawCall, requestBytes } from '../fuzz/raw.ts'
import { world } from '../world.ts'

/* A server that others reach by a name of theirs: in a container, behind a proxy, on another machine. */

const SECRET = 'a secret; with signs in it'
let w: Awaited<ReturnType<typeof world>>
beforeAll(async () => {
  w = await world({ controlSecret: SECRET })
})
afterAll(() => w.landline.close())

/** A call to the server by a name it has never heard of. */
const ask = (path: string, headers: [string, string][] = []) => {
  const bytes = requestBytes('GET', path, headers, new Uint8Array()).toString('latin1')
  return rawCall(w.landline.url, Buffer.from(bytes.replace('host: 127.0.0.1', 'host: landline.example:4400'), 'latin1'))
}
const bearer: [string, string] = ['authorization', `Bearer ${SECRET}`]

test('whoever holds the secret may call by any name', async () => {
  expect((await ask('/control/clock', [bearer])).status).toBe(200)
})

test.each<[string, [string, string][]]>([
  ['without the secret', []],
  ['with another', [['authorization', 'Bearer nonsense']]],
  ['from a page of another site', [bearer, ['origin', 'https://evil.example']]],
])('nobody may call %s', async (_, headers) => {
  expect((await ask('/control/clock', headers)).status).toBe(403)
})

test('a page that is opened with the key keeps the secret as a cookie', async () => {
  const opened = await ask(`/phone?key=${encodeURIComponent(SECRET)}`)
  expect(opened.status).toBe(303)
  const cookie = /set-cookie: ([^;\r]+)/i.exec(opened.head)![1]!
  expect((await ask('/phone', [['cookie', cookie]])).status).not.toBe(403)
  expect((await ask('/control/clock', [['cookie', cookie]])).status).toBe(200)
  expect((await ask('/phone')).status).toBe(403)
})
