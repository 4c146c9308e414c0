import type { WebhookField } from '../field.ts'
import { templateHead } from '../template-head.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/integrity-and-content-guidelines */
export const templateCorrectCategoryDetection: WebhookField = {
  name: 'template_correct_category_detection',
  events: ['template.category_detected'],
  timed: true,
  value(event) {
    if (event.type !== 'template.category_detected') return undefined
    const { category, correct_category } = event
    return { ...templateHead(event), category, correct_category }
  },
  sample: {
    message_template_id: 278077987957091,
    message_template_name: 'welcome_template',
    message_template_language: 'en_US',
    category: 'UTILITY',
    correct_category: 'MARKETING',
  },
}
