import { unixSeconds } from '../../domain/time.ts'
import type { EventOf } from '../../events/event.ts'
import type { StatusFacts } from '../../events/message.ts'
import type { PayloadFacts } from '../field.ts'
import { hasMember, pricingModel } from '../versions.ts'
import { contact, headOf, type Person, personOf, rolloutIn } from './people.ts'

export type StatusEvent = EventOf<'message.sent' | 'message.delivered' | 'message.read' | 'message.played'>

/**
 * What each state says, and what comes along. Price and conversation are told with `sent` and with the one after it; a
 * message that is read later has told them already. The username waits until the message has arrived.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status
 */
const STATES: Record<StatusEvent['type'], { status: string; priced: boolean; expiry?: true; username: boolean }> = {
  'message.sent': { status: 'sent', priced: true, expiry: true, username: false },
  'message.delivered': { status: 'delivered', priced: true, username: true },
  'message.read': { status: 'read', priced: false, username: true },
  'message.played': { status: 'played', priced: false, username: true },
}

export const isStatus = (event: { type: string }): event is StatusEvent => event.type in STATES

/** `value` for what becomes of a sent message. */
export function statusValue(event: StatusEvent, facts: PayloadFacts) {
  const { username } = STATES[event.type]
  const { customer } = facts
  const phone = event.by_user_id && facts.phoneWithheld ? undefined : event.customer_id
  const person = personOf(phone, customer?.user_id, facts)
  const contacts =
    customer && rolloutIn(facts).status_contacts
      ? { contacts: [contact(customer.name, person, { username, identity: false })] }
      : {}
  return { ...headOf(facts), ...contacts, statuses: [status(event, person, facts)] }
}

function status(event: StatusEvent, person: Person, facts: PayloadFacts) {
  const { status, priced, expiry } = STATES[event.type]
  return {
    id: event.wamid,
    status,
    timestamp: String(unixSeconds(event.at)),
    ...recipient(person),
    ...(event.template?.direct ? { template_id: event.template.id } : {}),
    ...opaque(event),
    ...(priced ? { ...conversation(event, expiry === true, facts), pricing: pricing(event) } : {}),
  }
}

const recipient = ({ wa_id, user_id, parent_user_id, identity_key_hash }: Person) => ({
  ...(wa_id === undefined ? {} : { recipient_id: wa_id }),
  ...(user_id === undefined ? {} : { recipient_user_id: user_id }),
  ...(parent_user_id === undefined ? {} : { recipient_parent_user_id: parent_user_id }),
  ...(identity_key_hash === undefined ? {} : { recipient_identity_key_hash: identity_key_hash }),
})

function conversation(event: StatusFacts, expiry: boolean, { version }: PayloadFacts) {
  const { pricing_type, category, conversation_id: id, conversation_expires_at: expires } = event
  if (!hasMember('statuses.conversation', version, pricing_type)) return {}
  const type = pricing_type === 'free_entry_point' ? 'referral_conversion' : category
  return {
    conversation: {
      id,
      ...(expiry && expires !== undefined ? { expiration_timestamp: String(unixSeconds(expires)) } : {}),
      origin: { type },
    },
  }
}

function pricing({ billable, pricing_type, category, at }: StatusFacts) {
  const { model, typed } = pricingModel(at)
  return { billable, pricing_model: model, ...(typed ? { type: pricing_type } : {}), category }
}

const opaque = ({ biz_opaque_callback_data: data }: { biz_opaque_callback_data?: string }) =>
  data === undefined ? {} : { biz_opaque_callback_data: data }

/** A failure has no contacts, and names the user id only where the message was sent to it. */
export function failedValue(event: EventOf<'message.failed'>, facts: PayloadFacts) {
  const { user_ids } = rolloutIn(facts)
  const userId = facts.customer?.user_id ?? event.customer_id
  const failed = {
    id: event.wamid,
    status: 'failed',
    timestamp: String(unixSeconds(event.at)),
    ...(event.by_user_id && (facts.phoneWithheld || !facts.customer) ? {} : { recipient_id: event.customer_id }),
    ...(event.by_user_id && user_ids ? { recipient_user_id: userId } : {}),
    ...(event.template_id === undefined ? {} : { template_id: event.template_id }),
    ...opaque(event),
    errors: event.errors,
  }
  return { ...headOf(facts), statuses: [failed] }
}
