import { ValueNotValid } from '../../catalogue.ts'
import { firstOf, ofInteractive, ofType } from '../check.ts'
import type { ButtonContent, ReplyButton } from '../content/interactive.ts'
import { directCategory } from '../direct-send.ts'
import { DIRECT_BUTTONS_MAX, DIRECT_LINKS_MAX } from '../rules/direct-send.ts'
import { filled, withinLengths } from '../text-length.ts'
import { isWebAddress, unique, untrimmed, withinCount } from './choices.ts'

/**
 * Limits of reply buttons.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages
 */
const MIN_BUTTONS = 1
const MAX_BUTTONS = 3
export const BUTTON_TITLE_MAX = 20
export const BUTTON_ID_MAX = 256

type Button = ButtonContent['action']['buttons'][number]
const isReply = (button: Button): button is ReplyButton => button.type === 'reply'

export const buttonCount = ofType('interactive', (content, draft) =>
  content.type === 'button'
    ? withinCount('buttons', content.action.buttons.length, MIN_BUTTONS, mostButtons(draft))
    : undefined,
)

const mostButtons = (draft: { category?: string }): number => (directCategory(draft) ? DIRECT_BUTTONS_MAX : MAX_BUTTONS)

export const buttonTexts = ofInteractive('button', ({ action: { buttons } }) =>
  firstOf(buttons, (button, index) => {
    const at = `interactive['action']['buttons'][${index}]`
    if (!isReply(button)) {
      const { display_text, url } = button.cta_url
      return (
        withinLengths('Button title', display_text, 1, BUTTON_TITLE_MAX) ??
        (isWebAddress(url) ? undefined : ValueNotValid(`${at}['cta_url']['url'] is not a valid URI.`))
      )
    }
    const { id, title } = button.reply
    return (
      filled(`${at}['reply']['id']`, id) ??
      filled(`${at}['reply']['title']`, title) ??
      withinLengths('Button title', title, 1, BUTTON_TITLE_MAX) ??
      withinLengths('Button id', id, 1, BUTTON_ID_MAX) ??
      untrimmed('Button id', id)
    )
  }),
)

/** Links stand before replies, and there are two at most. */
export const linksFirst = ofInteractive('button', ({ action: { buttons } }) => {
  const links = buttons.filter(button => !isReply(button)).length
  if (links > DIRECT_LINKS_MAX) {
    return ValueNotValid(`Invalid cta_url buttons count. Max allowed cta_url buttons: ${DIRECT_LINKS_MAX}`)
  }
  return buttons.slice(0, links).some(isReply)
    ? ValueNotValid('Buttons of type cta_url must be listed before those of type reply')
    : undefined
})

export const buttonsDiffer = ofInteractive('button', ({ action: { buttons } }) => {
  const replies = buttons.filter(isReply).map(button => button.reply)
  return (
    unique(
      'Duplicate button id',
      replies.map(reply => reply.id),
    ) ??
    unique(
      'Duplicate button title',
      replies.map(reply => reply.title),
    )
  )
})

export const buttonChecks = [buttonCount, buttonTexts, linksFirst, buttonsDiffer]
