import { InvalidParameter, Param } from '../../catalogue.ts'
import type { Check } from '../check.ts'
import { DIRECT_LIFETIMES, directCategory } from '../direct-send.ts'
import type { MessageDraft } from '../draft.ts'
import { atMost, longerThan } from '../text-length.ts'

/*
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/supported-features-and-limits
 */
const DIRECT_BODY_MAX = 1024
const DIRECT_NAME_MAX = 512
export const DIRECT_BUTTONS_MAX = 10
export const DIRECT_LINKS_MAX = 2

const INTERACTIVE: readonly string[] = ['button', 'cta_url', 'voice_call']

/** Only messages of Direct Send carry a lifetime of their own. */
export const directLifetime: Check<MessageDraft> = ({ ttl_seconds: seconds, ...draft }) => {
  if (seconds === undefined) return undefined
  const category = directCategory(draft)
  if (!category) return InvalidParameter("Parameter 'ttl_seconds' is only supported for direct send messages")
  const { min, max } = DIRECT_LIFETIMES[category]
  if (seconds > max) return InvalidParameter(`The time to live value must be lower than or equal to ${max}`)
  return seconds < min ? InvalidParameter(`The time to live value must be higher than or equal to ${min}`) : undefined
}

/** The platform names the parameter and says no more. */
export const directName: Check<MessageDraft> = ({ direct_template_name: name, ...draft }) => {
  if (name === undefined) return undefined
  const fits = /^[a-z0-9_]+$/.test(name) && !longerThan(name, DIRECT_NAME_MAX)
  return fits && directCategory(draft) === 'utility' ? undefined : Param('template_name')
}

/** Texts, links and buttons, to one person. */
export const directFormat: Check<MessageDraft> = draft => {
  const category = directCategory(draft)
  if (!category) return undefined
  if (draft.to.kind === 'group') return InvalidParameter('Direct send messages cannot be sent to groups')
  if (draft.type === 'text') return atMost("text['body']", draft.content.body, DIRECT_BODY_MAX)
  const type = draft.type === 'interactive' ? draft.content.type : draft.type
  return draft.type === 'interactive' && INTERACTIVE.includes(type)
    ? undefined
    : InvalidParameter(`Message type ${type} is not supported for direct send messages`)
}
