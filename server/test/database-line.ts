import { connect, createServer, type Socket } from 'node:net'

/** A line to a database that can be cut and mended. */
export async function databaseLine(target: string) {
  const sockets = new Set<Socket>()
  const { hostname, port } = new URL(target)
  let whole = true
  let refused = 0
  const server = createServer(client => {
    if (!whole) {
      refused++
      client.destroy()
      return
    }
    const database = connect(Number(port), hostname)
    for (const socket of [client, database]) sockets.add(socket.on('error', () => {}))
    client.pipe(database).pipe(client)
    client.on('close', () => database.destroy())
    database.on('close', () => client.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const own = (server.address() as { port: number }).port

  function cut(): void {
    whole = false
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }

  return {
    url: target.replace(`:${port}/`, `:${own}/`),
    /** Every connection ends, and nobody gets a new one. */
    cut,
    mend() {
      whole = true
    },
    /** How many connections were refused so far. */
    refused: () => refused,
    close() {
      cut()
      server.close()
    },
  }
}
