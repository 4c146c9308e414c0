import { UnsupportedMessageType } from '../../catalogue.ts'
import type { Check } from '../check.ts'
import type { MessageDraft, MessageType } from '../draft.ts'
import { atMost } from '../text-length.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages */
const CALLBACK_DATA_MAX = 512

/**
 * What a group can be sent.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/groups-messaging
 */
const GROUP_TYPES: readonly MessageType[] = [
  'audio',
  'document',
  'image',
  'pin',
  'sticker',
  'template',
  'text',
  'video',
]

export const callbackDataLength: Check<MessageDraft> = draft =>
  atMost('biz_opaque_callback_data', draft.biz_opaque_callback_data, CALLBACK_DATA_MAX)

export const allowedInGroup: Check<MessageDraft> = draft =>
  draft.to.kind === 'group' && !GROUP_TYPES.includes(draft.type) ? UnsupportedMessageType : undefined
