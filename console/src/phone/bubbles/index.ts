import type { ComponentType } from 'react'
import type { MessageOf, MessageType } from '../../api/messages.ts'
import { AudioBody } from './audio.tsx'
import { ButtonBody } from './button.tsx'
import { ContactsBody } from './contacts.tsx'
import { DocumentBody } from './document.tsx'
import { ImageBody } from './image.tsx'
import { InteractiveBody } from './interactive.tsx'
import { LocationBody } from './location.tsx'
import { OrderBody } from './order.tsx'
import { StickerBody } from './sticker.tsx'
import { TemplateBody } from './template.tsx'
import { TextBody } from './text.tsx'
import { UnsupportedBody } from './unsupported.tsx'
import { VideoBody } from './video.tsx'

export interface BodyProps<K extends MessageType> {
  message: MessageOf<K>
}

/** Every kind of message, and what draws it. */
export const bodies: { [K in MessageType]: ComponentType<BodyProps<K>> } = {
  audio: AudioBody,
  button: ButtonBody,
  contacts: ContactsBody,
  document: DocumentBody,
  image: ImageBody,
  interactive: InteractiveBody,
  location: LocationBody,
  order: OrderBody,
  reaction: UnsupportedBody,
  sticker: StickerBody,
  system: UnsupportedBody,
  template: TemplateBody,
  text: TextBody,
  unsupported: UnsupportedBody,
  video: VideoBody,
}
