import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

let folder: string

/** What npm adds for the scripts of this project must not reach the empty one. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_package_|npm_lifecycle_|NODE_ENV|LANDLINE_)/.test(name)),
)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'landline-package-'))
  if (!existsSync(join(root, 'server/dist/landline.js'))) await run('npm', ['run', 'build'], { cwd: root, env })
  await run('npm', ['pack', '-w', 'server', '--pack-destination', folder, '--ignore-scripts'], { cwd: root, env })
  const tarball = readdirSync(folder).find(name => name.endsWith('.tgz'))!
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  const install = ['install', `./${tarball}`, '--prefer-offline', '--no-audit', '--no-fund']
  await run('npm', install, { cwd: folder, env })
}, 180_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the installed command starts, says so in one line of JSON, and ends cleanly', async () => {
  const bin = join(folder, 'node_modules/.bin')
  const server = spawn(join(bin, 'landline'), ['start', '--json', '--memory', '--port', '0'], {
    cwd: folder,
    env: { ...env, PATH: [bin, process.env.PATH].join(delimiter) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>(resolve => server.on('exit', resolve))
  const lines: string[] = []
  const reader = createInterface({ input: server.stdout })
  reader.on('line', line => lines.push(line))
  await new Promise(resolve => reader.once('line', resolve))
  const facts = JSON.parse(lines[0]!)
  const names = ['url', 'access_token', 'app_id', 'app_secret', 'business_id', 'waba_id', 'phone_number_id', 'customer']
  expect(Object.keys(facts).sort()).toEqual([...names, 'verify_token'].sort())
  expect((await fetch(`${facts.url}/healthz`)).status).toBe(200)
  const page = await fetch(`${facts.url}/phone`)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('<script')

  const say = ['landline', 'say', facts.customer, 'hi', '--json', '--url', facts.url]
  const said = await run('npx', ['--no-install', ...say], { cwd: folder, env })
  expect(JSON.parse(said.stdout).message.content).toEqual({ body: 'hi' })

  server.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(lines).toHaveLength(1)
})

test('the package carries the licence', () => {
  const licence = readFileSync(join(folder, 'node_modules/landline/LICENSE'), 'utf8')
  expect(licence).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'))
})

test('the programs are plain ASCII, which the engine keeps at a byte a character', () => {
  const dist = join(folder, 'node_modules/landline/dist')
  const programs = readdirSync(dist).filter(name => name.endsWith('.js'))
  expect(programs).toEqual(expect.arrayContaining(['index.js', 'landline.js', 'sqlite-thread.js']))
  const odd = programs.filter(name => /[^\0-\x7f]/.test(readFileSync(join(dist, name), 'utf8')))
  expect(odd).toEqual([])
})

test('the installed library starts two servers in one process', async () => {
  writeFileSync(
    join(folder, 'two.js'),
    `import { startLandline } from 'landline'
     const two = await Promise.all([1, 2].map(() => startLandline({ port: 0, memory: true })))
     const statuses = await Promise.all(two.map(async ({ url, customer }) => {
       const say = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"text":"hi"}' }
       return (await fetch(url + '/control/customers/' + customer + '/say', say)).status
     }))
     console.log(JSON.stringify({ urls: new Set(two.map(one => one.url)).size, statuses }))
     await Promise.all(two.map(one => one.close()))`,
  )
  const { stdout } = await run(process.execPath, ['two.js'], { cwd: folder, env })
  expect(JSON.parse(stdout)).toEqual({ urls: 2, statuses: [200, 200] })
})

test('the installed library writes with a thread of its own under load', async () => {
  writeFileSync(
    join(folder, 'load.js'),
    `import { startLandline } from 'landline'
     const number = { phone: '15550000001', verified_name: 'Lucky Shrub', messages_per_second: 1_000_000 }
     const accounts = [{ name: 'Lucky Shrub', phone_numbers: [number] }]
     const seed = { business: { name: 'Lucky Shrub' }, app: { name: 'Shop' }, accounts }
     const server = await startLandline({ port: 0, data: './data', seed })
     const threads = () => {
       process.report.excludeNetwork = true
       return process.report.getReport().workers.length
     }
     const headers = { authorization: 'Bearer ' + server.access_token, 'content-type': 'application/json' }
     let sent = 0
     const send = async () => {
       const message = { messaging_product: 'whatsapp', to: String(16502530000 + sent++), text: { body: 'hi' } }
       const path = '/v25.0/' + server.phone_number_id + '/messages'
       return (await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(message) })).status
     }
     const statuses = new Set()
     const before = threads()
     const many = async () => (await Promise.all(Array.from({ length: 50 }, send))).forEach(one => statuses.add(one))
     for (let round = 0; round < 100 && threads() === 0; round++) await many()
     await many()
     console.log(JSON.stringify({ before, after: threads(), statuses: [...statuses] }))
     await server.close()`,
  )
  const { stdout } = await run(process.execPath, ['load.js'], { cwd: folder, env })
  expect(JSON.parse(stdout)).toEqual({ before: 0, after: 1, statuses: [200] })
}, 60_000)

test('the installed library has types of its own', async () => {
  writeFileSync(
    join(folder, 'typed.ts'),
    `import { type Landline, startLandline } from 'landline'
     const landline: Landline = await startLandline({ port: 0, memory: true })
     export const url: string = landline.url
     // @ts-expect-error: a port is a number
     await startLandline({ port: 'any' })`,
  )
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const options = [
    '--ignoreConfig',
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--module',
    'nodenext',
    '--target',
    'es2024',
  ]
  await run(process.execPath, [tsc, ...options, 'typed.ts'], { cwd: folder, env })
})
