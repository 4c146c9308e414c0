import type { Message } from '../../../domain/messaging/model.ts'
import type { RenderedButton, RenderedTemplate } from '../../../domain/templates/rendered.ts'
import { callPermissionButtons } from './call-permission.ts'
import { contactRequestButton } from './contact-request.ts'
import { answer, formButton, other, type TapButton, urlButton } from './effect.ts'
import { cartForm, flowForm } from './forms.ts'

/** Everything on a template that can be tapped. */
export function inTemplate(template: NonNullable<Message['template']>): TapButton[] {
  const { header, buttons = [], cards = [], call_permission_request } = template.rendered as RenderedTemplate
  const products = [header, ...cards.map(card => card.header)].map(one => one?.product)
  const catalogId = products.find(product => product?.catalog_id)?.catalog_id
  return [
    ...[...buttons, ...cards.flatMap(card => card.buttons)].flatMap(button => fromButton(button, catalogId)),
    ...(call_permission_request ? callPermissionButtons() : []),
  ]
}

function fromButton(button: RenderedButton, catalogId: string | undefined): TapButton[] {
  const { type, text, url, payload, phone_number, code, action } = button
  switch (type) {
    case 'QUICK_REPLY': {
      const id = payload ?? text
      return [{ title: text, id, effect: answer('button', { payload: id, text }), counts: 'quick_reply_button' }]
    }
    case 'FLOW':
      return [formButton(text, flowForm((action as { flow_token?: string } | undefined)?.flow_token))]
    case 'CATALOG':
    case 'MPM':
    case 'SPM':
      return [formButton(text, cartForm(catalogId))]
    case 'REQUEST_CONTACT_INFO':
      return [contactRequestButton(text || undefined)]
    case 'VOICE_CALL':
      return [other(text, 'The phone calls the business.')]
    case 'PHONE_NUMBER':
      return [other(text, `The phone calls ${phone_number ?? 'the business'}.`)]
    default:
      if (url !== undefined) return [urlButton(text, url)]
      if (code !== undefined) return [other(text, `The phone copies the code ${code}.`)]
      return [other(text, `The phone handles buttons of type ${type} itself; the business hears nothing of it.`)]
  }
}
