import type { WebhookField } from '../field.ts'
import { receivedValue } from '../messages/received.ts'
import { failedValue, isStatus, statusValue } from '../messages/status.ts'
import { userActionValue } from '../messages/user-action.ts'

/**
 * What customers write and do, and what becomes of what the business writes.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
 */
export const messages: WebhookField = {
  name: 'messages',
  events: [
    'message.received',
    'message.sent',
    'message.delivered',
    'message.read',
    'message.played',
    'message.failed',
    'link.clicked',
  ],
  timed: false,
  value(event, facts) {
    if (event.type === 'message.received') return receivedValue(event, facts)
    if (event.type === 'message.failed') return failedValue(event, facts)
    if (event.type === 'link.clicked') return userActionValue(event, facts)
    return isStatus(event) ? statusValue(event, facts) : undefined
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
