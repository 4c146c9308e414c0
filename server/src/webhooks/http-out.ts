import type { LookupFunction } from 'node:net'
import { Readable } from 'node:stream'
import type { Agent, Dispatcher } from 'undici'
import { UNKNOWN_CONTENT } from '../domain/messaging/media-facts.ts'
import { type AddressPolicy, literalAddress, resolveHost } from './guard.ts'

/** A receiver has this long to answer in full. Real time; the platform names no figure, this one is ours. */
export const ANSWER_MS = 10_000
/** Of an answer, nothing beyond is read. */
const ANSWER_BYTES = 64 * 1024
/** Bounds what one origin can take. Above what its endpoints are given each, so that they do not wait for each other. */
const CONNECTIONS_PER_ORIGIN = 256
const KEEP_ALIVE_MS = 30_000
/** Importing the module would read all it exports, and so load a whole client and WebSockets: 16 MB. */
const { STATUS_CODES } = process.getBuiltinModule('node:http')
/** How often a link may lead elsewhere. The platform names no figure. */
const REDIRECTS = 3
const MOVED: readonly number[] = [301, 302, 303, 307, 308]
/** What the platform calls itself. */
const USER_AGENT = 'facebookexternalua'

interface HttpAnswer {
  status: number
  statusText: string
  text: string
}

interface PostOptions {
  signal?: AbortSignal
  pause?: () => Promise<void>
}

/** What it leaves of the body is not waited for. */
type ReadBody<T> = (status: number, statusText: string, contentType: string, body: Readable) => Promise<T>

/** Calls to URLs that strangers supply: guarded, bounded in time and size. */
export interface HttpOut {
  /** Throws what `outcomeOf` can name. `signal` calls it off; `pause` comes in the middle of the body. */
  post(url: string, body: Buffer, headers: Record<string, string>, options?: PostOptions): Promise<HttpAnswer>
  getText(url: string, timeout: number): Promise<HttpAnswer>
  /** Follows a few redirects, each to an address that is guarded anew; all in the time that one answer has. */
  get<T>(url: string, read: ReadBody<T>): Promise<T | { ok: false; reason: string }>
  close(): Promise<void>
}

/** `answerMs` is for tests. */
export function httpOut(policy: AddressPolicy, answerMs: number = ANSWER_MS): HttpOut {
  let agent: Promise<Agent> | undefined

  /** Many worlds never call anybody, so the client is loaded by the first call. */
  async function makeAgent(): Promise<Agent> {
    const { Agent } = await import('undici')
    return new Agent({
      connections: CONNECTIONS_PER_ORIGIN,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connect: { timeout: answerMs, lookup: guardedLookup(policy) },
    })
  }

  async function request(url: string, options: Partial<Dispatcher.RequestOptions>, timeout: number) {
    const { hostname, protocol, origin, pathname, search } = new URL(url)
    if (protocol !== 'http:' && protocol !== 'https:') {
      throw Object.assign(new Error('Not a web address.'), { code: 'ERR_INVALID_URL' })
    }
    // A literal address is never looked up, so it is judged here.
    if (literalAddress(hostname)) await resolveHost(hostname, policy)
    const limit = AbortSignal.timeout(timeout)
    const stop = options.signal as AbortSignal | undefined
    agent ??= makeAgent()
    const answer = await (await agent).request({
      origin,
      path: pathname + search,
      method: 'GET',
      ...options,
      headers: { 'user-agent': USER_AGENT, accept: '*/*', ...(options.headers as Record<string, string>) },
      headersTimeout: timeout,
      bodyTimeout: timeout,
      signal: stop ? AbortSignal.any([limit, stop]) : limit,
    })
    // Whoever reads the body hears of its end; nobody has to when a body is given up.
    answer.body.on('error', () => {})
    return answer
  }

  async function followed(first: string): Promise<Dispatcher.ResponseData> {
    const signal = AbortSignal.timeout(answerMs)
    let url = first
    for (let redirects = 0; ; redirects++) {
      const answer = await request(url, { signal }, answerMs)
      const { location } = answer.headers
      const leads = MOVED.includes(answer.statusCode) && typeof location === 'string' && URL.canParse(location, url)
      if (!leads || redirects >= REDIRECTS) return answer
      answer.body.destroy()
      url = new URL(location, url).href
    }
  }

  return {
    async post(url, body, headers, { signal, pause } = {}) {
      const options = {
        method: 'POST' as const,
        body: pause ? Readable.from(halves(body, pause)) : body,
        headers: { 'content-type': 'application/json', 'content-length': String(body.length), ...headers },
      }
      return readAnswer(await request(url, signal ? { ...options, signal } : options, answerMs))
    },
    async getText(url, timeout) {
      return readAnswer(await request(url, {}, timeout))
    },
    async get(url, read) {
      try {
        const answer = await followed(url)
        const type = answer.headers['content-type']
        try {
          return await read(answer.statusCode, phraseOf(answer), String(type ?? UNKNOWN_CONTENT), answer.body)
        } finally {
          answer.body.destroy()
        }
      } catch (error) {
        return { ok: false, reason: `Downloading media from weblink failed: ${(error as Error).message}` }
      }
    },
    close: async () => (await agent)?.destroy(),
  }
}

async function* halves(body: Buffer, pause: () => Promise<void>): AsyncGenerator<Buffer> {
  const middle = Math.ceil(body.length / 2)
  yield body.subarray(0, middle)
  await pause()
  yield body.subarray(middle)
}

/** Looks a name up once for a connection, and connects to nothing but what was looked up and allowed. */
function guardedLookup(policy: AddressPolicy): LookupFunction {
  return (hostname, options, done) => {
    resolveHost(hostname, policy).then(
      found => (options.all ? done(null, found) : done(null, found[0]!.address, found[0]!.family)),
      error => done(error, '', 4),
    )
  }
}

const phraseOf = ({ statusCode, statusText }: Dispatcher.ResponseData): string =>
  statusText || (STATUS_CODES[statusCode] ?? '')

async function readAnswer(answer: Dispatcher.ResponseData): Promise<HttpAnswer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer.body) {
    const part = (chunk as Buffer).subarray(0, ANSWER_BYTES - size)
    size += part.length
    chunks.push(part)
    if (size >= ANSWER_BYTES) break
  }
  return { status: answer.statusCode, statusText: phraseOf(answer), text: Buffer.concat(chunks).toString('utf8') }
}
