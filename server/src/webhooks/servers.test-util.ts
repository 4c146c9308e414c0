import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { onTestFinished } from 'vitest'

const listening = (server: Pick<Server, 'listen' | 'address'>): Promise<number> =>
  new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)))

/** A local server for one test. Returns its URL. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${await listening(server)}/hook`
}

/** The URL of a port that nobody listens on. */
export async function nobody(): Promise<string> {
  const server = createTcpServer()
  const port = await listening(server as unknown as Server)
  await new Promise(resolve => server.close(resolve))
  return `http://127.0.0.1:${port}/hook`
}

export interface Call {
  /** Names of the deliveries in it. */
  names: string[]
  raw: Buffer
  headers: IncomingMessage['headers']
  response: ServerResponse
}

/** A receiver whose calls are answered by the test, one by one or by `answer`. */
export async function hook(answer?: (call: Call) => void) {
  const calls: Call[] = []
  let told: (() => void)[] = []
  const url = await serve((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      const raw = Buffer.concat(chunks)
      const { entry } = JSON.parse(raw.toString()) as { entry: { id: string }[] }
      const call = { names: entry.map(one => one.id), raw, headers: request.headers, response }
      calls.push(call)
      answer?.(call)
      for (const tell of told.splice(0)) tell()
    })
  })
  return {
    url,
    calls,
    names: () => calls.flatMap(call => call.names),
    async until(holds: () => boolean): Promise<void> {
      while (!holds()) await new Promise<void>(resolve => told.push(resolve))
    },
  }
}

export const ok = ({ response }: Call): void => void response.writeHead(200).end()
