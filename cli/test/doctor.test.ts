import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { folderFinding, nodeFinding } from '../src/surroundings.ts'
import { line } from './line.test-util.ts'

let folder: string
const closing: Server[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'landline-doctor-'))
})

afterEach(() => {
  for (const server of closing.splice(0)) server.close()
  rmSync(folder, { recursive: true })
})

async function urlOf(server: Server): Promise<string> {
  closing.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A server that answers everything in the same way. */
const answering = (status: number, body: string) =>
  urlOf(createHttpServer((_, response) => response.writeHead(status).end(body)))

const doctor = (url: string) => line(['doctor', '--url', url, '--data', folder], {})

test('nothing there is said as such', async () => {
  const { code, out } = await doctor('http://127.0.0.1:1')
  expect(code).toBe(1)
  expect(out).toContain('BAD   Nothing listens at http://127.0.0.1:1.\n      No Landline answers')
  expect(out).toContain(`ok    The data folder ${folder} can be written to.`)
})

test.each([
  ['pages', 404, '<html>'],
  ['JSON for everything', 200, '{}'],
  ['JSON that is no object', 200, 'null'],
])('a neighbour with %s is told from a Landline', async (_, status, body) => {
  const url = await answering(status, body)
  const { code, out } = await doctor(url)
  expect(code).toBe(1)
  expect(out).toMatch(`What answers at ${url} is no Landline`)
  expect(out).toContain('The port is taken.')
})

test('a neighbour that speaks no HTTP is told from nothing', async () => {
  const url = await urlOf(createServer(socket => socket.on('error', () => {}).end('220 ready\r\n')))
  expect((await doctor(url)).out).toContain('The port is taken.')
})

test('a refusal is passed on, with the usual reason', async () => {
  const url = await answering(401, '{"error":{"message":"Control needs its secret.","code":190}}')
  const { out } = await doctor(url)
  expect(out).toContain(`BAD   The server at ${url} refuses: Control needs its secret.`)
  expect(out).toContain('--control-secret')
})

test('--json gives the same findings', async () => {
  const { out } = await line(['doctor', '--url', 'http://127.0.0.1:1', '--data', folder, '--json'], {})
  const { findings } = JSON.parse(out)
  expect(findings.map((finding: { level: string }) => finding.level)).toEqual(['ok', 'ok', 'fault'])
})

test('an old Node.js is a fault', () => {
  expect(nodeFinding('v20.11.0')).toMatchObject({ level: 'fault', cure: expect.stringContaining('npx landline') })
  expect(nodeFinding('v26.0.0').level).toBe('ok')
})

test('a data folder that is not there yet is fine when it can be made', async () => {
  expect((await folderFinding(join(folder, 'a/b'))).says).toContain('a start without --memory makes it')
})

test('a data folder that is a file is a fault', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  expect(await folderFinding(file)).toMatchObject({ level: 'fault', says: expect.stringContaining('it is a file') })
  expect((await folderFinding(join(file, 'below'))).level).toBe('fault')
})

// Root may write everywhere, and Windows has other rights.
test.skipIf(process.getuid === undefined || process.getuid() === 0)('a read-only folder is a fault', async () => {
  chmodSync(folder, 0o500)
  expect(await folderFinding(folder)).toMatchObject({ level: 'fault', says: expect.stringContaining('read-only') })
  expect((await folderFinding(join(folder, 'below'))).level).toBe('fault')
  chmodSync(folder, 0o700)
})
