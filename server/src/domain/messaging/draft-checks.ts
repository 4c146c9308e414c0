import type { Check } from './check.ts'
import type { MessageDraft } from './draft.ts'
import { addressChecks } from './interactive/address.ts'
import { buttonChecks } from './interactive/button.ts'
import { carouselChecks } from './interactive/carousel.ts'
import { flowChecks } from './interactive/flow.ts'
import { frameChecks } from './interactive/frame.ts'
import { listChecks } from './interactive/list.ts'
import { orderChecks } from './interactive/order.ts'
import { productChecks } from './interactive/products.ts'
import { urlChecks } from './interactive/url-button.ts'
import { voiceCallChecks } from './interactive/voice-call.ts'
import { contactCount, contactFields } from './rules/contacts.ts'
import { directFormat, directLifetime, directName } from './rules/direct-send.ts'
import { allowedInGroup, callbackDataLength } from './rules/envelope.ts'
import { onTheGlobe } from './rules/location.ts'
import { captionLength, linkIsUri, oneSource } from './rules/media.ts'
import { pinDuration, pinInGroup } from './rules/pin.ts'
import { oneEmoji, reactsToMessage } from './rules/reaction.ts'
import { templateNamed, templateParts } from './rules/template.ts'
import { textLength } from './rules/text.ts'

/**
 * What can be said against a message by looking at nothing else. Answered at once, before anybody asks who sends it or
 * to whom; the first objection is the one the caller sees.
 */
export const draftChecks: readonly Check<MessageDraft>[] = [
  callbackDataLength,
  directLifetime,
  directName,
  directFormat,
  allowedInGroup,
  textLength,
  oneSource,
  linkIsUri,
  captionLength,
  onTheGlobe,
  contactCount,
  contactFields,
  reactsToMessage,
  oneEmoji,
  pinInGroup,
  pinDuration,
  templateNamed,
  templateParts,
  ...frameChecks,
  ...buttonChecks,
  ...listChecks,
  ...urlChecks,
  ...productChecks,
  ...flowChecks,
  ...addressChecks,
  ...voiceCallChecks,
  ...carouselChecks,
  ...orderChecks,
]
