import { ParameterRequired, ValueNotValid } from '../../catalogue.ts'
import { firstOf, ofType } from '../check.ts'
import { filled } from '../text-length.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/contacts-messages */
const MAX_CONTACTS = 257

const BIRTHDAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

export const contactCount = ofType('contacts', contacts => {
  if (contacts.length === 0) return ParameterRequired('contacts')
  return contacts.length > MAX_CONTACTS
    ? ValueNotValid(`Invalid contacts count. Min allowed contacts: 1, Max allowed contacts: ${MAX_CONTACTS}`)
    : undefined
})

export const contactFields = ofType('contacts', contacts =>
  firstOf(
    contacts,
    ({ name, birthday }, index) =>
      filled(`contacts[${index}]['name']['formatted_name']`, name.formatted_name) ??
      (birthday === undefined || BIRTHDAY.test(birthday)
        ? undefined
        : ValueNotValid('Contact birthday is invalid: Please use the format: YYYY-MM-DD.')),
  ),
)
