/** The bare baseline: Fastify that parses a body and sends it back. */
import Fastify from 'fastify'

const app = Fastify()
app.post('/*', (request, reply) => reply.send(request.body))
await app.listen({ port: 0, host: '127.0.0.1' })
process.send?.({ port: (app.server.address() as { port: number }).port })
