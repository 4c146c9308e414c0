import type { WebhookField } from '../field.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_alerts */
export const accountAlerts: WebhookField = {
  name: 'account_alerts',
  events: ['account.alerted'],
  timed: true,
  value(event) {
    if (event.type !== 'account.alerted') return undefined
    const { entity_type, entity_id, severity, status, type, description } = event.alert
    return {
      entity_type,
      entity_id,
      alert_info: {
        alert_severity: severity,
        alert_status: status,
        alert_type: type,
        alert_description: description,
      },
    }
  },
  sample: {
    entity_type: 'BUSINESS',
    entity_id: '506914307656634',
    alert_info: {
      alert_severity: 'WARNING',
      alert_status: 'ACTIVE',
      alert_type: 'INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED',
      alert_description: 'Your business is not eligible for a higher messaging limit yet.',
    },
  },
}
