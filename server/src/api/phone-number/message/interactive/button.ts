import { z } from 'zod'
import { frame } from './frame.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages */
export const ButtonMessage = z.looseObject({
  type: z.literal('button'),
  ...frame,
  action: z.looseObject({
    buttons: z
      .array(
        z.looseObject({
          type: z.literal('reply'),
          reply: z.looseObject({
            id: z.string().describe('Comes back when it is tapped; up to 256 characters.'),
            title: z.string().describe('Up to 20 characters.'),
          }),
        }),
      )
      .describe('One to three buttons.'),
  }),
})
