import { unixSeconds } from '../../domain/time.ts'
import type { WebhookField } from '../field.ts'
import { headOf, rolloutIn } from '../messages/people.ts'

/**
 * A customer's business-scoped user id is another one now.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 */
export const userIdUpdate: WebhookField = {
  name: 'user_id_update',
  events: ['user_id.changed'],
  timed: true,
  value(event, facts) {
    const { user_ids, parent_user_ids } = rolloutIn(facts)
    if (event.type !== 'user_id.changed' || !user_ids) return undefined
    const { customer_name: name, previous, current } = event
    const phone = facts.phoneWithheld ? {} : { wa_id: event.customer_id }
    const parents = parent_user_ids && previous.parent_user_id && current.parent_user_id
    return {
      ...headOf(facts),
      contacts: [{ profile: { name }, ...phone }],
      user_id_update: [
        {
          ...phone,
          detail: `User id for ${name} has been updated.`,
          user_id: { previous: previous.user_id, current: current.user_id },
          ...(parents
            ? { parent_user_id: { previous: previous.parent_user_id, current: current.parent_user_id } }
            : {}),
          timestamp: String(unixSeconds(event.at)),
        },
      ],
    }
  },
  sample: {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '16505551111', phone_number_id: '123456123' },
    contacts: [{ profile: { name: 'test user name' }, wa_id: '16315551181' }],
    user_id_update: [
      {
        wa_id: '16315551181',
        detail: 'User id for test user name has been updated.',
        user_id: { previous: 'US.13491208655302741918', current: 'US.11815799212886844830' },
        timestamp: '1504902988',
      },
    ],
  },
}
