import type { Customer, FileKind, Said } from '../api/control.ts'
import type { Contact, Location, Message, ProductRef } from '../api/messages.ts'

export interface FileDraft {
  file: File
  kind: FileKind
  caption?: string
}

/** What the customer is about to say. */
export type Draft = { replyTo?: string; forwarded?: boolean } & (
  | { text: string; referred_product?: ProductRef }
  | { unsupported: string }
  | { location: Location }
  | { contacts: Contact[] }
  | FileDraft
  | { tap: { id?: string; title: string }; replyTo: string }
)

export function asSaid(draft: Exclude<Draft, { tap: unknown }>, phoneNumberId: string): Said {
  const { replyTo, ...said } = draft
  return { ...said, phone_number_id: phoneNumberId, ...(replyTo && { reply_to: replyTo }) }
}

/** The draft as the message it will be, so that it is drawn like any other while it is on its way. */
export function previewOf(draft: Draft, customer: Customer, phoneNumberId: string, id: string, at: number): Message {
  const envelope = {
    wamid: id,
    phone_number_id: phoneNumberId,
    customer_id: customer.wa_id,
    direction: 'received' as const,
    status: customer.online ? ('sending' as const) : ('waiting' as const),
    at,
    context: draft.replyTo,
    forwarded: draft.forwarded,
  }
  if ('text' in draft) {
    const { text: body, referred_product } = draft
    return { ...envelope, referred_product, type: 'text', content: { body } }
  }
  if ('unsupported' in draft) return { ...envelope, type: 'unsupported', content: { type: draft.unsupported } }
  if ('location' in draft) return { ...envelope, type: 'location', content: draft.location }
  if ('contacts' in draft) return { ...envelope, type: 'contacts', content: draft.contacts }
  if ('tap' in draft) return { ...envelope, type: 'button', content: { text: draft.tap.title } }
  const media = {
    url: URL.createObjectURL(draft.file),
    mime_type: draft.file.type,
    file_size: draft.file.size,
    filename: draft.file.name,
    voice: draft.kind === 'voice',
  }
  const type = draft.kind === 'voice' ? 'audio' : draft.kind
  return { ...envelope, type, content: { caption: draft.caption, filename: draft.file.name }, media } as Message
}

/** What a file is sent as unless the customer chooses otherwise. */
export function kindOf({ type }: { type: string }): FileKind {
  if (type === 'image/webp') return 'sticker'
  if (type === 'image/jpeg' || type === 'image/png') return 'image'
  if (type === 'video/mp4' || type === 'video/3gpp') return 'video'
  if (type.startsWith('audio/')) return 'audio'
  return 'document'
}

/** What else it could be sent as. */
export function kindsFor(file: { type: string }): FileKind[] {
  const kind = kindOf(file)
  if (kind === 'audio') return ['audio', 'voice', 'document']
  if (file.type.startsWith('image/') && file.type !== 'image/svg+xml') {
    return kind === 'image' ? ['image', 'sticker', 'document'] : ['sticker', 'document']
  }
  return kind === 'document' ? ['document'] : [kind, 'document']
}
