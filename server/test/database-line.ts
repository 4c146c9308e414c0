import { connect, createServer, type Server, type Socket } from 'node:net'

/** A line to a database that can be cut and mended. */
export async function databaseLine(target: string) {
  const sockets = new Set<Socket>()
  const { hostname, port } = new URL(target)
  let server: Server
  let own = 0

  async function open(): Promise<void> {
    server = createServer(client => {
      const database = connect(Number(port), hostname)
      for (const socket of [client, database]) sockets.add(socket.on('error', () => {}))
      client.pipe(database).pipe(client)
      client.on('close', () => database.destroy())
      database.on('close', () => client.destroy())
    })
    await new Promise<void>(resolve => server.listen(own, '127.0.0.1', resolve))
    own = (server.address() as { port: number }).port
  }

  await open()
  return {
    url: target.replace(`:${port}/`, `:${own}/`),
    /** Every connection ends, and nobody gets a new one. */
    cut() {
      server.close()
      for (const socket of sockets) socket.destroy()
      sockets.clear()
    },
    mend: open,
  }
}
