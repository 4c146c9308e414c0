import { z } from 'zod'
import { frame } from './frame.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/location-request-messages */
export const LocationRequestMessage = z.looseObject({
  type: z.literal('location_request_message'),
  ...frame,
  action: z.looseObject({ name: z.literal('send_location') }),
})
