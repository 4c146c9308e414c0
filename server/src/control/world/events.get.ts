import { z } from 'zod'
import { phoneDigits } from '../../domain/messaging/recipient.ts'
import { SECOND } from '../../domain/time.ts'
import type { LoggedEvent } from '../../events/event.ts'
import type { Io } from '../../graph/io.ts'
import { node } from '../../graph/node.ts'
import { operation } from '../../graph/operation.ts'
import type { EventFilter } from '../../store/tables/events.ts'

const MAX_WAIT = 30 * SECOND
const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000

export const EventsNode = node<object>({
  name: 'Events',
  summary: 'The log of everything that happened.',
  singleton: 'events',
  access: 'control',
  load: async () => ({}),
  fields: {},
})

export const listEvents = operation({
  on: EventsNode,
  method: 'GET',
  name: 'listEvents',
  summary: 'What happened after an event, oldest first; with `wait`, as soon as something does.',
  access: 'control',
  params: z.looseObject({
    after: z.number().int().nonnegative().optional().describe('Sequence number of the last event that is known.'),
    type: z.array(z.string()).optional().describe('Types, with commas between them.'),
    customer: z.string().optional().describe("The customer's phone number."),
    phone_number_id: z.string().optional(),
    limit: z.number().int().positive().optional(),
    wait: z.number().nonnegative().optional().describe('Real milliseconds to wait when there is nothing, up to 30000.'),
  }),
  returns: z.object({
    data: z.array(z.looseObject({ seq: z.number(), id: z.string(), type: z.string(), at: z.number() })),
    next_after: z.number().describe('`after` of the next call.'),
  }),
})
  .before(async ({ params, io, read }) => {
    const { after = 0, type, customer, phone_number_id, limit = DEFAULT_LIMIT, wait = 0 } = params
    const filter: EventFilter = {
      ...(type && type.length > 0 ? { types: type } : {}),
      ...(customer ? { customer_id: phoneDigits(customer, '') ?? customer } : {}),
      ...(phone_number_id ? { phone_number_id } : {}),
    }
    return firstPage(io, () => read.events.after(after, filter, Math.min(limit, MAX_LIMIT)), Math.min(wait, MAX_WAIT))
  })
  .run(async ({ params, before: events }) => ({
    // Events are plain data; the copy is what makes them open objects.
    data: events.map(event => ({ ...event })),
    next_after: events.at(-1)?.seq ?? params.after ?? 0,
  }))

/** Looks again after every commit, until something is there, the time is up or the server stops. */
async function firstPage(io: Io, look: () => Promise<LoggedEvent[]>, wait: number): Promise<LoggedEvent[]> {
  if (wait === 0) return look()
  const found = new AbortController()
  const over = AbortSignal.any([AbortSignal.timeout(wait), io.ending, found.signal])
  for (;;) {
    // Asked for before looking, so that no commit falls between the two.
    const committed = io.nextCommit(over)
    const events = await look()
    if (events.length > 0 || over.aborted) {
      found.abort()
      return events
    }
    await committed
  }
}
