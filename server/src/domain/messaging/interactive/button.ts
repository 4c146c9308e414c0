import { firstOf, ofInteractive } from '../check.ts'
import { filled, withinLengths } from '../text-length.ts'
import { unique, untrimmed, withinCount } from './choices.ts'

/**
 * Limits of reply buttons.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages
 */
export const MIN_BUTTONS = 1
export const MAX_BUTTONS = 3
export const BUTTON_TITLE_MAX = 20
export const BUTTON_ID_MAX = 256

export const buttonCount = ofInteractive('button', ({ action: { buttons } }) =>
  withinCount('buttons', buttons.length, MIN_BUTTONS, MAX_BUTTONS),
)

export const buttonTexts = ofInteractive('button', ({ action: { buttons } }) =>
  firstOf(buttons, ({ reply }, index) => {
    const at = `interactive['action']['buttons'][${index}]['reply']`
    return (
      filled(`${at}['id']`, reply.id) ??
      filled(`${at}['title']`, reply.title) ??
      withinLengths('Button title', reply.title, 1, BUTTON_TITLE_MAX) ??
      withinLengths('Button id', reply.id, 1, BUTTON_ID_MAX) ??
      untrimmed('Button id', reply.id)
    )
  }),
)

export const buttonsDiffer = ofInteractive(
  'button',
  ({ action: { buttons } }) =>
    unique(
      'Duplicate button id',
      buttons.map(button => button.reply.id),
    ) ??
    unique(
      'Duplicate button title',
      buttons.map(button => button.reply.title),
    ),
)

export const buttonChecks = [buttonCount, buttonTexts, buttonsDiffer]
