import type { Template } from '../../../domain/model.ts'
import type { Clicks } from '../../../store/traffic.ts'

interface Button {
  type: string
  text?: string
}

interface Component {
  type: string
  buttons?: Button[]
  cards?: { components: Component[] }[]
}

/** Clicks of one day by button, in the order of the template: each quick reply, and each link in all and by customers. */
export function clicksOf(template: Template, clicks: readonly Clicks[]) {
  const counted = (kind: string, text: string) =>
    clicks.find(({ button, content }) => button === kind && content === text)
  return buttonsOf(template).flatMap(({ type, text = '' }) => {
    if (type === 'QUICK_REPLY') {
      const count = counted('quick_reply_button', text)?.count ?? 0
      return [{ type: 'quick_reply_button', button_content: text, count }]
    }
    if (type !== 'URL') return []
    const { count = 0, customers = 0 } = counted('url_button', text) ?? {}
    return [
      { type: 'url_button', button_content: text, count },
      { type: 'unique_url_button', button_content: text, count: customers },
    ]
  })
}

/** Taps on links of one day; undefined for a template without links. */
export function urlClicks(template: Template, clicks: readonly Clicks[]): number | undefined {
  if (!buttonsOf(template).some(({ type }) => type === 'URL')) return undefined
  return clicks.reduce((sum, { button, count }) => (button === 'url_button' ? sum + count : sum), 0)
}

/** Buttons of a template and of its cards; cards repeat theirs, which are counted as one. */
function buttonsOf(template: Template): Button[] {
  const within = (components: readonly Component[]): Button[] =>
    components.flatMap(({ buttons = [], cards = [] }) => [
      ...buttons,
      ...cards.flatMap(card => within(card.components)),
    ])
  const seen = new Map(within(template.components as Component[]).map(one => [`${one.type}/${one.text}`, one]))
  return [...seen.values()]
}
