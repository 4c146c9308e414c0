import type { EditInput } from './draft.ts'
import type { Template } from './model.ts'

/**
 * Whether an edit does nothing but say if links are tracked: such an edit needs no review, as long as it leaves the
 * category alone. https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics
 */
export function switchesTrackingOnly(template: Template, input: EditInput): boolean {
  const { cta_url_link_tracking_opted_out, category = template.category, ...others } = input
  return (
    cta_url_link_tracking_opted_out !== undefined &&
    category === template.category &&
    CONTENT.every(member => others[member] === undefined)
  )
}

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
