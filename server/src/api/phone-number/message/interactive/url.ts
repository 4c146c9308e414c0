import { z } from 'zod'
import { frame } from './frame.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-cta-url-messages */
export const UrlMessage = z.looseObject({
  type: z.literal('cta_url'),
  ...frame,
  action: z.looseObject({
    name: z.literal('cta_url'),
    parameters: z.looseObject({
      display_text: z.string().describe('Text of the button, up to 20 characters.'),
      url: z.string().describe('Page that opens, http or https.'),
    }),
  }),
})
