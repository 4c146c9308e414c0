import { NotOneOf, RequiredMissing, TemplateInvalid, ValueNotValid } from '../../catalogue.ts'
import { Refused } from '../../refusals.ts'
import { type Json, objectIn, objectsIn, textIn } from '../json.ts'
import type { RenderedTemplate } from '../rendered.ts'
import { memberOf, parametersOf } from './parts.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/orderstatustemplate */
const ORDER_STATUSES = ['pending', 'processing', 'partially_shipped', 'shipped', 'completed', 'canceled']

/** An offer that ends needs its end with every message. */
export function bindOffer(component: Json | undefined, part: Json | undefined): RenderedTemplate['limited_time_offer'] {
  if (!component) {
    if (part) throw new Refused(TemplateInvalid('limited_time_offer: the template has no limited-time offer'))
    return undefined
  }
  const offer = objectIn(component.limited_time_offer)
  const end = memberOf(parametersOf(part)[0], 'limited_time_offer').expiration_time_ms
  if (end === undefined && offer.has_expiration === true) {
    throw new Refused(RequiredMissing('limited_time_offer: expiration_time_ms is required'))
  }
  if (end !== undefined && (typeof end !== 'number' || !Number.isSafeInteger(end) || end <= 0)) {
    throw new Refused(ValueNotValid('limited_time_offer: expiration_time_ms must be Unix milliseconds'))
  }
  return { text: textIn(offer.text) ?? '', ...(end === undefined ? {} : { expiration_time_ms: end }) }
}

export function bindOrderStatus(part: Json | undefined): RenderedTemplate['order_status'] {
  if (!part) return undefined
  const given = memberOf(parametersOf(part)[0], 'order_status')
  const order = objectIn(given.order)
  const reference = textIn(given.reference_id)
  const status = textIn(order.status)
  if (!reference) throw new Refused(RequiredMissing('order_status: reference_id is required'))
  if (!status) throw new Refused(RequiredMissing('order_status: order.status is required'))
  if (!ORDER_STATUSES.includes(status.replaceAll('-', '_'))) {
    throw new Refused(NotOneOf("order_status['order']['status']", ORDER_STATUSES, status))
  }
  const description = textIn(order.description)
  return { reference_id: reference, status, ...(description ? { description } : {}) }
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/tap-target-url-title-override */
export function bindTapTarget(part: Json | undefined): RenderedTemplate['tap_target'] {
  if (!part) return undefined
  const [target] = objectsIn(parametersOf(part)[0]?.tap_target_configuration)
  const url = textIn(target?.url)
  const title = textIn(target?.title)
  if (!url || !title) throw new Refused(RequiredMissing('tap_target_configuration: url and title are required'))
  return { url, title }
}
