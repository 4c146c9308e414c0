import type { Refusal } from '../refusals.ts'
import type { EditInput } from './draft.ts'
import type { Template } from './model.ts'
import { ComponentsInvalid } from './refusals.ts'

/** What an edit may change without a review. */
export type QuietChanges = Pick<EditInput, 'cta_url_link_tracking_opted_out' | 'optimization_spec'>

/**
 * What an edit changes that says nothing but whether links are tracked, or what is paid at most, and leaves the category
 * alone; undefined for one that is reviewed.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/max-price
 */
export function quietChanges(template: Template, input: EditInput): QuietChanges | undefined {
  const { cta_url_link_tracking_opted_out: untracked, optimization_spec, category = template.category } = input
  if (category !== template.category || CONTENT.some(member => input[member] !== undefined)) return undefined
  return {
    ...(untracked === undefined ? {} : { cta_url_link_tracking_opted_out: untracked }),
    ...(optimization_spec === undefined ? {} : { optimization_spec }),
  }
}

/** Whether an edit says nothing that a template has. */
export const saysNothing = (input: EditInput): boolean =>
  [...CONTENT, 'category', 'cta_url_link_tracking_opted_out', 'optimization_spec'].every(
    member => input[member as keyof EditInput] === undefined,
  )

/** What an edit may bring besides. */
const CONTENT = [
  'components',
  'parameter_format',
  'sub_category',
  'display_format',
  'message_send_ttl_seconds',
  'is_primary_device_delivery_only',
  'degrees_of_freedom_spec',
] as const

/** A highest price cannot be given to a template that was created without one. */
export const priceAddable = (template: Template, { optimization_spec }: EditInput): Refusal | undefined =>
  optimization_spec !== undefined && template.optimization_spec === undefined
    ? ComponentsInvalid('optimization_spec can only be changed for a template that was created with it.')
    : undefined

/** Changes of the highest price alone, in one hour; the documented 2,400 a day are as many. */
export const PRICE_EDITS_PER_HOUR = 100
