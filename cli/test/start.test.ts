import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { line } from './line.test-util.ts'

const closing: Server[] = []
afterEach(() => {
  for (const server of closing.splice(0)) server.close()
})

/** Something else that has a port. */
async function neighbour(status = 404): Promise<number> {
  const server = createServer((_, response) => response.writeHead(status).end('{}'))
  closing.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const START = ['start', '--memory', '--log-level', 'silent']

/** Starts a server and ends it, as a signal does, when it has said that it is ready. */
function startAndEnd(args: readonly string[], env: Record<string, string> = {}) {
  const ending = new AbortController()
  return line([...START, ...args], env, { signal: ending.signal, heard: () => ending.abort() })
}

test('--json says in one line what flags and variables have fixed, and a signal ends it with 0', async () => {
  const fixed = ['--app-id', '111111111111111', '--access-token', 'a-token', '--customer', '+44 20 7946 0000']
  const { code, out, err } = await startAndEnd(['--port', '0', '--json', ...fixed], { LANDLINE_APP_SECRET: 's3cret' })
  expect({ code, err, lines: out.split('\n').length }).toEqual({ code: 0, err: '', lines: 1 })
  expect(JSON.parse(out)).toEqual({
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    access_token: 'a-token',
    app_id: '111111111111111',
    app_secret: 's3cret',
    business_id: '506914307656634',
    waba_id: '102290129340398',
    phone_number_id: '106540352242922',
    customer: '442079460000',
    verify_token: expect.any(String),
  })
})

test('people are shown where everything is, and a call to copy', async () => {
  const { out } = await startAndEnd(['--port', '0', '--access-token', 'a-token'])
  const url = /ready at (\S+)/.exec(out)![1]
  for (const part of [`${url}/v25.0\n`, `${url}/phone\n`, `${url}/docs\n`, 'a-token', '102290129340398']) {
    expect(out).toContain(part)
  }
  expect(out).toContain(`curl ${url}/v25.0/106540352242922/messages -H 'Authorization: Bearer a-token'`)
  expect(out).toMatch(/ {2}Data {2,}\S/)
})

test('a taken port is one sentence that says what to do', async () => {
  const port = await neighbour()
  expect(await startAndEnd(['--port', String(port), '--json'])).toEqual({
    code: 1,
    out: '',
    err: `Port ${port} is taken. Stop what uses it, or choose another with --port (0 for any that is free).`,
  })
})

test('a webhook that fails its handshake ends the start, and says which', async () => {
  const url = `http://127.0.0.1:${await neighbour(403)}/webhook`
  const { code, out, err } = await startAndEnd(['--port', '0', '--json', '--webhook', url])
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toContain(`The webhook ${url} did not pass its handshake.`)
})
