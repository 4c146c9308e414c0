import type { InteractiveContent } from '../../domain/messaging/content/interactive.ts'
import type { Message } from '../../domain/messaging/model.ts'
import type { TapButton } from './tap/effect.ts'
import { inInteractive } from './tap/interactive.ts'
import { inTemplate } from './tap/template.ts'

/** Everything on a message that can be tapped. */
export function buttonsOf(message: Message): TapButton[] {
  if (message.direction !== 'sent') return []
  if (message.type === 'interactive') return inInteractive(message.content as InteractiveContent)
  return message.template && !message.template.direct ? inTemplate(message.template) : []
}
