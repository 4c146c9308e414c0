import { writeSync } from 'node:fs'
import { startLandline } from '../../src/index.ts'

/** A server that is there to be killed. Says where it is on one line; says why it cannot start on the error output. */
const [data, webhook] = process.argv.slice(2)
if (!data) throw new Error('usage: server.ts FOLDER [WEBHOOK]')
try {
  const { close, ...where } = await startLandline({
    port: 0,
    data,
    logLevel: 'error',
    ...(webhook ? { webhook: { url: webhook, verifyToken: 'token' } } : {}),
  })
  writeSync(1, `${JSON.stringify(where)}\n`)
  process.on('SIGTERM', () => void close())
} catch (error) {
  writeSync(2, `${(error as Error).message}\n`)
  process.exitCode = 1
}
