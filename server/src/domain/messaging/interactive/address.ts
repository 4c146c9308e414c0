import { firstOf, ofInteractive } from '../check.ts'
import { filled, withinLengths } from '../text-length.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/address-messages */
const PIN_CODE_MAX = 6

const PARAMETERS = "interactive['action']['parameters']"

export const addressCountry = ofInteractive('address_message', ({ action: { parameters } }) =>
  filled(`${PARAMETERS}['country']`, parameters.country),
)

export const addressPinCodes = ofInteractive('address_message', ({ action: { parameters } }) =>
  firstOf([parameters.values, ...(parameters.saved_addresses ?? []).map(address => address.value)], values =>
    withinLengths('in_pin_code', String(values?.in_pin_code ?? ''), 0, PIN_CODE_MAX),
  ),
)

export const addressChecks = [addressCountry, addressPinCodes]
