import { NotAUri, ParameterRequired, ValueNotValid } from '../../catalogue.ts'
import { type Check, firstOf, ofType } from '../check.ts'
import type { MediaMessageType, MessageDraft } from '../draft.ts'
import { isWebAddress } from '../interactive/choices.ts'
import { atMost } from '../text-length.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/image-messages */
const CAPTION_MAX = 1024

const CAPTIONED: readonly MediaMessageType[] = ['document', 'image', 'video']

/** A file comes from one place. NOTE: the platform's texts for this are not published. */
export const oneSource: Check<MessageDraft> = draft =>
  firstOf(draft.media, ({ object, path, id, link }) => {
    if (id && link) return ValueNotValid(`Parameters ${object}['id'] and ${object}['link'] cannot be used together`)
    return id || link ? undefined : ParameterRequired(path)
  })

export const linkIsUri: Check<MessageDraft> = draft =>
  firstOf(draft.media, ({ path, link }) => (link && !isWebAddress(link) ? NotAUri(path) : undefined))

export const captionLength = ofType(CAPTIONED, ({ caption }, { type }) =>
  atMost(`${type}['caption']`, caption, CAPTION_MAX),
)
