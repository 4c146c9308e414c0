import { z } from 'zod'
import { frame } from './frame.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids */
export const ContactRequestMessage = z.looseObject({
  type: z.literal('request_contact_info'),
  ...frame,
  action: z.looseObject({ name: z.literal('request_contact_info') }),
})
