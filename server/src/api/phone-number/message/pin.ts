import { z } from 'zod'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/groups-messaging */
export const Pin = z.looseObject({
  type: z.enum(['pin', 'unpin']),
  message_id: z.string().describe('wamid of the message in the group.'),
  expiration_days: z.int().optional().describe('1 to 30; required to pin.'),
})
