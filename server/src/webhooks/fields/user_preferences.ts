import { unixSeconds } from '../../domain/time.ts'
import type { WebhookField } from '../field.ts'
import { contact, headOf, personOf } from '../messages/people.ts'

/**
 * A customer stops the marketing messages of a business, wants them again, or signs up for them.
 * NOTE: `signup` and its id are known from one client library only.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/user_preferences
 */
export const userPreferences: WebhookField = {
  name: 'user_preferences',
  events: ['preference.changed'],
  timed: true,
  value(event, facts) {
    if (event.type !== 'preference.changed') return undefined
    const { category, value } = event
    const { customer } = facts
    const person = personOf(facts.phoneWithheld ? undefined : event.customer_id, customer?.user_id, facts)
    const { wa_id, user_id, parent_user_id } = person
    return {
      ...headOf(facts),
      ...(customer ? { contacts: [contact(customer.name, person, { username: true, identity: false })] } : {}),
      user_preferences: [
        {
          ...(wa_id === undefined ? {} : { wa_id }),
          ...(user_id === undefined ? {} : { user_id }),
          ...(parent_user_id === undefined ? {} : { parent_user_id }),
          detail:
            value === 'signup' ? 'User signed up via signup link' : `User requested to ${value} marketing messages`,
          category,
          value,
          ...(event.signup_id === undefined ? {} : { signup_id: event.signup_id }),
          // A number here, unlike in messages.
          timestamp: unixSeconds(event.at),
        },
      ],
    }
  },
  sample: {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '16505551111', phone_number_id: '123456123' },
    contacts: [{ profile: { name: 'test user name' }, wa_id: '16315551181' }],
    user_preferences: [
      {
        wa_id: '16315551181',
        detail: 'User requested to stop marketing messages',
        category: 'marketing_messages',
        value: 'stop',
        timestamp: 1504902988,
      },
    ],
  },
}
