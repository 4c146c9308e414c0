import { unixSeconds } from '../../domain/time.ts'
import type { WebhookField } from '../field.ts'

/**
 * That a thread has another owner, to the app that is concerned: the new one when it was passed, the previous one when
 * it was taken.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messaging-handovers
 */
export const messagingHandovers: WebhookField = {
  name: 'messaging_handovers',
  events: ['thread.passed', 'thread.taken'],
  timed: false,
  routed: 'own',
  value(event, { number, customer, phoneWithheld }) {
    if (event.type !== 'thread.passed' && event.type !== 'thread.taken') return undefined
    const { previous_owner_app_id, previous_owner_role, new_owner_role, metadata } = event
    const type = event.type === 'thread.passed' ? 'control_passed' : 'control_taken'
    const sender = phoneWithheld ? { user_id: customer?.user_id } : { phone_number: event.customer_id }
    return {
      messaging_product: 'whatsapp',
      sender,
      recipient: { phone_number_id: number?.id ?? '', display_phone_number: number?.digits ?? '' },
      type,
      timestamp: String(unixSeconds(event.at)),
      [type]: {
        previous_owner_app_id,
        ...(previous_owner_role ? { previous_owner_role } : {}),
        ...(new_owner_role ? { new_owner_role } : {}),
        ...(metadata === undefined ? {} : { metadata }),
      },
    }
  },
  sample: {
    messaging_product: 'whatsapp',
    sender: { phone_number: '16505551234' },
    recipient: { phone_number_id: '106540352242922', display_phone_number: '15550783881' },
    type: 'control_passed',
    timestamp: '1750101000',
    control_passed: {
      previous_owner_app_id: '1066355071287456',
      previous_owner_role: 'ai_agent',
      new_owner_role: 'escalation',
      metadata: 'The customer asks for a person.',
    },
  },
}
