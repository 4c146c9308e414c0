import { unixSeconds } from '../../domain/time.ts'
import type { WebhookField } from '../field.ts'
import { headOf } from '../messages/people.ts'

/**
 * What happens in threads that another app owns. What `messages` tells the owner comes through `inStandby`; what the
 * owner writes is an event of its own.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/standby
 */
export const standby: WebhookField = {
  name: 'standby',
  events: ['message.accepted'],
  timed: false,
  routed: 'others',
  value(event, facts) {
    if (event.type !== 'message.accepted' || !event.request) return undefined
    const echo = { id: event.wamid, timestamp: String(unixSeconds(event.at)), message: event.request }
    return { ...headOf(facts), standby: { message_echoes: [echo] } }
  },
  sample: {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550783881', phone_number_id: '106540352242922' },
    standby: { statuses: [{ id: 'wamid.example', status: 'delivered', timestamp: '1750101000' }] },
  },
}

/** The `value` of `messages` as those get it who do not own the thread. */
export function inStandby(value: object): object {
  const { messaging_product, metadata, ...rest } = value as { messaging_product?: string; metadata?: object }
  return { messaging_product, metadata, standby: rest }
}
