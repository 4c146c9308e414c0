import type { WebhookField } from '../field.ts'

/**
 * Only what is done by hand is told; a PIN that is changed by the API is not.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/security
 */
export const security: WebhookField = {
  name: 'security',
  events: ['number.pin_event'],
  timed: true,
  value(event, { number }) {
    if (event.type !== 'number.pin_event' || !number) return undefined
    return {
      display_phone_number: number.digits,
      event: event.event,
      ...(event.requester === undefined ? {} : { requester: event.requester }),
    }
  },
  sample: { display_phone_number: '15550783881', event: 'PIN_CHANGED' },
}
