import type { Template } from '../../../domain/templates/model.ts'
import type { Clicks } from '../../../store/tables/traffic.ts'

interface Button {
  type: string
  text?: string
}

interface Component {
  type: string
  buttons?: Button[]
  cards?: { components: Component[] }[]
}

/** Clicks of one day by button, in the order of the templates: each quick reply, and each link in all and by customers. */
export function clicksOf(templates: readonly Template[], clicks: readonly Clicks[]) {
  const counted = (kind: string, text: string) =>
    clicks.find(({ button, content }) => button === kind && content === text)
  return buttonsOf(templates).flatMap(({ type, text = '' }) => {
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

/** Taps on links of one day; undefined for templates without links. */
export function urlClicks(templates: readonly Template[], clicks: readonly Clicks[]): number | undefined {
  if (!buttonsOf(templates).some(({ type }) => type === 'URL')) return undefined
  return clicks.reduce((sum, { button, count }) => (button === 'url_button' ? sum + count : sum), 0)
}

/** Buttons of templates and of their cards; those that say the same are counted as one. */
function buttonsOf(templates: readonly Template[]): Button[] {
  const within = (components: readonly Component[]): Button[] =>
    components.flatMap(({ buttons = [], cards = [] }) => [
      ...buttons,
      ...cards.flatMap(card => within(card.components)),
    ])
  const all = templates.flatMap(({ components }) => within(components as Component[]))
  const seen = new Map(all.map(one => [`${one.type}/${one.text}`, one]))
  return [...seen.values()]
}
