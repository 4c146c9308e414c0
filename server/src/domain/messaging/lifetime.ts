import { DAY, MINUTE, SECOND } from '../time.ts'
import type { Message } from './model.ts'

/*
 * How long an undelivered message waits for its phone. Then it is dropped, and no webhook tells.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/time-to-live
 */

const LONGEST_LIFE = 30 * DAY
const AUTHENTICATION_LIFE = 10 * MINUTE
/** What a template says that asks for the longest. */
const LONGEST = -1

/** Milliseconds from the send. A template may have its own; authentication templates have a short one. */
export function messageLifetime({ template }: Pick<Message, 'template'>): number {
  const own = template?.ttl_seconds
  if (own !== undefined) return own === LONGEST ? LONGEST_LIFE : own * SECOND
  return template?.category === 'AUTHENTICATION' ? AUTHENTICATION_LIFE : LONGEST_LIFE
}

/** The instant from which an undelivered message is lost. */
export const expiresAt = (message: Pick<Message, 'template' | 'at'>): number => message.at + messageLifetime(message)
