import type { Readable } from 'node:stream'
import { Agent, type Dispatcher } from 'undici'
import { type AddressPolicy, resolveHost } from './guard.ts'

/** A receiver has this long to answer. Real time. https://developers.facebook.com/docs/graph-api/webhooks */
export const ANSWER_MS = 10_000
/** Of an answer, nothing beyond is read. */
const ANSWER_BYTES = 64 * 1024
const CONNECTIONS_PER_ORIGIN = 16
const KEEP_ALIVE_MS = 30_000
/** What the platform calls itself when it fetches. */
const USER_AGENT = 'facebookexternalua'

export interface HttpAnswer {
  status: number
  statusText: string
  text: string
}

/** Calls to URLs that strangers supply: guarded, bounded in time and size, never following a redirect. */
export interface HttpOut {
  post(url: string, body: Buffer, headers: Record<string, string>, timeout?: number): Promise<HttpAnswer>
  getText(url: string, timeout: number): Promise<HttpAnswer>
  get<T>(url: string, read: (status: number, statusText: string, contentType: string, body: Readable) => Promise<T>): Promise<T | { ok: false; reason: string }>
  close(): Promise<void>
}

export function httpOut(policy: AddressPolicy): HttpOut {
  const agent = new Agent({
    connections: CONNECTIONS_PER_ORIGIN,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connect: {
      timeout: ANSWER_MS,
      lookup: (hostname, options, done) => {
        resolveHost(hostname, policy).then(
          ({ address, family }) => (options.all ? done(null, [{ address, family }]) : done(null, address, family)),
          error => done(error, '', 4),
        )
      },
    },
  })

  async function request(url: string, options: Partial<Dispatcher.RequestOptions>, timeout: number) {
    const { hostname, protocol, origin, pathname, search } = new URL(url)
    if (protocol !== 'http:' && protocol !== 'https:') throw Object.assign(new Error('Not a web address.'), { code: 'ERR_INVALID_URL' })
    // A literal address is never looked up, so it is judged here.
    await resolveHost(hostname, policy)
    return agent.request({
      origin,
      path: pathname + search,
      method: 'GET',
      ...options,
      headers: { 'user-agent': USER_AGENT, accept: '*/*', ...(options.headers as Record<string, string>) },
      headersTimeout: timeout,
      bodyTimeout: timeout,
      signal: AbortSignal.timeout(timeout),
    })
  }

  return {
    async post(url, body, headers, timeout = ANSWER_MS) {
      const answer = await request(url, { method: 'POST', body, headers }, timeout)
      return readAnswer(answer)
    },
    async getText(url, timeout) {
      return readAnswer(await request(url, {}, timeout))
    },
    async get(url, read) {
      try {
        const answer = await request(url, {}, ANSWER_MS)
        const type = answer.headers['content-type']
        return await read(answer.statusCode, answer.statusText, String(type ?? 'application/octet-stream'), answer.body)
      } catch (error) {
        return { ok: false, reason: `Downloading media from weblink failed: ${(error as Error).message}` }
      }
    },
    close: () => agent.destroy(),
  }
}

async function readAnswer(answer: Dispatcher.ResponseData): Promise<HttpAnswer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer.body) {
    size += chunk.length
    chunks.push(chunk)
    if (size > ANSWER_BYTES) {
      answer.body.destroy()
      break
    }
  }
  return { status: answer.statusCode, statusText: answer.statusText, text: Buffer.concat(chunks).toString('utf8') }
}
