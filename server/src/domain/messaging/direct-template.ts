import type { TemplateComponent } from '../templates/model.ts'
import type { ButtonContent, InteractiveContent } from './content/interactive.ts'
import type { MessageDraft } from './draft.ts'

/** Components of the hidden template that a message of Direct Send belongs to, with variables for what differs. */
export function directComponents(draft: MessageDraft): TemplateComponent[] {
  if (draft.type === 'text') return [{ type: 'BODY', text: withVariables(draft.content.body) }]
  if (draft.type !== 'interactive') return []
  const { header, body, footer } = draft.content
  const buttons = buttonsOf(draft.content)
  return [
    ...(header ? [headerOf(header)] : []),
    ...(body ? [{ type: 'BODY', text: withVariables(body.text) }] : []),
    ...(footer ? [{ type: 'FOOTER', text: footer.text }] : []),
    ...(buttons.length > 0 ? [{ type: 'BUTTONS', buttons }] : []),
  ]
}

/** `Order 1234 is on its way` belongs to `Order {{1}} is on its way`: words with a digit in them are variables. */
export function withVariables(text: string): string {
  let count = 0
  return text.replace(/[\p{L}\p{N}_-]*\p{N}[\p{L}\p{N}_.,:/-]*(?<![.,:])/gu, () => `{{${++count}}}`)
}

const headerOf = ({ type, text }: NonNullable<InteractiveContent['header']>): TemplateComponent =>
  type === 'text'
    ? { type: 'HEADER', format: 'TEXT', text: withVariables(text ?? '') }
    : { type: 'HEADER', format: type.toUpperCase() }

function buttonsOf(content: InteractiveContent): object[] {
  if (content.type === 'button') return content.action.buttons.map(buttonOf)
  if (content.type !== 'cta_url') return []
  return [{ type: 'URL', text: content.action.parameters.display_text, url: linkOf(content.action.parameters.url) }]
}

const buttonOf = (button: ButtonContent['action']['buttons'][number]) =>
  button.type === 'reply'
    ? { type: 'QUICK_REPLY', text: button.reply.title }
    : { type: 'URL', text: button.cta_url.display_text, url: linkOf(button.cta_url.url) }

/** Where a link leads on a site differs from message to message. */
const linkOf = (url: string): string => `${URL.parse(url)?.origin ?? url}/{{1}}`
