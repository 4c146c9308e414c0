import { z } from 'zod'
import { Contacts } from './contacts.ts'
import { Interactive } from './interactive/index.ts'
import { Location } from './location.ts'
import { Audio, Document, Image, Sticker, Video } from './media.ts'
import { Pin } from './pin.ts'
import { Reaction } from './reaction.ts'
import { Template } from './template.ts'
import { Text } from './text.ts'

export { readDraft } from './read-draft.ts'

const messaging_product = z.literal('whatsapp')

/** The platform knows `gif` and `link_preview` by name, but documents neither. */
const MESSAGE_TYPES = [
  'audio',
  'contacts',
  'document',
  'gif',
  'image',
  'interactive',
  'link_preview',
  'location',
  'pin',
  'reaction',
  'sticker',
  'template',
  'text',
  'video',
] as const

/**
 * A message to send. Members are checked in this order, and the first fault is the one that is answered.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 */
export const SendMessage = z.looseObject({
  messaging_product,
  recipient_type: z.enum(['group', 'individual']).optional(),
  to: z.string().optional().describe('Phone number in almost any format, or the id of a group.'),
  recipient: z.string().optional().describe('Business-scoped user id; `to` wins where both are given.'),
  type: z.enum(MESSAGE_TYPES).optional().describe('`text` when absent. The member of that name holds the content.'),
  context: z.looseObject({ message_id: z.string().describe('wamid of the message that this one answers.') }).optional(),
  biz_opaque_callback_data: z
    .string()
    .optional()
    .describe('Given back in each status of the message; up to 512 characters.'),
  recipient_identity_key_hash: z.string().optional().describe('Deliver only if the identity of the user is this one.'),
  category: z.enum(['authentication', 'service', 'utility']).optional().describe('Direct Send only.'),
  ttl_seconds: z.int().optional().describe('Direct Send only.'),
  direct_send_config: z.looseObject({ template_name: z.string().optional() }).optional(),
  audio: Audio.optional(),
  contacts: Contacts.optional(),
  document: Document.optional(),
  image: Image.optional(),
  interactive: Interactive.optional(),
  location: Location.optional(),
  pin: Pin.optional(),
  reaction: Reaction.optional(),
  sticker: Sticker.optional(),
  template: Template.optional(),
  text: Text.optional(),
  video: Video.optional(),
})
export type SendMessageParams = z.output<typeof SendMessage>

/**
 * Marks a message and all before it as read; may show that an answer is being written.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/mark-message-as-read
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/typing-indicators
 */
export const MarkAsRead = z.looseObject({
  messaging_product,
  status: z.literal('read'),
  message_id: z.string().describe('wamid of a message that was received.'),
  typing_indicator: z.looseObject({ type: z.literal('text') }).optional(),
})
