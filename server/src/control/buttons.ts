import type { CarouselCard, InteractiveContent } from '../domain/messaging/content/interactive.ts'
import type { Message } from '../domain/model.ts'
import type { RenderedButton, RenderedTemplate } from '../domain/templates/rendered.ts'

/** What a tap on a button does. */
export type TapEffect =
  | { does: 'answer'; type: string; content: unknown }
  | { does: 'open'; url: string }
  /** Nothing that the business hears of; the sentence says what the phone does instead. */
  | { does: 'other'; sentence: string }

export interface TapButton {
  title: string
  /** The id or payload that comes back. */
  id?: string
  effect: TapEffect
}

/** Everything on a message that can be tapped. */
export function buttonsOf(message: Message): TapButton[] {
  if (message.direction !== 'sent') return []
  if (message.type === 'interactive') return inInteractive(message.content as InteractiveContent)
  if (!message.template) return []
  const { buttons = [], cards = [] } = message.template.rendered as RenderedTemplate
  return [...buttons, ...cards.flatMap(card => card.buttons)].map(inTemplate)
}

function inInteractive(content: InteractiveContent): TapButton[] {
  switch (content.type) {
    case 'button':
      return content.action.buttons.map(({ reply }) => replyButton(reply))
    case 'list':
      return content.action.sections.flatMap(section =>
        section.rows.map(({ id, title, description }) => {
          const list_reply = { id, title, ...(description ? { description } : {}) }
          return { title, id, effect: answer('interactive', { type: 'list_reply', list_reply }) }
        }),
      )
    case 'cta_url':
      return [urlButton(content.action.parameters.display_text, content.action.parameters.url)]
    case 'carousel':
      return content.action.cards.flatMap(inCard)
    case 'location_request_message':
      return [other('Send location', 'The phone asks for a place: answer with say and a location.')]
    case 'flow':
      return [other(content.action.parameters.flow_cta, 'The phone opens a flow, which this world does not run.')]
    default:
      return []
  }
}

function inCard({ action }: CarouselCard): TapButton[] {
  if (action.buttons) return action.buttons.map(({ quick_reply }) => replyButton(quick_reply))
  return action.parameters ? [urlButton(action.parameters.display_text, action.parameters.url)] : []
}

function inTemplate({ type, text, url, payload, phone_number, code }: RenderedButton): TapButton {
  if (type === 'QUICK_REPLY') {
    const id = payload ?? text
    return { title: text, id, effect: answer('button', { payload: id, text }) }
  }
  if (url !== undefined) return urlButton(text, url)
  if (type === 'PHONE_NUMBER') return other(text, `The phone calls ${phone_number ?? 'the business'}.`)
  if (code !== undefined) return other(text, `The phone copies the code ${code}.`)
  return other(text, `The phone handles buttons of type ${type} itself; the business hears nothing of it.`)
}

const answer = (type: string, content: unknown): TapEffect => ({ does: 'answer', type, content })

const replyButton = ({ id, title }: { id: string; title: string }): TapButton => ({
  title,
  id,
  effect: answer('interactive', { type: 'button_reply', button_reply: { id, title } }),
})

const urlButton = (title: string, url: string): TapButton => ({ title, effect: { does: 'open', url } })

const other = (title: string, sentence: string): TapButton => ({ title, effect: { does: 'other', sentence } })
