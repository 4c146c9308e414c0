import { DirectSendNotEnabled, InvalidParameter, UnsupportedMessageType } from '../../catalogue.ts'
import type { Check } from '../check.ts'
import type { MessageDraft, MessageType } from '../draft.ts'
import { atMost } from '../text-length.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages */
export const CALLBACK_DATA_MAX = 512

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

/**
 * NOTE: Direct Send is open to accounts that were admitted to it, and no account here is yet.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/overview
 */
export const directSendEnabled: Check<MessageDraft> = draft =>
  draft.category === 'authentication' || draft.category === 'utility' ? DirectSendNotEnabled : undefined

/** Only messages of Direct Send carry a lifetime of their own. */
export const noLifetime: Check<MessageDraft> = draft =>
  draft.ttl_seconds === undefined
    ? undefined
    : InvalidParameter("Parameter 'ttl_seconds' is only supported for direct send messages")
