import type { Event } from '../../events/event.ts'
import type { PayloadFacts, WebhookField } from '../field.ts'

/** As the platform writes that a number has sent nothing yet, and that it has the higher throughput. */
const NOT_SET = 'TIER_NOT_SET'
const UNLIMITED = 'TIER_UNLIMITED'

/**
 * A number is being registered, its throughput was raised, or its quality became low or is so no longer.
 * NOTE: newer pages do not list the events of quality; older ones and clients do, and nothing else tells of the change.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/phone_number_quality_update
 */
export const phoneNumberQualityUpdate: WebhookField = {
  name: 'phone_number_quality_update',
  events: ['number.quality_changed', 'number.registered', 'number.throughput_upgraded'],
  timed: true,
  value(event, facts) {
    switch (event.type) {
      case 'number.registered':
        return event.first ? told('ONBOARDING', NOT_SET, facts) : undefined
      case 'number.throughput_upgraded':
        return told('THROUGHPUT_UPGRADE', UNLIMITED, facts)
      case 'number.quality_changed':
        return flagged(event, facts)
      default:
        return undefined
    }
  },
  sample: {
    display_phone_number: '15550783881',
    event: 'THROUGHPUT_UPGRADE',
    max_daily_conversations_per_business: 'TIER_UNLIMITED',
  },
}

function flagged(event: Extract<Event, { type: 'number.quality_changed' }>, facts: PayloadFacts): object | undefined {
  if (event.quality === 'RED') return told('FLAGGED', event.messaging_limit, facts)
  return event.previous === 'RED' ? told('UNFLAGGED', event.messaging_limit, facts) : undefined
}

const told = (event: string, limit: string, { number }: PayloadFacts) => ({
  display_phone_number: number?.digits ?? '',
  event,
  current_limit: limit,
  max_daily_conversations_per_business: limit,
})
