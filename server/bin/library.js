import { existsSync } from 'node:fs'
import { isNewEnough, NEEDED } from './runtime.js'

// A library cannot run its host again with another Node.js, so it says what it needs.
if (!isNewEnough()) {
  throw new Error(
    `The library form of Landline needs Node.js ${NEEDED} or newer, and this is ${process.version}. ` +
      `Run your program with Node.js ${NEEDED}; the command \`npx landline start\` brings its own along.`,
  )
}
const bundle = new URL('../dist/index.js', import.meta.url)
if (!existsSync(bundle)) throw new Error('Landline has not been built yet. Run: npm run build')

export const { startLandline, DEFAULT_PORT, VERSION } = await import(bundle.href)
