import type { WebhookFaults } from '../domain/webhook-faults.ts'
import type { Schema } from '../store/schema.ts'

export type Delivery = Schema['deliveries']

/** With more than this waiting at an endpoint, notifications are put together. Ours: the platform only says that it may. */
export const BACKLOG = 64
/**
 * What one notification holds at most.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
 */
const MAX_CHANGES = 1_000
const MAX_BYTES = 3 * 1024 * 1024
const ENVELOPE_BYTES = 64
/** With every attempt that failed, fewer go together, so that one that a receiver chokes on is alone in the end. */
const SHRINK = 10

/** What goes wrong with a delivery on purpose. */
export const faultsOf = ({ faults }: Delivery): WebhookFaults => (faults === null ? {} : JSON.parse(faults))

const mostTogether = (attempts: number): number => Math.max(1, Math.floor(MAX_CHANGES / SHRINK ** attempts))

/**
 * Takes out of `waiting` what goes to its endpoint next: one delivery, or under backlog as many as one notification holds.
 * First attempts of a conversation in `busy` stay where they are, and nothing of the same conversation overtakes them.
 */
export function takeBatch(waiting: Delivery[], busy: ReadonlySet<string>): Delivery[] {
  const together = waiting.length > BACKLOG
  const batch: Delivery[] = []
  const left: Delivery[] = []
  let bytes = ENVELOPE_BYTES
  let most = 1
  let i = 0
  for (; i < waiting.length; i++) {
    const delivery = waiting[i]!
    const [head] = batch
    if (head && batch.length >= most) break
    if (head && bytes + delivery.body.length + 1 > MAX_BYTES) break
    const mayGo = delivery.attempts > 0 || !busy.has(delivery.conversation)
    if (!mayGo || (head && (head.attempts !== delivery.attempts || head.faults !== delivery.faults))) {
      left.push(delivery)
      continue
    }
    bytes += delivery.body.length + 1
    batch.push(delivery)
    if (!head) most = faultsOf(delivery).batch ?? (together ? mostTogether(delivery.attempts) : 1)
  }
  if (batch.length > 0) waiting.splice(0, i, ...left)
  return batch
}

/** The bytes of a notification: the entries as they were planned, joined. Entries are ASCII. */
export const notification = (batch: Pick<Delivery, 'body'>[]): Buffer =>
  Buffer.from(`{"object":"whatsapp_business_account","entry":[${batch.map(({ body }) => body).join(',')}]}`, 'latin1')
