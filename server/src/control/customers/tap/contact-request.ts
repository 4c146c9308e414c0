import type { Customer } from '../../../domain/messaging/model.ts'
import type { TapButton } from './effect.ts'

/**
 * The customer's own card, with the phone number that a username hides.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 */
export const contactRequestButton = (title = 'Share Contact Info'): TapButton => ({
  title,
  effect: {
    does: 'fill',
    fill: (_, { customer }) => ({ type: 'contacts', content: [ownCard(customer)], showsPhone: true }),
  },
})

const ownCard = ({ id, name }: Customer) => ({
  name: { formatted_name: name, first_name: name.split(' ')[0] ?? name },
  phones: [{ phone: `+${id}`, wa_id: id, type: 'MOBILE' }],
  origin: 'contact_request',
})
