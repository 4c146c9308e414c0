import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Landline, type LandlineOptions, startLandline } from '../src/index.ts'

/** A Tuesday in the documentation's own time. */
export const TUESDAY = Date.UTC(2026, 10, 24, 9, 0, 0)

export interface Notification {
  headers: IncomingMessage['headers']
  raw: Buffer
  // biome-ignore lint/suspicious/noExplicitAny: tests read into payloads freely
  body: any
}

/** One change of a notification, with the id of its entry. */
export interface Change {
  account: string
  field: string
  // biome-ignore lint/suspicious/noExplicitAny: see above
  value: any
}

/** A business's own server: answers the handshake, keeps what it gets, and fails when told to. */
export async function receiver(verifyToken = 'token') {
  const notifications: Notification[] = []
  const state = { status: 200, hang: false }
  let told: (() => void)[] = []
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://receiver')
    if (request.method === 'GET') {
      const right = url.searchParams.get('hub.verify_token') === verifyToken
      response.writeHead(right ? 200 : 403).end(right ? url.searchParams.get('hub.challenge') : 'no')
      return
    }
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      if (state.hang) return
      const raw = Buffer.concat(chunks)
      if (state.status === 200) notifications.push({ headers: request.headers, raw, body: JSON.parse(raw.toString()) })
      response.writeHead(state.status).end()
      for (const tell of told) tell()
      told = []
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  /** Everything that was told, in the order it arrived. */
  const changes = (): Change[] =>
    notifications.flatMap(({ body }) =>
      body.entry.flatMap((entry: { id: string; changes: { field: string; value: object }[] }) =>
        entry.changes.map(({ field, value }) => ({ account: entry.id, field, value })),
      ),
    )
  const values = () => changes().map(({ value }) => value)
  const statuses = () => values().flatMap(value => value.statuses ?? [])
  /** Resolves when the predicate holds; it is looked at after each notification. */
  async function until(holds: () => boolean) {
    while (!holds()) await new Promise<void>(resolve => told.push(resolve))
  }
  return {
    url: `http://127.0.0.1:${port}/webhook`,
    verifyToken,
    notifications,
    state,
    changes,
    values,
    statuses,
    messages: () => values().flatMap(value => value.messages ?? []),
    until,
    /** The statuses of a message, once it is delivered or has failed. */
    async fateOf(wamid: string) {
      const told = () => statuses().filter(({ id }) => id === wamid)
      await until(() => told().some(({ status }) => status === 'failed' || status === 'delivered'))
      return told()
    },
    close: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export type Receiver = Awaited<ReturnType<typeof receiver>>

/** Whether a notification is signed with the app's secret over its very bytes. */
export const isSigned = ({ headers, raw }: Notification, secret: string): boolean =>
  headers['x-hub-signature-256'] === `sha256=${createHmac('sha256', secret).update(raw).digest('hex')}`

/** A world in memory with a frozen clock, and the calls that tests make. */
export async function world(options: LandlineOptions = {}) {
  const landline = await startLandline({
    port: 0,
    memory: true,
    logLevel: 'error',
    retryProfile: 'instant',
    checkAnswers: true,
    clock: { frozenAt: TUESDAY },
    ...options,
  })
  return { landline, ...clientOf(landline) }
}

export interface Answer {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: see above
  body: any
}

/** Calls as any HTTP client makes them. */
export function clientOf(
  landline: Pick<Landline, 'url' | 'access_token' | 'phone_number_id' | 'customer' | 'app_id' | 'app_secret'>,
) {
  async function call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(landline.url + path, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    let parsed: unknown = text
    try {
      parsed = JSON.parse(text)
    } catch {
      // Not every answer is JSON.
    }
    return { status: response.status, headers: response.headers, body: parsed }
  }
  const bearer = { authorization: `Bearer ${landline.access_token}` }
  return {
    call,
    graph: (method: string, path: string, body?: unknown, headers: Record<string, string> = bearer) =>
      call(method, `/v25.0/${path}`, body, headers),
    control: (method: string, path: string, body?: unknown) => call(method, `/control/${path}`, body),
    appToken: { authorization: `Bearer ${landline.app_id}|${landline.app_secret}` },
    /** Sends from the first number to the first customer. */
    sends: (message: object, to = landline.customer) =>
      call(
        'POST',
        `/v25.0/${landline.phone_number_id}/messages`,
        { messaging_product: 'whatsapp', to, ...message },
        bearer,
      ),
    says: (text: string, customer = landline.customer) => call('POST', `/control/customers/${customer}/say`, { text }),
    advance: (by: string) => call('POST', '/control/clock/advance', { by }),
  }
}

export const text = (body: string) => ({ type: 'text', text: { body } })
export const hello = { type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } }
