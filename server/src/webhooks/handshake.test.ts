import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { verifyCallback } from './handshake.ts'
import { httpOut } from './http-out.ts'
import { receiver } from './receiver.test-util.ts'

const FAILED = 'Callback verification failed with the following errors:'
const http = httpOut({ allowLoopback: true, allowPrivate: false })
const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function answering(...parameters: Parameters<typeof receiver>) {
  const server = await receiver(...parameters)
  ends.push(server.close)
  return server
}

const verify = (url: string, client = http) =>
  verifyCallback({ url, verifyToken: 'my secret', challenge: '1158201444', http: client })

describe('a callback', () => {
  test('passes when it answers 200 with the challenge', async () => {
    const server = await answering((response, { url }) =>
      response.end(new URL(url, 'http://x').searchParams.get('hub.challenge')),
    )
    expect(await verify(`${server.url}?mine=1`)).toBeUndefined()
    expect(server.received[0]).toMatchObject({
      method: 'GET',
      url: '/hook?mine=1&hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=my+secret',
    })
  })

  test('that is not found fails as the platform words it', async () => {
    const server = await answering(response => response.writeHead(404).end())
    expect(await verify(server.url)).toMatchObject({
      code: 2200,
      http: 400,
      message: `${FAILED} HTTP Status Code = 404; HTTP Message = Not Found`,
    })
  })

  test('that answers something else fails', async () => {
    const server = await answering(response => response.end('hello'))
    expect((await verify(server.url))?.message).toBe(`${FAILED} HTTP Status Code = 200; HTTP Message = OK`)
  })

  test('that redirects is not followed', async () => {
    const server = await answering(response => response.writeHead(302, { location: '/other' }).end())
    expect((await verify(server.url))?.message).toBe(`${FAILED} HTTP Status Code = 302; HTTP Message = Found`)
    expect(server.received).toHaveLength(1)
  })

  test('where nobody listens fails', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    server.close()
    expect((await verify(`http://127.0.0.1:${port}/`))?.message).toContain('curl_errno = 7; curl_error =')
  })

  test('that does not answer is timed out', async () => {
    const impatient = { ...http, getText: async () => Promise.reject(new DOMException('late', 'TimeoutError')) }
    expect((await verify('http://127.0.0.1:1/', impatient))?.message).toBe(
      `${FAILED} curl_errno = 28; curl_error = Operation timed out after 5000 milliseconds with 0 bytes received`,
    )
  })

  test('at an address that is not public is not called', async () => {
    const server = await answering()
    const strict = httpOut({ allowLoopback: false, allowPrivate: false })
    ends.push(strict.close)
    expect((await verify(server.url, strict))?.message).toContain('may not be called')
    expect((await verify(server.url.replace('127.0.0.1', 'localhost'), strict))?.message).toContain('may not be called')
    expect(server.received).toEqual([])
  })
})
