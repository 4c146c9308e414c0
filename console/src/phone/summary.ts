import type { Message } from '../api/messages.ts'
import { plainText } from '../util/markup.ts'

/** A message in one line: for the list of chats, for quotes, for reading aloud. */
export function summary(message: Message): string {
  if (message.revoked) return 'This message was deleted'
  switch (message.type) {
    case 'text':
      return plainText(message.content.body)
    case 'image':
      return message.content.caption ? plainText(message.content.caption) : 'Photo'
    case 'video':
      return message.content.caption ? plainText(message.content.caption) : 'Video'
    case 'audio':
      return message.media?.voice ? 'Voice message' : 'Audio'
    case 'document':
      return (
        plainText(message.content.caption ?? '') || message.content.filename || message.media?.filename || 'Document'
      )
    case 'sticker':
      return 'Sticker'
    case 'location':
      return message.content.name ?? 'Location'
    case 'contacts':
      return contactsLine(message.content.map(contact => contact.name.formatted_name))
    case 'interactive': {
      const { body, button_reply, list_reply, nfm_reply, call_permission_reply, header } = message.content
      if (nfm_reply) return nfm_reply.body ?? 'Form sent'
      if (call_permission_reply) return 'Answered a call request'
      return button_reply?.title ?? list_reply?.title ?? plainText(body?.text ?? header?.text ?? 'Message with buttons')
    }
    case 'template':
      return plainText(message.template?.rendered.body ?? '') || `Template ${message.template?.name ?? ''}`.trim()
    case 'button':
      return message.content.text
    case 'order':
      return message.content.text || 'Order'
    case 'reaction':
      return message.content.emoji ? `Reacted ${message.content.emoji}` : 'Removed a reaction'
    case 'system':
      return message.content.body
    case 'unsupported':
      return UNSUPPORTED[message.content?.type ?? ''] ?? 'Message of a kind this phone does not know'
    default:
      return 'Message of a kind this phone does not know'
  }
}

const UNSUPPORTED: Record<string, string> = { poll_creation: 'Poll' }

function contactsLine(names: string[]): string {
  if (names.length <= 1) return names[0] ?? 'Contact'
  return `${names[0]} and ${names.length - 1} more ${names.length === 2 ? 'contact' : 'contacts'}`
}
