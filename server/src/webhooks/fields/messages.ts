import { unixSeconds } from '../../domain/time.ts'
import type { Event, EventOf, StatusFacts } from '../../events/event.ts'
import type { PayloadFacts, WebhookField } from '../field.ts'

type StatusEvent = EventOf<'message.sent' | 'message.delivered' | 'message.read' | 'message.played'>

/** From here on, `conversation` is told only inside a free entry window. */
const CONVERSATION_UNTIL = 23

const STATUS: { [type in Event['type']]?: string } = {
  'message.sent': 'sent',
  'message.delivered': 'delivered',
  'message.read': 'read',
  'message.played': 'played',
}

/**
 * What customers write, and what becomes of what the business writes.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
 */
export const messages: WebhookField = {
  name: 'messages',
  events: ['message.received', 'message.sent', 'message.delivered', 'message.read', 'message.played', 'message.failed'],
  timed: false,
  value(event, facts) {
    const head = headOf(facts)
    if (event.type === 'message.received') {
      const contacts = [{ profile: { name: event.customer_name }, wa_id: event.customer_id, user_id: event.user_id }]
      return { ...head, contacts, messages: [received(event, facts)] }
    }
    if (event.type === 'message.failed') return { ...head, statuses: [failed(event)] }
    if (!(event.type in STATUS)) return undefined
    return { ...head, ...contactsOf(facts), statuses: [status(event as StatusEvent, facts)] }
  },
  sample: {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '16505551111', phone_number_id: '123456123' },
    contacts: [{ profile: { name: 'test user name' }, wa_id: '16315551181' }],
    messages: [
      {
        from: '16315551181',
        id: 'ABGGFlA5Fpa',
        timestamp: '1504902988',
        type: 'text',
        text: { body: 'this is a text message' },
      },
    ],
  },
}

const headOf = ({ number }: PayloadFacts) => ({
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: number?.digits ?? '', phone_number_id: number?.id ?? '' },
})

const contactsOf = ({ customer }: PayloadFacts) =>
  customer ? { contacts: [{ profile: { name: customer.name }, wa_id: customer.id, user_id: customer.user_id }] } : {}

function received({ message, user_id, at }: EventOf<'message.received'>, { number }: PayloadFacts) {
  const context = message.context
    ? { from: contextFrom(message.context, message.customer_id, number?.digits ?? ''), id: message.context }
    : message.forwarded
      ? { forwarded: true }
      : undefined
  return {
    ...(context ? { context } : {}),
    from: message.customer_id,
    from_user_id: user_id,
    id: message.wamid,
    timestamp: String(unixSeconds(at)),
    ...(message.errors ? { errors: message.errors } : {}),
    type: message.type,
    [message.type]: message.content,
  }
}

/** Who wrote the message that is answered: a sent id tells that the business did. */
function contextFrom(wamid: string, customer: string, business: string): string {
  const bytes = Buffer.from(wamid.slice('wamid.'.length), 'base64')
  const sent = bytes[3 + (bytes[2] ?? 0) + 3] === 0x11
  return sent ? business : customer
}

function status(event: StatusEvent, facts: PayloadFacts) {
  const base = {
    id: event.wamid,
    status: STATUS[event.type],
    timestamp: String(unixSeconds(event.at)),
    recipient_id: event.customer_id,
    ...(facts.customer ? { recipient_user_id: facts.customer.user_id } : {}),
    ...opaque(event),
  }
  // Told with `sent` and with the one after it; a message read later has told it already.
  if (event.type !== 'message.sent' && event.type !== 'message.delivered') return base
  return { ...base, ...conversation(event, facts), pricing: pricing(event) }
}

function conversation(event: StatusFacts & { type: string }, { version }: PayloadFacts) {
  const free = event.pricing_type === 'free_entry_point'
  if (Number(version.slice(1)) > CONVERSATION_UNTIL && !free) return {}
  const expires = event.type === 'message.sent' ? event.conversation_expires_at : undefined
  return {
    conversation: {
      id: event.conversation_id,
      ...(expires === undefined ? {} : { expiration_timestamp: String(unixSeconds(expires)) }),
      origin: { type: free ? 'referral_conversion' : event.category },
    },
  }
}

const pricing = ({ billable, pricing_type, category }: StatusFacts) => ({
  billable,
  pricing_model: 'PMP',
  type: pricing_type,
  category,
})

const opaque = ({ biz_opaque_callback_data: data }: { biz_opaque_callback_data?: string }) =>
  data === undefined ? {} : { biz_opaque_callback_data: data }

const failed = (event: EventOf<'message.failed'>) => ({
  id: event.wamid,
  status: 'failed',
  timestamp: String(unixSeconds(event.at)),
  recipient_id: event.customer_id,
  ...opaque(event),
  errors: event.errors,
})
