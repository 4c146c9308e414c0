import type { Command } from 'commander'
import type { Terminal } from '../terminal.ts'
import { action, type Context, clockTime, serverCommand, table } from './common.ts'

/** How many events the server gives when it is not told. */
const PAGE = 100

/** Real milliseconds that one call waits for news, below the 30 s that the server allows. */
const WAIT = 25_000

interface Event {
  seq: number
  type: string
  at: number
  [fact: string]: unknown
}

interface EventPage {
  data: Event[]
  next_after: number
}

interface Delivery {
  id: string
  field: string
  url: string
  status: string
  created_at: number
  attempts: { outcome: string; http_status?: number; detail?: string }[]
}

interface EventFlags {
  follow?: boolean
  type?: string
  after?: string
  customer?: string
  limit?: string
}

/** What happened, and what was told of it. */
export function listenCommands(terminal: Terminal): Command[] {
  return [
    serverCommand('events', 'everything that happened, oldest first')
      .option('-f, --follow', 'go on with what happens from now on; with --after, from there')
      .option('--type <types>', 'only these, with commas between them, like message.received,message.read')
      .option('--after <seq>', 'only what came after this event')
      .option('--customer <number>', 'only what has to do with this customer')
      .option('--limit <count>', 'how many at most')
      .action(action(terminal, events)),
    serverCommand('deliveries', 'webhooks with their attempts, newest first')
      .option('--status <status>', 'only these, pending, delivered or failed')
      .option('--limit <count>', 'how many', '20')
      .action(action(terminal, deliveries)),
  ]
}

async function events({ client, flags, terminal, show }: Context<EventFlags>): Promise<void> {
  const { follow, type, after, customer, limit } = flags
  const query = { type, customer, limit }
  if (!follow) {
    const answer = await client.control<EventPage>('GET', 'events', { query: { ...query, after } })
    show(answer, () => (answer.data.length === 0 ? 'No events.' : answer.data.map(eventLine)))
    const full = answer.data.length > 0 && answer.data.length >= Number(limit ?? PAGE)
    if (full && !flags.json) terminal.err(`There may be more: --after ${answer.next_after}`)
    return
  }
  let last = after ?? String((await client.control<{ last_event: number }>('GET', 'world')).last_event)
  while (!terminal.signal.aborted) {
    const answer = await client.control<EventPage>('GET', 'events', {
      query: { ...query, after: last, wait: WAIT },
    })
    for (const event of answer.data) terminal.out(flags.json ? JSON.stringify(event) : eventLine(event))
    last = String(answer.next_after)
  }
}

/** Facts that tell events of one type apart. */
const TELLING = ['customer_id', 'message_type', 'name', 'status', 'reason', 'mode', 'media_id', 'wamid']

const eventLine = (event: Event): string => {
  const facts = TELLING.map(name => event[name]).filter(fact => typeof fact === 'string')
  return [String(event.seq).padStart(5), clockTime(event.at), event.type.padEnd(22), ...facts].join('  ').trimEnd()
}

async function deliveries({ client, flags, show }: Context<{ status?: string; limit: string }>): Promise<void> {
  const answer = await client.control<{ data: Delivery[] }>('GET', 'deliveries', {
    query: { status: flags.status, limit: flags.limit },
  })
  show(answer, () =>
    answer.data.length === 0
      ? `No webhooks${flags.status ? ` are ${flags.status}` : ' yet'}.`
      : table(answer.data.map(deliveryRow)),
  )
}

function deliveryRow({ id, field, url, status, created_at, attempts }: Delivery): string[] {
  const last = attempts.at(-1)
  const outcome = last
    ? `${last.outcome}${last.http_status === undefined ? '' : ` (${last.http_status})`}`
    : 'not tried yet'
  const tries = attempts.length > 1 ? ` after ${attempts.length} attempts` : ''
  return [clockTime(created_at), field, status, outcome + tries, url, id]
}
