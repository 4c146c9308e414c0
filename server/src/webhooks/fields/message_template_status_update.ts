import type { WebhookField } from '../field.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update */
export const messageTemplateStatusUpdate: WebhookField = {
  name: 'message_template_status_update',
  events: ['template.status_changed'],
  timed: true,
  value(event) {
    if (event.type !== 'template.status_changed') return undefined
    return {
      event: event.status,
      // An integer here, unlike everywhere else.
      message_template_id: Number(event.template_id),
      message_template_name: event.name,
      message_template_language: event.language,
      reason: event.reason,
      message_template_category: event.category,
      ...(event.title ? { other_info: { title: event.title, description: event.description ?? '' } } : {}),
    }
  },
}
