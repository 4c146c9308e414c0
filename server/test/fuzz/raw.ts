import { connect } from 'node:net'

/** Real time: nothing that is sent keeps the server thinking for longer. */
export const BOUND = 5_000

export interface RawAnswer {
  status: number
  head: string
  body: string
}

/** Sends bytes as they are, and reads until the server closes. Rejects when nothing has come within the bound. */
export function rawCall(url: string, bytes: Buffer, encoding: BufferEncoding = 'utf8'): Promise<RawAnswer> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    const chunks: Buffer[] = []
    socket.setTimeout(BOUND, () => {
      socket.destroy()
      reject(new Error(`No answer to ${bytes.toString('latin1').slice(0, 500)}`))
    })
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    // A server that has answered may reset what it does not want to read.
    socket.on('error', () => {})
    socket.on('close', () => {
      const text = Buffer.concat(chunks).toString(encoding)
      const split = text.indexOf('\r\n\r\n')
      const head = split < 0 ? text : text.slice(0, split)
      resolve({
        status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0),
        head,
        body: split < 0 ? '' : text.slice(split + 4),
      })
    })
  })
}

/** A request on one connection of its own. */
export function requestBytes(method: string, path: string, headers: [string, string][], body: Uint8Array): Buffer {
  const own: [string, string][] = [['host', '127.0.0.1'], ['connection', 'close'], ...headers]
  if (body.length > 0) own.push(['content-length', String(body.length)])
  const lines = own.map(([name, value]) => `${name}: ${value}`)
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body])
}

/** Opens a connection, sends part of a request and goes away. Resolves when the connection is gone. */
export function abandon(url: string, bytes: Buffer): Promise<void> {
  const { hostname, port } = new URL(url)
  return new Promise(resolve => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes, () => socket.destroy()))
    socket.on('error', () => {})
    socket.on('close', () => resolve())
  })
}
