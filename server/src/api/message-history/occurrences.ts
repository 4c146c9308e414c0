import type { Message } from '../../domain/messaging/model.ts'
import type { Read } from '../../store/read.ts'
import type { Schema } from '../../store/schema.ts'

export const DELIVERY_STATUSES = ['SENT', 'DELIVERED', 'READ', 'FAILED', 'DELETED'] as const
type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

export const UPDATE_STATES = ['PENDING', 'DELIVERED', 'FAILED', 'RETRYING'] as const
type UpdateState = (typeof UPDATE_STATES)[number]

/** What an event is called here, and in the webhook that tells of it. */
const STATUS_OF: { [type: string]: { status: DeliveryStatus; told: string } } = {
  'message.sent': { status: 'SENT', told: 'sent' },
  'message.delivered': { status: 'DELIVERED', told: 'delivered' },
  'message.read': { status: 'READ', told: 'read' },
  'message.failed': { status: 'FAILED', told: 'failed' },
}

/** One thing that became of a message, as one app was told of it; without an app where none was. */
export interface Occurrence {
  id: string
  status: DeliveryStatus
  at: number
  error?: string
  webhook?: { app: { id: string; name: string }; state: UpdateState; url: string; settled_at?: number }
}

type Delivery = Schema['deliveries']
type Attempt = Schema['attempts']
type LoggedEvent = Awaited<ReturnType<Read['events']['ofMessage']>>[number]

/** What became of a message, oldest first. What the log of webhooks no longer keeps is told without an app. */
export async function occurrencesOf(message: Message, read: Read): Promise<Occurrence[]> {
  const events = await read.events.ofMessage(message, Object.keys(STATUS_OF))
  const deliveries = statusesOf(message.wamid, await read.deliveries.ofChat(message))
  const told = await Promise.all(
    events.map(async event => {
      const { status, told } = STATUS_OF[event.type]!
      const one = { id: String(event.seq), status, at: event.at, ...errorOf(event) }
      // Of a webhook that a fault made come twice, what was told last counts.
      const byApp = new Map((deliveries.get(told) ?? []).map(delivery => [delivery.app_id, delivery]))
      if (byApp.size === 0) return [one]
      return Promise.all([...byApp.values()].map((delivery, i) => withWebhook(one, delivery, i, read)))
    }),
  )
  return told.flat()
}

const errorOf = (event: LoggedEvent): { error?: string } =>
  event.type === 'message.failed' && event.errors[0] ? { error: event.errors[0].title } : {}

/** Deliveries by the status of the message that they tell. */
function statusesOf(wamid: string, deliveries: readonly Delivery[]): Map<string, Delivery[]> {
  const told = deliveries.flatMap(delivery => {
    const { changes } = JSON.parse(delivery.body) as Entry
    const statuses = changes.flatMap(({ value }) => value.statuses ?? []).filter(({ id }) => id === wamid)
    return statuses.map(({ status }) => ({ status, delivery }))
  })
  const byStatus = Map.groupBy(told, ({ status }) => status)
  return new Map([...byStatus].map(([status, list]) => [status, list.map(({ delivery }) => delivery)]))
}

interface Entry {
  changes: { value: { statuses?: { id: string; status: string }[] } }[]
}

async function withWebhook(one: Occurrence, delivery: Delivery, i: number, read: Read): Promise<Occurrence> {
  const { app_id, url, settled_at } = delivery
  const app = await read.apps.find(app_id)
  const state = stateOf(delivery)
  const failed = one.error === undefined && (state === 'FAILED' || state === 'RETRYING')
  const last = failed ? (await read.deliveries.attemptsOf([delivery.id])).at(-1) : undefined
  return {
    ...one,
    id: i === 0 ? one.id : `${one.id}_${i}`,
    ...(last ? { error: whyNot(last) } : {}),
    webhook: {
      app: { id: app_id, name: app?.name ?? '' },
      state,
      url,
      ...(settled_at === null ? {} : { settled_at: Number(settled_at) }),
    },
  }
}

const whyNot = ({ http_status, detail, outcome }: Attempt): string =>
  http_status === null ? detail || outcome : `Webhook endpoint returned HTTP ${http_status}`

function stateOf({ status, attempts }: Delivery): UpdateState {
  if (status === 'delivered') return 'DELIVERED'
  if (status === 'failed') return 'FAILED'
  return attempts > 0 ? 'RETRYING' : 'PENDING'
}
