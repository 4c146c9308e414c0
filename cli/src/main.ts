import { run } from './program.ts'
import { processTerminal } from './terminal.ts'

/** The first signal asks for a clean end, the second one does not wait for it. */
const ending = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (ending.signal.aborted) process.exit(1)
    ending.abort()
  })
}
// Whoever read the output, like `head`, has seen enough.
process.stdout.on('error', error => process.exit((error as { code?: string }).code === 'EPIPE' ? 0 : 1))

process.exitCode = await run(process.argv.slice(2), processTerminal(ending.signal))
// After a signal all is closed by now; a timer that somebody left behind must not hold the process.
if (ending.signal.aborted) process.exit()
