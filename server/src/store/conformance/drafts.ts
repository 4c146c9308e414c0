import type { Driver } from '../driver.ts'
import type { Draft, EventRow, Outcome, Row, Sums, Take, Write } from '../write.ts'

export const draft = (writes: Write[], takes: Take[] = [], events: EventRow[] = []): Draft => ({
  writes,
  takes,
  events,
})

export const insert = (table: string, row: Row): Write => ({ op: 'insert', table, row })
export const put = (table: string, row: Row): Write => ({ op: 'put', table, row })
export const update = (table: string, row: Row): Write => ({ op: 'update', table, row })
export const remove = (table: string, id: string): Write => ({ op: 'delete', table, id })
export const change = (table: string, version: number, row: Row): Write => ({ op: 'change', table, version, row })

export const add = (table: string, row: Row, sums: Sums): Write => ({ op: 'add', table, row, sums })

export const customer = (id: string, body = '{}'): Row => ({ id, version: 1, body })
export const phone = (id: string, digits: string, body = '{}'): Row => ({
  id,
  version: 1,
  body,
  account_id: 'a',
  digits,
})
export const template = (id: string, unique_name: string | null): Row => {
  return { id, version: 1, body: '{}', account_id: 'a', name: 'n', language: 'en', unique_name }
}

const NEVER = { last_received_at: 0, free_entry_until: 0, free_entry_answer_by: 0, phone_seen_at: 0 }

export const conversation = (id: string, unread: number): Row => {
  return { id, phone_number_id: 'p', customer_id: 'c', ...NEVER, last_at: 0, unread }
}

export const reached = (id: string, at: number, version = 1): Row => {
  return { id, version, body: JSON.stringify({ id, at }), business_id: 'b', at }
}

/** A chat to which unread messages are added. */
export const chat = (id: string): Row => {
  const { unread: _, ...rest } = conversation(id, 0)
  return rest
}

export const message = (id: string, body = '{}'): Row => {
  const status = { direction: 'sent', at: 1, type: 'text', status: 'accepted', shown: 1 }
  return { id, phone_number_id: 'p', customer_id: 'c', ...status, body }
}

export const job = (id: string, due_at: number): Row => {
  return { id, name: 'job', due_at, attempts: 0, locked_until: 0, locked_by: null, subject: null, payload: '{}' }
}

export const delivery = (id: string, due_at: number, status = 'pending'): Row => {
  const target = { app_id: 'app', account_id: 'a', field: 'messages', url: 'http://x', conversation: 'c' }
  return { id, ...target, status, due_at, attempts: 0, locked_until: 0, created_at: 0, settled_at: null, body: '{}' }
}

export const event = (id: string): EventRow => {
  return { id, at: 1, type: 'e', account_id: 'a', phone_number_id: null, customer_id: null, body: `{"id":"${id}"}` }
}

export const tally = (counter: string, n: number, limit?: number): Take => {
  return limit === undefined
    ? { kind: 'tally', name: counter, counter, n }
    : { kind: 'tally', name: counter, counter, n, limit }
}

export const bucket = (counter: string, n: number, capacity: number, now = 1_000_000): Take => {
  return { kind: 'bucket', name: counter, counter, n, capacity, interval: 1000, now }
}

/** Commits one unit. */
export async function one(driver: Driver, ...parts: Parameters<typeof draft>): Promise<Outcome> {
  const [outcome] = await driver.commit([draft(...parts)])
  if (!outcome) throw new Error('no outcome')
  return outcome
}

export const kinds = (outcomes: Outcome[]): string[] => outcomes.map(outcome => outcome.kind)
