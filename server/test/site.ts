import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a web site answers at a path. */
export interface Page {
  type?: string
  status?: number
  headers?: Record<string, string>
  /** Bytes, or whoever writes them. */
  body?: string | Uint8Array | ((response: ServerResponse) => void)
}

/** A web site of somebody else, which counts how often each path is asked for. */
export async function site(pages: { [path: string]: Page }) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url!)
    const page = pages[request.url!] ?? pages[request.url!.split('?')[0]!] ?? { status: 404 }
    response.writeHead(page.status ?? 200, { 'content-type': page.type ?? 'text/html', ...page.headers })
    if (typeof page.body === 'function') page.body(response)
    else response.end(page.body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    times: (path: string) => asked.filter(one => one === path).length,
    close: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export type Site = Awaited<ReturnType<typeof site>>
