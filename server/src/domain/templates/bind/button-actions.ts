import { TemplateInvalid, ValueNotValid } from '../../catalogue.ts'
import { longerThan } from '../../messaging/text-length.ts'
import { Refused } from '../../refusals.ts'
import { isObject, type Json, objectIn, objectsIn, textIn } from '../json.ts'
import { PRODUCTS_MAX, SECTION_TITLE_MAX, SECTIONS_MAX } from '../limits.ts'
import type { RenderedButton } from '../rendered.ts'
import type { Binding } from './button-kinds.ts'
import { only, required } from './button-values.ts'

/** Buttons whose look is fixed by the template. */
export function nothing({ parameters, index, label }: Binding): Partial<RenderedButton> {
  if (parameters.length === 0) return {}
  throw new Refused(TemplateInvalid(`buttons: Button at index ${index} of type ${label} does not require parameters`))
}

/** Flows and catalogs work without an action: an unused token, the first item as thumbnail. */
export function action({ parameters, index, label }: Binding): Partial<RenderedButton> {
  return parameters.length === 0 ? {} : { action: objectIn(only(parameters, 'ACTION', index, label).action) }
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/mpm-templates */
export function productList(binding: Binding): Partial<RenderedButton> {
  const given = neededAction(binding)
  const sections = objectsIn(given.sections)
  const products = sections.flatMap(section => objectsIn(section.product_items))
  withinCount('sections', sections.length, SECTIONS_MAX)
  withinCount('products', products.length, PRODUCTS_MAX)
  if (products.some(product => !textIn(product.product_retailer_id))) {
    throw new Refused(ValueNotValid('Every product of a section needs a product_retailer_id'))
  }
  if (sections.some(section => longerThan(textIn(section.title) ?? '', SECTION_TITLE_MAX))) {
    throw new Refused(ValueNotValid(`Section title is too long. Max length is ${SECTION_TITLE_MAX}`))
  }
  return { action: given }
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/orderdetailstemplate */
export function orderDetails(binding: Binding): Partial<RenderedButton> {
  const given = neededAction(binding)
  if (!isObject(given.order_details)) throw required(binding.index, binding.label)
  return { action: given }
}

function neededAction({ parameters, index, label }: Binding): Json {
  const given = only(parameters, 'ACTION', index, label).action
  if (!isObject(given)) throw required(index, label)
  return given
}

function withinCount(what: string, count: number, max: number): void {
  if (count < 1 || count > max) throw new Refused(ValueNotValid(`There must be 1 to ${max} ${what}, not ${count}`))
}
