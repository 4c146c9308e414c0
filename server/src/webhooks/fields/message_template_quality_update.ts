import type { WebhookField } from '../field.ts'
import { templateHead } from '../template-head.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_quality_update */
export const messageTemplateQualityUpdate: WebhookField = {
  name: 'message_template_quality_update',
  events: ['template.quality_changed'],
  timed: true,
  value(event) {
    if (event.type !== 'template.quality_changed') return undefined
    const { previous, quality } = event
    return { previous_quality_score: previous, new_quality_score: quality, ...templateHead(event) }
  },
  sample: {
    previous_quality_score: 'GREEN',
    new_quality_score: 'YELLOW',
    message_template_id: 806312974732579,
    message_template_name: 'welcome_template',
    message_template_language: 'en_US',
  },
}
