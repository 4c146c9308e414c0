import { unixSeconds } from '../../domain/time.ts'
import type { WebhookField } from '../field.ts'
import { templateHead } from '../template-head.ts'

/**
 * First the announcement, in which `new_category` is the one that the template has now; then the change.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/template_category_update
 */
export const templateCategoryUpdate: WebhookField = {
  name: 'template_category_update',
  events: ['template.category_announced', 'template.category_changed'],
  timed: true,
  value(event) {
    if (event.type === 'template.category_announced') {
      const { category, correct_category, effective_at } = event
      const category_update_timestamp = unixSeconds(effective_at)
      return { ...templateHead(event), new_category: category, correct_category, category_update_timestamp }
    }
    if (event.type !== 'template.category_changed') return undefined
    const { previous_category, category } = event
    return { ...templateHead(event), previous_category, new_category: category }
  },
  sample: {
    message_template_id: 278077987957091,
    message_template_name: 'welcome_template',
    message_template_language: 'en-US',
    previous_category: 'UTILITY',
    new_category: 'MARKETING',
  },
}
