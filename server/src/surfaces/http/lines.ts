import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Timers } from '../../runtime/timers.ts'

/** While the server stops, how often it looks for lines to hang up. All of these are real time. */
const LOOK_MS = 20
/** A request that is not here by then does not count any more. */
const REQUESTS_MS = 1_000
/** A client that has not taken its answer by then goes without. */
const ANSWERS_MS = 10_000

export interface Lines {
  /** Hangs up everybody who would hold up a server that is stopping. */
  hangUp(): void
}

/**
 * The lines to clients, each with the latest answer that is owed. Once a server stops, Node waits for each line that has
 * begun a request, and its own time-outs are off by then: a client that fell silent would hold the stop up for ever.
 */
export function linesOf(server: Server, timers: Timers): Lines {
  const owed = new Map<Socket, ServerResponse | undefined>()
  server.on('connection', line => {
    owed.set(line, undefined)
    line.once('close', () => owed.delete(line))
  })
  server.on('request', (request, response) => owed.set(request.socket, response))

  const hangUpUnless = (mayStay: (answer: ServerResponse) => boolean) => {
    for (const [line, answer] of owed) if (!answer || !mayStay(answer)) line.destroy()
  }
  return {
    hangUp() {
      const began = timers.elapsed()
      // A client may have its whole answer a moment before this side counts it as given: then its line falls idle too
      // late for the server, which would wait for the client to hang up.
      const stop = timers.every(LOOK_MS, () => {
        server.closeIdleConnections()
        const waited = timers.elapsed() - began
        if (waited >= ANSWERS_MS) hangUpUnless(() => false)
        else if (waited >= REQUESTS_MS) hangUpUnless(answer => answer.req.complete && !answer.writableFinished)
      })
      server.once('close', stop)
    },
  }
}
