import type { WebhookField } from '../field.ts'

/**
 * A username was approved, or deleted in the WhatsApp Business app.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-usernames
 * NOTE: a revision of February 2026 prints the field without its last letter.
 */
export const businessUsernameUpdates: WebhookField = {
  name: 'business_username_updates',
  events: ['number.username_changed'],
  timed: true,
  value(event, { number }) {
    if (event.type !== 'number.username_changed' || !number) return undefined
    const { username } = event
    const head = { display_phone_number: number.digits }
    return username === undefined ? { ...head, status: 'deleted' } : { ...head, username, status: 'approved' }
  },
  sample: { display_phone_number: '15550783881', username: 'jaspersmarket', status: 'approved' },
}
