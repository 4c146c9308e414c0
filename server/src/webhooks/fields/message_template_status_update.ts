import type { TemplateEvent } from '../../domain/templates/life.ts'
import { unixSeconds } from '../../domain/time.ts'
import type { WebhookField } from '../field.ts'
import { templateHead } from '../template-head.ts'

/** No reason is given for these. */
const DELETION: readonly TemplateEvent[] = ['PENDING_DELETION', 'DELETED']

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update */
export const messageTemplateStatusUpdate: WebhookField = {
  name: 'message_template_status_update',
  events: ['template.status_changed'],
  timed: true,
  value(event) {
    if (event.type !== 'template.status_changed') return undefined
    const { status, title, description, reason } = event
    return {
      event: status,
      ...templateHead(event),
      reason: DELETION.includes(status) ? null : reason,
      message_template_category: event.category,
      ...(status === 'DISABLED' ? { disable_info: { disable_date: unixSeconds(event.at) } } : {}),
      ...(event.rejection_info ? { rejection_info: event.rejection_info } : {}),
      ...(title ? { other_info: { title, description: description ?? '' } } : {}),
    }
  },
  sample: {
    event: 'APPROVED',
    message_template_id: 1689556908129832,
    message_template_name: 'order_confirmation',
    message_template_language: 'en_US',
    reason: 'NONE',
    message_template_category: 'UTILITY',
  },
}
