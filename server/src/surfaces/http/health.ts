import type { FastifyInstance } from 'fastify'

/** `/healthz`: the process answers. `/readyz`: it takes work, that is, its database answers and holds a world. */
export function healthSurface(app: FastifyInstance, ready: () => Promise<boolean>): void {
  app.get('/healthz', (_, reply) => reply.send({ status: 'ok' }))
  app.get('/readyz', async (_, reply) => {
    const fine = await ready().catch(() => false)
    return reply.code(fine ? 200 : 503).send({ status: fine ? 'ready' : 'not ready' })
  })
}
