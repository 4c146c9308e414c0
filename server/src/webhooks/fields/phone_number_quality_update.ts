import type { WebhookField } from '../field.ts'

/**
 * A number whose quality became low, or is so no longer.
 * NOTE: newer pages list these events no more; older ones and clients do, and nothing else tells of the change.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/phone_number_quality_update
 */
export const phoneNumberQualityUpdate: WebhookField = {
  name: 'phone_number_quality_update',
  events: ['number.quality_changed'],
  timed: true,
  value(event, { number }) {
    if (event.type !== 'number.quality_changed') return undefined
    const told = event.quality === 'RED' ? 'FLAGGED' : event.previous === 'RED' ? 'UNFLAGGED' : undefined
    if (told === undefined) return undefined
    return {
      display_phone_number: number?.digits ?? '',
      event: told,
      current_limit: event.messaging_limit,
      max_daily_conversations_per_business: event.messaging_limit,
    }
  },
  sample: {
    display_phone_number: '15550783881',
    event: 'THROUGHPUT_UPGRADE',
    max_daily_conversations_per_business: 'TIER_UNLIMITED',
  },
}
