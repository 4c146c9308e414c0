import { writeSync } from 'node:fs'
import { type LandlineOptions, startLandline } from '../../src/index.ts'

/** A server that is there to be killed. Says where it is on one line; says why it cannot start on the error output. */
const [options] = process.argv.slice(2)
if (!options) throw new Error('usage: server.ts OPTIONS, as JSON')
try {
  const given: LandlineOptions = JSON.parse(options)
  const { close, ...where } = await startLandline({ port: 0, logLevel: 'error', ...given })
  writeSync(1, `${JSON.stringify(where)}\n`)
  process.on('SIGTERM', () => void close())
} catch (error) {
  writeSync(2, `${(error as Error).message}\n`)
  process.exitCode = 1
}
