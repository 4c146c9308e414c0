import { unixSeconds } from '../../domain/time.ts'
import type { EventOf } from '../../events/event.ts'
import type { PayloadFacts } from '../field.ts'
import { contact, headOf, personOf } from './people.ts'

/**
 * `value` for a link of a marketing message that was followed.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/track-click-events
 */
export function userActionValue(event: EventOf<'link.clicked'>, facts: PayloadFacts) {
  const { customer } = facts
  const { click_component, product_id, click_id, tracking_token } = event
  const person = personOf(facts.phoneWithheld ? undefined : event.customer_id, customer?.user_id, facts)
  const action = {
    action_type: 'marketing_messages_link_click',
    timestamp: String(unixSeconds(event.at)),
    marketing_messages_link_click_data: {
      click_component,
      ...(product_id === undefined ? {} : { product_id }),
      click_id,
      tracking_token,
    },
  }
  return {
    ...headOf(facts),
    ...(customer ? { contacts: [contact(customer.name, person, { username: true, identity: false })] } : {}),
    user_actions: [action],
  }
}
