import { ParameterRequired, ValueNotValid } from '../../catalogue.ts'
import { ofType } from '../check.ts'
import { filled } from '../text-length.ts'

/**
 * Days.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/groups-messaging
 */
const MIN_PIN_DAYS = 1
const MAX_PIN_DAYS = 30

/** Only a group has a place to pin to. */
export const pinInGroup = ofType('pin', (_, { to }) =>
  to.kind === 'group' ? undefined : ValueNotValid('Pin messages can only be sent to groups'),
)

export const pinDuration = ofType('pin', ({ type, message_id, expiration_days }) => {
  const missing = filled("pin['message_id']", message_id)
  if (missing || type === 'unpin') return missing
  if (expiration_days === undefined) return ParameterRequired("pin['expiration_days']")
  return expiration_days >= MIN_PIN_DAYS && expiration_days <= MAX_PIN_DAYS
    ? undefined
    : ValueNotValid(`expiration_days invalid. Min value: ${MIN_PIN_DAYS}, Max value: ${MAX_PIN_DAYS}`)
})
