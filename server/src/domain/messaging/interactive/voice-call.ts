import { ValueNotValid } from '../../catalogue.ts'
import { ofInteractive } from '../check.ts'
import { withinLengths } from '../text-length.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-button-messages-deep-links */
const CALL_TEXT_MAX = 20
const CALL_PAYLOAD_MAX = 512
/** Minutes. */
const CALL_TTL_MIN = 1
const CALL_TTL_MAX = 43_200

export const callTexts = ofInteractive('voice_call', ({ action: { parameters } }) => {
  const { display_text, payload } = parameters ?? {}
  return (
    (display_text === undefined ? undefined : withinLengths('Display text', display_text, 1, CALL_TEXT_MAX)) ??
    (payload === undefined ? undefined : withinLengths('Payload', payload, 0, CALL_PAYLOAD_MAX))
  )
})

export const callLifetime = ofInteractive('voice_call', ({ action: { parameters } }) => {
  const minutes = parameters?.ttl_minutes
  if (minutes === undefined || (minutes >= CALL_TTL_MIN && minutes <= CALL_TTL_MAX)) return undefined
  return ValueNotValid(`ttl_minutes invalid. Min value: ${CALL_TTL_MIN}, Max value: ${CALL_TTL_MAX}`)
})

export const voiceCallChecks = [callTexts, callLifetime]
