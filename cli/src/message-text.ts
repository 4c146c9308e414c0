/** A message as the control API gives it, as far as it is shown here. */
export interface ShownMessage {
  wamid: string
  direction: 'sent' | 'received'
  at: number
  type: string
  status: string
  content: unknown
  revoked?: boolean
  template?: {
    name: string
    rendered: { header?: { text?: string }; body?: string; footer?: string; buttons?: { text: string }[] }
  }
  errors?: { code: number; title: string; error_data?: { details?: string } }[]
}

/** Members that any kind of content may have, to be looked at and never trusted. */
interface Content {
  body?: unknown
  caption?: unknown
  filename?: unknown
  emoji?: unknown
  text?: unknown
  name?: unknown
  latitude?: unknown
  longitude?: unknown
  header?: { text?: unknown }
  action?: Action
  button_reply?: { title?: unknown }
  list_reply?: { title?: unknown }
  nfm_reply?: { name?: unknown; response_json?: unknown }
  call_permission_reply?: { response?: unknown }
  product_items?: { product_retailer_id?: unknown; quantity?: unknown }[]
}

interface Action {
  button?: unknown
  buttons?: { reply?: { title?: unknown } }[]
  sections?: { rows?: { title?: unknown }[] }[]
  parameters?: { display_text?: unknown }
}

const joined = (parts: readonly unknown[], between = ' '): string =>
  parts.filter(part => typeof part === 'string' && part !== '').join(between)

const bracketed = (titles: readonly unknown[]): string => joined(titles.map(title => (title ? `[${title}]` : '')))

/** What a person reads of a message, in one line. */
export function messageText({ type, content, template, revoked }: ShownMessage): string {
  if (revoked) return '(deleted)'
  if (template) {
    const { header, body, footer, buttons = [] } = template.rendered
    return oneLine(joined([header?.text, body, footer, bracketed(buttons.map(button => button.text))], ' · '))
  }
  return oneLine(contentText(type, (content ?? {}) as Content))
}

function contentText(type: string, content: Content): string {
  switch (type) {
    case 'text':
      return String(content.body ?? '')
    case 'reaction':
      return content.emoji ? `reacts ${content.emoji}` : 'takes a reaction back'
    case 'button':
      return bracketed([content.text])
    case 'location':
      return joined(['(location)', content.name, `${content.latitude}, ${content.longitude}`])
    case 'system':
      return String(content.body ?? '')
    case 'order': {
      const items = (content.product_items ?? []).map(one => `${one.quantity} × ${one.product_retailer_id}`)
      return joined(['(order)', items.join(', '), content.text])
    }
    case 'interactive':
      return interactiveText(content)
    default:
      return joined([`(${type})`, content.filename, content.caption])
  }
}

function interactiveText(content: Content): string {
  const { header, body, action, button_reply, list_reply, nfm_reply, call_permission_reply } = content
  if (nfm_reply) return joined([`(${nfm_reply.name})`, nfm_reply.response_json])
  if (call_permission_reply) return `(calls) ${call_permission_reply.response}`
  const reply = button_reply ?? list_reply
  if (reply) return bracketed([reply.title])
  const rows = (action?.sections ?? []).flatMap(section => section.rows ?? []).map(row => row.title)
  const buttons = (action?.buttons ?? []).map(button => button.reply?.title)
  const titles = [...buttons, action?.parameters?.display_text, ...rows]
  return joined([header?.text, (body as { text?: unknown } | undefined)?.text, bracketed(titles)], ' · ')
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ⏎ ')
