import { z } from 'zod'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/reaction-messages */
export const Reaction = z.looseObject({
  message_id: z.string().describe('wamid of the message it is put on.'),
  emoji: z.string().describe('One emoji; an empty text takes the reaction back.'),
})
