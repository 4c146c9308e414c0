import { z } from 'zod'
import { unixSeconds } from '../../domain/time.ts'
import { node } from '../../graph/node.ts'
import { listing } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'
import { MessageHistoryNode } from './node.ts'

const DELIVERY_STATUSES = ['SENT', 'DELIVERED', 'READ', 'FAILED', 'DELETED'] as const
type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

const STATUS_OF: { [type: string]: DeliveryStatus } = {
  'message.sent': 'SENT',
  'message.delivered': 'DELIVERED',
  'message.read': 'READ',
  'message.failed': 'FAILED',
}

interface Occurrence {
  id: string
  status: DeliveryStatus
  at: number
  error?: string
}

/** Not a node of the Graph: only what the edge lists. */
const Occurrences = node<Occurrence>({
  name: 'WhatsAppMessageHistoryEvent',
  summary: 'One thing that became of a message.',
  access: ['whatsapp_business_messaging', 'whatsapp_business_management'],
  load: async () => undefined,
  fields: {
    id: { schema: z.string(), byDefault: true, read: one => one.id },
    delivery_status: { schema: z.enum(DELIVERY_STATUSES), byDefault: true, read: one => one.status },
    timestamp: { schema: z.int(), byDefault: true, read: one => unixSeconds(one.at) },
    occurrence_timestamp: { schema: z.int(), byDefault: true, read: one => unixSeconds(one.at) },
    status_timestamp: { schema: z.int(), byDefault: true, read: one => unixSeconds(one.at) },
    error_description: { schema: z.string(), byDefault: true, read: one => one.error },
  },
})

export const listMessageEvents = listing(
  {
    on: MessageHistoryNode,
    edge: 'events',
    of: Occurrences,
    name: 'listMessageEvents',
    summary: 'What became of one message, oldest first.',
    access: ['whatsapp_business_messaging', 'whatsapp_business_management'],
    params: z.looseObject({ status_filter: z.enum(DELIVERY_STATUSES).optional() }),
  },
  async ({ node: message, params, read }, page) => {
    const events = await read.events.ofMessage(message, Object.keys(STATUS_OF))
    const occurrences = events.map(event => ({
      id: String(event.seq),
      status: STATUS_OF[event.type]!,
      at: event.at,
      ...(event.type === 'message.failed' && event.errors[0] ? { error: event.errors[0].title } : {}),
    }))
    const asked = occurrences.filter(
      ({ status }) => params.status_filter === undefined || status === params.status_filter,
    )
    return pageOf(asked, ({ id }) => id, page)
  },
)
