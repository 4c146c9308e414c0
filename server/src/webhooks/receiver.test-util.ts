import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  headers: IncomingMessage['headers']
  raw: string
  url: string
  method: string
}

/** A server on this machine that keeps what it gets. `answer` decides; without a call to `end` a request hangs. */
export async function receiver(answer: (response: ServerResponse, received: Received) => void = ok) {
  const received: Received[] = []
  let waiting: (() => void)[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      const one: Received = {
        headers: request.headers,
        raw: Buffer.concat(chunks).toString('latin1'),
        url: request.url!,
        method: request.method!,
      }
      received.push(one)
      answer(response, one)
      for (const tell of waiting) tell()
      waiting = []
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook`,
    origin: `http://127.0.0.1:${port}`,
    received,
    /** Resolves when so many requests have come. */
    async until(count: number) {
      while (received.length < count) await new Promise<void>(resolve => waiting.push(resolve))
    },
    close: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export const ok = (response: ServerResponse): void => void response.end('ok')

export const signedWith = (secret: string, { headers, raw }: Received): boolean =>
  headers['x-hub-signature-256'] ===
  `sha256=${createHmac('sha256', secret).update(Buffer.from(raw, 'latin1')).digest('hex')}`
