import type { WebhookField } from '../field.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_review_update */
export const accountReviewUpdate: WebhookField = {
  name: 'account_review_update',
  events: ['account.reviewed'],
  timed: true,
  value: event => (event.type === 'account.reviewed' ? { decision: event.decision } : undefined),
  sample: { decision: 'APPROVED' },
}
