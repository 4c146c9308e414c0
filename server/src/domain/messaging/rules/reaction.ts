import { ValueNotValid } from '../../catalogue.ts'
import { ofType } from '../check.ts'
import { filled } from '../text-length.ts'

/** What people see as one character, though it may be many code points. */
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Pictures, flags and keycaps; plain letters, digits and signs are none of them. */
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[\d#*]\u{FE0F}?\u{20E3}/u

export const isOneEmoji = (text: string): boolean => [...GRAPHEMES.segment(text)].length === 1 && EMOJI.test(text)

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/reaction-messages */
export const reactsToMessage = ofType('reaction', ({ message_id }) => filled("reaction['message_id']", message_id))

/** Exactly one emoji, or nothing to take the reaction back. */
export const oneEmoji = ofType('reaction', ({ emoji }) =>
  emoji === '' || isOneEmoji(emoji)
    ? undefined
    : ValueNotValid('Reaction emoji is invalid: Please use exactly one emoji.'),
)
