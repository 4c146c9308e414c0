import type {
  CarouselCard,
  CarouselContent,
  InteractiveContent,
  OrderDetailsContent,
} from '../../../domain/messaging/content/interactive.ts'
import { callPermissionButtons } from './call-permission.ts'
import { contactRequestButton } from './contact-request.ts'
import { answer, formButton, other, replyButton, type TapButton, urlButton } from './effect.ts'
import { addressForm, cartForm, flowForm, locationForm } from './forms.ts'

/** Everything on an interactive message that can be tapped. */
export function inInteractive(content: InteractiveContent): TapButton[] {
  switch (content.type) {
    case 'address_message':
      return [formButton('Provide address', addressForm(content.action.parameters))]
    case 'button':
      return content.action.buttons.map(button =>
        button.type === 'reply'
          ? replyButton(button.reply)
          : urlButton(button.cta_url.display_text, button.cta_url.url),
      )
    case 'call_permission_request':
      return callPermissionButtons()
    case 'carousel':
      return inCarousel(content)
    case 'catalog_message':
      return [formButton('View catalog', cartForm())]
    case 'cta_url':
      return [urlButton(content.action.parameters.display_text, content.action.parameters.url)]
    case 'flow': {
      const { flow_cta, flow_token } = content.action.parameters
      return [formButton(flow_cta, flowForm(flow_token))]
    }
    case 'list':
      return content.action.sections.flatMap(section =>
        section.rows.map(({ id, title, description }) => {
          const list_reply = { id, title, ...(description ? { description } : {}) }
          return { title, id, effect: answer('interactive', { type: 'list_reply', list_reply }) }
        }),
      )
    case 'location_request_message':
      return [formButton('Send location', locationForm)]
    case 'order_details':
      return [other('Review and pay', orderSentence(content))]
    case 'order_status':
      return [other('View order', `The phone shows the order ${content.action.parameters.reference_id}.`)]
    case 'product':
    case 'product_list':
      return [formButton('View items', cartForm(content.action.catalog_id))]
    case 'request_contact_info':
      return [contactRequestButton()]
    case 'voice_call':
      return [other(content.action.parameters?.display_text ?? 'Call Now', 'The phone calls the business.')]
  }
}

/** Products share one cart; other cards have buttons of their own. */
function inCarousel({ action: { cards } }: CarouselContent): TapButton[] {
  const catalogId = cards.find(card => card.action.catalog_id)?.action.catalog_id
  const cart = catalogId === undefined ? [] : [formButton('View items', cartForm(catalogId))]
  return [...cards.flatMap(inCard), ...cart]
}

function inCard({ action }: CarouselCard): TapButton[] {
  if (action.buttons) return action.buttons.map(({ quick_reply }) => replyButton(quick_reply))
  return action.parameters ? [urlButton(action.parameters.display_text, action.parameters.url)] : []
}

function orderSentence({ action: { parameters } }: OrderDetailsContent): string {
  const { total_amount, currency, reference_id } = parameters
  return `The phone shows the order ${reference_id}: ${total_amount.value / total_amount.offset} ${currency}.`
}
