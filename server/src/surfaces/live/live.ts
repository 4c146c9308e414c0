import type { ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { LoggedEvent } from '../../events/event.ts'
import { errorEnvelope } from '../../graph/envelope.ts'
import type { Timers } from '../../runtime/timers.ts'
import type { Store } from '../../store/store.ts'
import { type ControlGuard, controlFault } from '../http/control-guard.ts'

/** Proxies and browsers drop a silent line. Real time. */
const HEARTBEAT_MS = 15_000
/** Events sent in one go to somebody who has been away. */
const CATCH_UP = 500

interface LiveOptions {
  store: Store
  timers: Timers
  guard: ControlGuard
}

/** Events that no customer's phone owns, but every phone wants to know. */
const FOR_EVERYBODY = new Set(['world.reset', 'world.restored', 'clock.moved'])

/**
 * The event log as server-sent events. A listener holds a cursor (`Last-Event-ID`): each commit makes it read on from
 * there, so nothing is missed and nothing is kept for anybody.
 */
export function liveSurface(app: FastifyInstance, { store, timers, guard }: LiveOptions): void {
  const open = new Set<ServerResponse>()
  // A feed has no end of its own: the server would wait for it for ever.
  app.addHook('preClose', async () => {
    for (const raw of open) raw.destroy()
  })
  // HEAD would wait for the end of a feed that has none.
  const route = { exposeHeadRoute: false }
  app.get('/control/live', route, (request: FastifyRequest<{ Querystring: { customer?: string } }>, reply) => {
    const refused = controlFault(guard, request)
    if (refused) return reply.code(403).send(errorEnvelope(refused, ''))
    void stream(request, reply, request.query.customer).catch(() => reply.raw.destroy())
    return reply
  })

  async function stream(request: FastifyRequest, reply: FastifyReply, customer?: string): Promise<void> {
    reply.hijack()
    const { raw } = reply
    open.add(raw)
    raw.on('close', () => open.delete(raw))
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive' })
    raw.write(': here\n\n')
    const from = Number(request.headers['last-event-id'])
    let cursor = Number.isSafeInteger(from) && from >= 0 ? from : await store.read.events.lastSeq()
    let reading = false
    let more = false
    const wanted = (event: LoggedEvent) => !customer || event.customer_id === customer || FOR_EVERYBODY.has(event.type)

    async function readOn(): Promise<void> {
      more = true
      if (reading) return
      reading = true
      // A listener that does not keep up is told the rest when it has read what is under way.
      while (more && !raw.destroyed && !raw.writableNeedDrain) {
        more = false
        const events = await store.read.events.after(cursor, {}, CATCH_UP)
        for (const event of events) {
          cursor = event.seq
          if (wanted(event)) raw.write(`id: ${event.seq}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
        }
        if (events.length === CATCH_UP) more = true
      }
      reading = false
    }
    const stopListening = store.onCommit(() => void readOn().catch(() => raw.destroy()))
    raw.on('drain', () => void readOn().catch(() => raw.destroy()))
    const stopBeating = timers.every(HEARTBEAT_MS, () => raw.writableNeedDrain || raw.write(': still here\n\n'))
    raw.on('close', () => {
      stopListening()
      stopBeating()
    })
    if (raw.destroyed) {
      stopListening()
      stopBeating()
    }
    await readOn()
  }
}
