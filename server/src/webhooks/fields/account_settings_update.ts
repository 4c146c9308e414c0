import { DEFAULT_CALLING } from '../../domain/numbers/calling-settings.ts'
import { unixSeconds } from '../../domain/time.ts'
import type { WebhookField } from '../field.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-settings */
export const accountSettingsUpdate: WebhookField = {
  name: 'account_settings_update',
  events: ['number.calling_changed'],
  timed: true,
  value(event) {
    if (event.type !== 'number.calling_changed') return undefined
    return {
      messaging_product: 'whatsapp',
      timestamp: String(unixSeconds(event.at)),
      // NOTE: the sample has lower case, the table next to it upper case.
      type: 'phone_number_settings',
      phone_number_settings: { phone_number_id: event.phone_number_id, calling: event.calling },
    }
  },
  sample: {
    messaging_product: 'whatsapp',
    timestamp: '1671644824',
    type: 'phone_number_settings',
    phone_number_settings: { phone_number_id: '106540352242922', calling: DEFAULT_CALLING },
  },
}
