import type { WebhookField } from '../field.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/phone_number_name_update */
export const phoneNumberNameUpdate: WebhookField = {
  name: 'phone_number_name_update',
  events: ['number.name_reviewed'],
  timed: true,
  value(event, { number }) {
    if (event.type !== 'number.name_reviewed' || !number) return undefined
    const { decision, requested_verified_name, rejection_reason } = event
    return { display_phone_number: number.digits, decision, requested_verified_name, rejection_reason }
  },
  sample: {
    display_phone_number: '15550783881',
    decision: 'APPROVED',
    requested_verified_name: 'Lucky Shrub',
    rejection_reason: null,
  },
}
