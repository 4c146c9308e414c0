import pg from 'pg'
import type { Draft, Write } from '../write.ts'
import { CONNECT_TIMEOUT, type Pause } from './pool.ts'

export const CHANNEL = 'landline'

/** With its name behind, what the connection of a node is called by which it listens: who has none is gone. */
export const SIGN_OF_LIFE = 'landline '

/** PostgreSQL refuses payloads of 8000 bytes or more. */
const PAYLOAD_LIMIT = 7900
/** More than this many payloads, and the others are told that anything may have changed. */
const PAYLOADS_LIMIT = 20
/** Pause before a lost listener connects again, and again. */
const RECONNECT_PAUSE = 1000

/** Tables whose rows nobody keeps in memory: that they were touched is enough, and a busy node stays cheap to follow. */
const UNNAMED = new Set([
  'messages',
  'conversations',
  'reached',
  'events',
  'jobs',
  'deliveries',
  'attempts',
  'counters',
  'half_hours',
  'days',
  'clicks',
])

function keyOf(write: Write): string {
  if (UNNAMED.has(write.table)) return `${write.table}:*`
  // Who keeps rows of this table has to drop them all, by whatever name.
  if (write.op === 'clear') return '*'
  return `${write.table}:${write.op === 'delete' ? write.id : write.row.id}`
}

/** The keys that these units touched, as other nodes are told. */
export function touchedBy(drafts: Draft[]): string[] {
  const keys = new Set<string>()
  for (const draft of drafts) {
    for (const write of draft.writes) keys.add(keyOf(write))
    if (draft.events.length > 0) keys.add('events:*')
  }
  return [...keys]
}

/** What to send: JSON arrays, each with the sender's name first. */
export function payloadsFor(node: string, keys: string[]): string[] {
  const payloads: string[] = []
  const empty = JSON.stringify([node]).length
  let chunk = [node]
  let size = empty
  const close = () => {
    if (chunk.length > 1) payloads.push(JSON.stringify(chunk))
    chunk = [node]
    size = empty
  }
  for (const key of keys) {
    const bytes = Buffer.byteLength(JSON.stringify(key)) + 1
    if (empty + bytes > PAYLOAD_LIMIT) return [JSON.stringify([node, '*'])]
    if (size + bytes > PAYLOAD_LIMIT) close()
    chunk.push(key)
    size += bytes
  }
  close()
  return payloads.length > PAYLOADS_LIMIT ? [JSON.stringify([node, '*'])] : payloads
}

/**
 * Follows the other nodes on a connection of its own. When that was lost, nobody knows what was missed: once it is back,
 * `tell` gets '*'. Resolves when it listens; returns the function that stops.
 */
export async function followOthers(options: {
  url: string
  node: string
  pause: Pause
  tell: (touched: string[]) => void
}): Promise<() => Promise<void>> {
  const { url, node, pause, tell } = options
  let stopped = false
  let current: pg.Client | undefined

  async function listen(): Promise<{ ended: Promise<void> }> {
    const client = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_TIMEOUT,
      application_name: `${SIGN_OF_LIFE}${node}`,
    })
    current = client
    client.on('error', () => {})
    client.on('notification', ({ payload }) => {
      const [sender, ...touched] = JSON.parse(payload ?? '[]') as string[]
      if (sender !== node) tell(touched)
    })
    const ended = new Promise<void>(resolve => client.once('end', () => resolve()))
    try {
      await client.connect()
      await client.query(`LISTEN ${CHANNEL}`)
    } catch (error) {
      void client.end().catch(() => {})
      throw error
    }
    return { ended }
  }

  async function keep(ended: Promise<void>): Promise<void> {
    await ended
    while (!stopped) {
      const again = await listen().catch(() => undefined)
      if (again) {
        tell(['*'])
        await again.ended
      } else await pause(RECONNECT_PAUSE)
    }
  }

  const { ended } = await listen()
  void keep(ended)
  return async () => {
    stopped = true
    await current?.end().catch(() => {})
  }
}
