import { DAY, MINUTE } from '../time.ts'
import type { Message } from './model.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/edit */
const EDIT_WITHIN = 15 * MINUTE

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/revoke */
const DELETE_WITHIN = 2 * DAY

/** Types with a text that can be changed: its own, or a caption. */
const EDITABLE: readonly string[] = ['text', 'image', 'video', 'document']

/** Why a phone offers no change of a message, or nothing. */
export function mayEdit({ type, at }: Pick<Message, 'type' | 'at'>, now: number): string | undefined {
  if (!EDITABLE.includes(type)) return `A message of type ${type} has no text to change. Delete it, or say another.`
  return now < at + EDIT_WITHIN ? undefined : 'Messages can be changed for 15 minutes. This one is older.'
}

/** Why a phone cannot delete a message for everyone, or nothing. */
export const mayDelete = ({ at }: Pick<Message, 'at'>, now: number): string | undefined =>
  now < at + DELETE_WITHIN ? undefined : 'Messages can be deleted for everyone for two days. This one is older.'
