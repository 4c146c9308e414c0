import { DAY } from '../time.ts'
import type { Message } from './model.ts'

/**
 * How long a message can be reacted to: later the business hears of none, and its own is not delivered.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/reaction-messages
 */
export const REACTED_TO_FOR = 30 * DAY

/** What a reaction has to know of its message. */
export type ReactedTo = Pick<Message, 'type' | 'at' | 'revoked'>

/** Whether a reaction of the business finds its place: not on nothing, what was deleted, what is old, or another reaction. */
export const canReactTo = (target: ReactedTo | undefined, now: number): boolean =>
  target !== undefined && !target.revoked && target.type !== 'reaction' && now < target.at + REACTED_TO_FOR
