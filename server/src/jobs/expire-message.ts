import { job } from './job.ts'

/**
 * A message that no phone took in its time to live is dropped, and no webhook tells.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/time-to-live
 */
export const expireMessage = job<{ wamid: string }>({
  name: 'expire-message',
  async run({ wamid }, { read, stage, now, record }) {
    const message = await read.messages.find(wamid)
    if (message?.status !== 'sent' || message.shown) return
    stage.messages.move(message.key, 'expired')
    const { account_id, phone_number_id, customer_id, type } = message
    record({ type: 'message.expired', at: now, account_id, phone_number_id, customer_id, wamid, message_type: type })
  },
})
