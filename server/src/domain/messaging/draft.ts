import type {
  ContactCard,
  LocationContent,
  MediaContent,
  PinContent,
  ReactionContent,
  TextContent,
} from './content/basic.ts'
import type { InteractiveContent } from './content/interactive.ts'
import type { TemplateContent } from './content/template.ts'
import type { MediaReference } from './media-references.ts'

/** What the member named by `type` holds. */
export interface Contents {
  audio: MediaContent
  contacts: ContactCard[]
  document: MediaContent
  image: MediaContent
  interactive: InteractiveContent
  location: LocationContent
  pin: PinContent
  reaction: ReactionContent
  sticker: MediaContent
  template: TemplateContent
  text: TextContent
  video: MediaContent
}

export type MessageType = keyof Contents
export type MediaMessageType = 'audio' | 'document' | 'image' | 'sticker' | 'video'

/**
 * Whom a message is for. `input` is what the caller wrote; an answer repeats it as it was.
 * Exactly one of `waId`, `userId` and `groupId` is there, and `kind` says which.
 */
export type Addressee =
  | { kind: 'phone'; input: string; waId: string; userId?: undefined; groupId?: undefined }
  | { kind: 'user'; input: string; userId: string; waId?: undefined; groupId?: undefined }
  | { kind: 'group'; input: string; groupId: string; waId?: undefined; userId?: undefined }

interface Envelope {
  to: Addressee
  /** wamid of the message that this one answers. */
  context?: string
  /** Given back in each status of the message; the customer never sees it. */
  biz_opaque_callback_data?: string
  recipient_identity_key_hash?: string
  /** Each file that the message shows, wherever in it. */
  media: MediaReference[]
  /** Direct Send: what the message claims to be. */
  category?: 'authentication' | 'service' | 'utility'
  ttl_seconds?: number
  /** Direct Send: what its hidden template is to be called. */
  direct_template_name?: string
}

/** A well-formed message that a business asks to send, before any rule has looked at it. */
export type MessageDraft = { [T in MessageType]: Envelope & { type: T; content: Contents[T] } }[MessageType]
