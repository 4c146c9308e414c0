/** A business's webhook receiver that only counts: notifications, and the statuses and messages in them. */
import { createServer } from 'node:http'

let notifications = 0
const seen = new Map<string, number>()
const server = createServer((request, response) => {
  if (request.method === 'GET') {
    return response.end(new URL(request.url!, 'http://x').searchParams.get('hub.challenge'))
  }
  const chunks: Buffer[] = []
  request.on('data', chunk => chunks.push(chunk))
  request.on('end', () => {
    notifications++
    // Only a message of a customer says whom it is from.
    for (const [, status = 'received'] of Buffer.concat(chunks)
      .toString('latin1')
      .matchAll(/"status":"(\w+)"|"from":"/g)) {
      seen.set(status, (seen.get(status) ?? 0) + 1)
    }
    response.end()
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }))
process.on('message', () => process.send?.({ notifications, seen: Object.fromEntries(seen) }))
