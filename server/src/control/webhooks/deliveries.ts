import { z } from 'zod'
import { node } from '../../graph/node.ts'
import { listing, operation } from '../../graph/operation.ts'
import type { Read } from '../../store/read.ts'
import type { Schema } from '../../store/schema.ts'
import { refusal } from '../refuse.ts'

const Attempt = z.object({
  at: z.number(),
  outcome: z.string(),
  http_status: z.number().optional(),
  duration: z.number().describe('Milliseconds.'),
  detail: z.string().optional(),
})

/** Where a webhook can stand: on its way, arrived, or given up. */
const STATUSES = ['pending', 'delivered', 'failed'] as const

/** A webhook on its way, with every attempt to hand it over. */
interface Delivery extends Omit<Schema['deliveries'], 'attempts'> {
  attempts: z.output<typeof Attempt>[]
}

async function withAttempts(read: Read, rows: Schema['deliveries'][]): Promise<Delivery[]> {
  const attempts = await read.deliveries.attemptsOf(rows.map(row => row.id))
  return rows.map(row => ({
    ...row,
    attempts: attempts
      .filter(one => one.delivery_id === row.id)
      .map(({ at, outcome, http_status, duration, detail }) => ({
        at,
        outcome,
        duration,
        ...(http_status === null ? {} : { http_status }),
        ...(detail ? { detail } : {}),
      })),
  }))
}

export const DeliveryNode = node<Delivery>({
  name: 'Delivery',
  summary: 'A webhook on its way to one endpoint.',
  collection: 'deliveries',
  access: 'control',
  load: async (read, id) => {
    const row = await read.deliveries.find(id)
    return row && (await withAttempts(read, [row]))[0]
  },
  fields: {
    id: { schema: z.string(), byDefault: true, read: delivery => delivery.id },
    field: { schema: z.string(), byDefault: true, read: delivery => delivery.field },
    url: { schema: z.string(), byDefault: true, read: delivery => delivery.url },
    status: { schema: z.string(), byDefault: true, read: delivery => delivery.status },
    attempts: { schema: z.array(Attempt), byDefault: true, read: delivery => delivery.attempts },
    body: { schema: z.string(), byDefault: true, read: delivery => delivery.body },
    created_at: { schema: z.number(), byDefault: true, read: delivery => delivery.created_at },
    due_at: { schema: z.number(), byDefault: true, read: delivery => delivery.due_at },
    settled_at: { schema: z.number(), byDefault: true, read: delivery => delivery.settled_at ?? undefined },
    app_id: { schema: z.string(), byDefault: true, read: delivery => delivery.app_id },
    account_id: { schema: z.string(), byDefault: true, read: delivery => delivery.account_id },
  },
})

export const DeliveriesNode = node<object>({
  name: 'Deliveries',
  summary: 'Webhooks, sent and to be sent.',
  singleton: 'deliveries',
  access: 'control',
  load: async () => ({}),
  fields: {},
})

export const listDeliveries = listing(
  {
    on: DeliveriesNode,
    of: DeliveryNode,
    name: 'listDeliveries',
    summary: 'Webhooks with their attempts, newest first.',
    access: 'control',
    params: z.looseObject({ status: z.enum(STATUSES).optional() }),
  },
  async ({ read, params }, { limit, after }) => {
    const filter = {
      ...(params.status ? { status: params.status } : {}),
      ...(after === undefined ? {} : { before: after }),
    }
    const rows = await read.deliveries.list(filter, limit + 1)
    const deliveries = await withAttempts(read, rows.slice(0, limit))
    const items = deliveries.map(item => ({ cursor: item.id, item }))
    return { items, more: rows.length > limit, earlier: false }
  },
)

export const redeliver = operation({
  on: DeliveryNode,
  edge: 'redeliver',
  method: 'POST',
  name: 'redeliver',
  summary: 'Send a webhook again.',
  access: 'control',
  params: z.looseObject({}),
  returns: z.object({ id: z.string(), status: z.string() }),
})
  .before(async ({ node: delivery, io }) => {
    if (!(await io.redeliver(delivery.id))) {
      throw refusal(`Delivery ${delivery.id} is gone. GET /control/deliveries lists those that are left.`)
    }
  })
  .run(async ({ node: delivery, read }) => ({
    id: delivery.id,
    status: (await read.deliveries.find(delivery.id))?.status ?? delivery.status,
  }))
