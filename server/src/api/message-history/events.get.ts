import { z } from 'zod'
import { unixSeconds } from '../../domain/time.ts'
import { node } from '../../graph/node.ts'
import { listing } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'
import { MessageHistoryNode } from './node.ts'
import { DELIVERY_STATUSES, type Occurrence, occurrencesOf, UPDATE_STATES } from './occurrences.ts'

/** Not a node of the Graph: only what the edge lists. */
const Occurrences = node<Occurrence>({
  name: 'WhatsAppMessageHistoryEvent',
  summary: 'One thing that became of a message, and how an app was told of it.',
  access: ['whatsapp_business_messaging', 'whatsapp_business_management'],
  load: async () => undefined,
  fields: {
    id: { schema: z.string(), byDefault: true, read: one => one.id },
    delivery_status: { schema: z.enum(DELIVERY_STATUSES), byDefault: true, read: one => one.status },
    webhook_update_state: { schema: z.enum(UPDATE_STATES), byDefault: true, read: one => one.webhook?.state },
    timestamp: { schema: z.int(), byDefault: true, read: one => unixSeconds(one.at) },
    occurrence_timestamp: { schema: z.int(), byDefault: true, read: one => unixSeconds(one.at) },
    status_timestamp: {
      schema: z.int(),
      byDefault: true,
      read: one => unixSeconds(one.webhook?.settled_at ?? one.at),
    },
    application: {
      schema: z.object({ id: z.string(), name: z.string() }),
      byDefault: true,
      read: one => one.webhook?.app,
    },
    webhook_uri: { schema: z.string(), byDefault: true, read: one => one.webhook?.url },
    error_description: { schema: z.string(), byDefault: true, read: one => one.error },
  },
})

export const listMessageEvents = listing(
  {
    on: MessageHistoryNode,
    edge: 'events',
    of: Occurrences,
    name: 'listMessageEvents',
    summary: 'What became of one message, oldest first, for each app that was told.',
    access: ['whatsapp_business_messaging', 'whatsapp_business_management'],
    params: z.looseObject({ status_filter: z.enum(DELIVERY_STATUSES).optional() }),
  },
  async ({ node: message, params, read }, page) => {
    const asked = (await occurrencesOf(message, read)).filter(
      ({ status }) => params.status_filter === undefined || status === params.status_filter,
    )
    return pageOf(asked, ({ id }) => id, page)
  },
)
